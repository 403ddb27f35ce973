import type { RequirementProfile } from "~/domain/assessment/assessment";
import { AppError } from "~/domain/shared/app-error";
import type { Zone } from "~/domain/zone-model/zone-model";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { findLatestRevision, type Revision } from "~db/repositories/revisions";

/** A published zone that products are asked about; `profile` is null where it has no target. */
export type PublishedZone = { revision: Revision; zone: Zone; profile: RequirementProfile | null };

/** A zone of the latest revision. Throws `not-found` where it was never published or belongs to somebody else. */
export async function findPublishedZone(
  { actor, database }: Caller,
  modelId: string,
  zoneId: string,
): Promise<PublishedZone> {
  const [revision, source] = await Promise.all([
    findLatestRevision(database.read, actor.organisationId, modelId),
    openProfiles(database.read, actor.organisationId),
  ]);
  const zone = revision?.content.zones.find(({ id }) => id === zoneId);
  if (!revision || !zone) throw new AppError("not-found", "there is no such zone in a published revision");
  return { revision, zone, profile: profileOf(source, revision, zoneId) ?? null };
}
