import type { EvidenceScope } from "~/domain/audit/evidence-scope";
import { AppError } from "~/domain/shared/app-error";
import type { Zone } from "~/domain/zone-model/zone-model";
import type { Db } from "~db/client";
import { findLatestDecisionOfZone } from "~db/repositories/evidence";
import { findLatestRevision, findRevision, type Revision } from "~db/repositories/revisions";

export type ZoneOfEvidence = { revision: Revision; zone: Zone };

/**
 * The zone as it is approved; one that later revisions no longer have, as it was in the revision of the last decision
 * for it. Throws `not-found` where it was never approved.
 */
export async function findZoneOfEvidence(
  db: Db,
  organisationId: string,
  scope: Extract<EvidenceScope, { kind: "zone" }>,
): Promise<ZoneOfEvidence> {
  const { modelId, zoneId } = scope;
  const latest = await findLatestRevision(db, organisationId, modelId);
  const found = latest && inRevision(latest, zoneId);
  if (found) return found;
  const decided = await findLatestDecisionOfZone(db, organisationId, scope);
  const earlier = decided && (await findRevision(db, organisationId, modelId, decided.revisionNumber));
  const then = earlier && inRevision(earlier, zoneId);
  if (!then) throw new AppError("not-found", "there is no such zone in an approved revision");
  return then;
}

function inRevision(revision: Revision, zoneId: string): ZoneOfEvidence | undefined {
  const zone = revision.content.zones.find(({ id }) => id === zoneId);
  return zone && { revision, zone };
}
