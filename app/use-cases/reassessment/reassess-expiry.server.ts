import { mayChangeBetween } from "~/domain/assessment/expiry";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import type { Database } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import { listSharedDeclarations } from "~db/repositories/declarations";
import { claimExpiryDay, findExpiryDay } from "~db/repositories/reassessments";
import { openProfiles } from "../profiles/profile-source.server";
import { listHeld, targetedZones, unchangedZone } from "./affected-zones.server";
import { type Affected, unchanged } from "./changed-pairs.server";
import { type Occasion, reassess } from "./reassess.server";

type Run = { database: Database; organisationId: string; now: Date; newId: () => string };

/**
 * After a day has passed: the pairs of which a date lies between the day looked at last and today. Once per hospital
 * and day, whoever asks and however often: the days are taken in the same transaction. The first time there is nothing
 * to compare with.
 */
export async function reassessExpiry({ database, ...run }: Run): Promise<void> {
  const today = toIsoDate(run.now);
  // Most times nothing is to be done, and then nobody has to wait for a transaction.
  if ((await findExpiryDay(database.read, run.organisationId)) === today) return;
  await database.transaction(async (db) => {
    const { organisationId, now } = run;
    const from = await findExpiryDay(db, organisationId);
    if (from !== undefined && from >= today) return;
    if (!(await claimExpiryDay(db, organisationId, { from, lastDay: today })) || from === undefined) return;
    const occasion = { ...run, db, personId: null };
    const days = { from, until: today };
    const affected = await affectedBetween(occasion, days);
    const reassessed = await reassess(occasion, { cause: "expiry-passed", subject: days }, affected);
    if (!reassessed) return;
    const { id: subjectId, assessed, changed } = reassessed;
    await appendAuditEntry(db, {
      at: now,
      action: "reassessment.expire",
      personId: null,
      organisationId,
      subjectId,
      details: { ...days, assessed, changed },
    });
  });
}

/** Zones and declarations stay as they are; only the day is another one. */
async function affectedBetween(
  { db, organisationId }: Occasion,
  days: { from: IsoDate; until: IsoDate },
): Promise<Affected> {
  const source = await openProfiles(db, organisationId);
  const held = await listHeld(db, organisationId);
  const declarations = await listSharedDeclarations(db, organisationId);
  return {
    zones: [...targetedZones({ source, held }).values()].map(unchangedZone),
    declarations: unchanged(declarations),
    days: { before: days.from, after: days.until },
    isConcerned: (profile, content) => mayChangeBetween(profile, content, days),
  };
}
