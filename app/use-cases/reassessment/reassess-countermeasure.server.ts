import { toIsoDate } from "~/domain/shared/iso-date";
import type { CountermeasureRecord } from "~db/repositories/countermeasures";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { findLatestRevision } from "~db/repositories/revisions";
import { openProfiles, toPlaced } from "../profiles/profile-source.server";
import { changedZones } from "./affected-zones.server";
import { unchanged } from "./changed-pairs.server";
import { type Occasion, reassess } from "./reassess.server";

type ChangedCountermeasure = {
  /** As it was accepted: with the day of its acceptance. */
  countermeasure: CountermeasureRecord;
  step: "accepted" | "withdrawn";
};

/** After acceptance or withdrawal: the zone it stands on, or both ends of its conduit, as published. */
export async function reassessCountermeasure(
  occasion: Occasion,
  { countermeasure, step }: ChangedCountermeasure,
): Promise<void> {
  const { db, organisationId, now } = occasion;
  const { id, title, modelId } = countermeasure;
  const revision = await findLatestRevision(db, organisationId, modelId);
  if (!revision) return;
  const source = await openProfiles(db, organisationId);
  const others = source.ledger.filter((one) => one.id !== id);
  const without = { source: { ...source, ledger: others }, held: [revision] };
  const standing = {
    source: { ...source, ledger: [...others, ...toPlaced(countermeasure)] },
    held: [revision],
  };
  const zones = step === "accepted" ? changedZones(without, standing) : changedZones(standing, without);
  if (zones.length === 0) return;
  const today = toIsoDate(now);
  const declarations = await listSharedDeclarations(db, organisationId);
  await reassess(
    occasion,
    { cause: "countermeasure-changed", subject: { countermeasureId: id, title, step } },
    { zones, declarations: unchanged(declarations), days: { before: today, after: today } },
  );
}
