import type { CalendarEntry } from "~/domain/procurement/calendar";
import {
  type CalendarReminder,
  calendarReminders,
  reminderKey,
} from "~/domain/procurement/calendar-reminder";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Database, Db } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import {
  claimCalendarDay,
  isCalendarDayDone,
  listSentCalendarReminders,
  saveSentCalendarReminders,
} from "~db/repositories/calendar-reminders";
import { findOrganisation, listMembers } from "~db/repositories/organisations";
import { listPublishingHospitals } from "~db/repositories/reassessments";
import { queueLetter } from "../mail/queue-letter.server";
import { listCalendarEntries } from "./calendar-entries.server";

type Run = { database: Database; now: Date; newId: () => string };

/** So many lines a letter has at most; the rest is counted and stands behind its link. */
const LINES_A_LETTER = 20;

/**
 * Tells people what ends soon and what is overdue: once a day and hospital, one letter a person. The day is taken in the
 * transaction that writes letters and notes what they told: run twice, by two processes or after a crash, nobody is
 * told anything a second time. What is settled has no entry and is told of no more.
 */
export async function remindOfEnds({ database, now, newId }: Run): Promise<void> {
  const today = toIsoDate(now);
  for (const organisationId of await listPublishingHospitals(database.read)) {
    if (await isCalendarDayDone(database.read, organisationId, today)) continue;
    // Reading takes long where much is declared: a look must not hold up who writes.
    const { entries } = await listCalendarEntries({ db: database.read, organisationId, asOf: today });
    await database.transaction(async (db) => {
      if (await claimCalendarDay(db, organisationId, today))
        await remindIn(db, organisationId, { entries, now, newId });
    });
  }
}

async function remindIn(
  db: Db,
  organisationId: string,
  { entries, now, newId }: Omit<Run, "database"> & { entries: ReadonlyArray<CalendarEntry> },
): Promise<void> {
  const hospital = await findOrganisation(db, organisationId);
  const members = (await listMembers(db, organisationId)).filter(({ state }) => state === "active");
  const possible = calendarReminders(entries, members, toIsoDate(now));
  const days = possible.map(({ entry }) => entry.endsOn);
  const sent = new Set(
    (await listSentCalendarReminders(db, organisationId, { endsOn: days })).map((one) =>
      reminderKey({ ...one, entry: { key: one.entryKey, endsOn: one.endsOn } }),
    ),
  );
  const due = possible.filter((reminder) => !sent.has(reminderKey(reminder)));
  if (!hospital || due.length === 0) return;
  await saveSentCalendarReminders(
    db,
    organisationId,
    due.map(({ entry, stage, personId }) => ({
      ...{ entryKey: entry.key, endsOn: entry.endsOn, stage, personId, sentAt: now },
    })),
  );
  let letters = 0;
  for (const { personId, email } of members) {
    const told = due.filter((reminder) => reminder.personId === personId);
    if (told.length === 0) continue;
    letters += 1;
    await queueLetter({ db, now, newId }, organisationId, {
      ...{ recipient: email, subjectId: organisationId, letter: toLetter(hospital.name, told) },
    });
  }
  await appendAuditEntry(db, {
    ...{ at: now, action: "calendar.remind", personId: null, organisationId, subjectId: organisationId },
    details: { letters, reminders: due.length },
  });
}

/** What a thing is, of which product and until when: what it says and where it counts stays in the portal. */
function toLetter(hospital: string, told: ReadonlyArray<CalendarReminder>) {
  const ends = told
    .slice(0, LINES_A_LETTER)
    .map(({ entry: { kind, product, endsOn }, stage }) => ({ kind, product, endsOn, stage }));
  const link = { to: "calendar" as const };
  return { kind: "calendar" as const, hospital, ends, count: told.length, link };
}
