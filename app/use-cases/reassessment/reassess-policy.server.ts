import type { PolicyLayer } from "~/domain/policy/policy";
import { toIsoDate } from "~/domain/shared/iso-date";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { openProfiles } from "../profiles/profile-source.server";
import { changedZones, listHeld } from "./affected-zones.server";
import { unchanged } from "./changed-pairs.server";
import { type Occasion, reassess } from "./reassess.server";

type ChangedPolicy = { version: number; before: PolicyLayer; after: PolicyLayer };

/** After a change of what the organisation demands: zones for which another value holds now. */
export async function reassessPolicy(
  occasion: Occasion,
  { version, before, after }: ChangedPolicy,
): Promise<void> {
  const { db, organisationId, now } = occasion;
  const source = await openProfiles(db, organisationId);
  const held = await listHeld(db, organisationId);
  const zones = changedZones(
    { source: { ...source, organisationPolicy: before }, held },
    { source: { ...source, organisationPolicy: after }, held },
  );
  if (zones.length === 0) return;
  const today = toIsoDate(now);
  const declarations = await listSharedDeclarations(db, organisationId);
  await reassess(
    occasion,
    { cause: "policy-changed", subject: { version } },
    { zones, declarations: unchanged(declarations), days: { before: today, after: today } },
  );
}
