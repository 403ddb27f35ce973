import { dueReminder } from "~/domain/procurement/reminder";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import type { Database, Db } from "~db/client";
import { appendAuditEntry } from "~db/repositories/audit";
import {
  listHospitalsToRemind,
  listRequestsToRemind,
  listSentReminders,
  saveSentReminder,
} from "~db/repositories/request-invitations";
import { tellSupplier } from "./tell-supplier.server";

type Run = { database: Database; now: Date; newId: () => string };

/** Reminders begin a week before the due date. */
const AHEAD_DAYS = 7;

/**
 * Writes the reminders that are due today into the outbox, hospital by hospital, each in one transaction with the note
 * that it went out: run twice, or by two processes, it writes nothing a second time. Answered, declined and withdrawn
 * requests are not looked at.
 */
export async function remindSuppliers({ database, now, newId }: Run): Promise<void> {
  const lastDay = addDays(toIsoDate(now), AHEAD_DAYS);
  for (const hospital of await listHospitalsToRemind(database.read, lastDay))
    await database.transaction((db) => remindOf(db, hospital, { now, newId, lastDay }));
}

async function remindOf(
  db: Db,
  hospital: { id: string; name: string },
  { now, newId, lastDay }: Omit<Run, "database"> & { lastDay: string },
): Promise<void> {
  for (const request of await listRequestsToRemind(db, hospital.id, lastDay)) {
    const { requestId, supplierId, subject, dueOn, state, createdAt } = request;
    const sent = await listSentReminders(db, hospital.id, requestId);
    const asked = { state, dueOn, sentOn: toIsoDate(createdAt) };
    const reminder = dueReminder(asked, sent, toIsoDate(now));
    if (reminder === null) continue;
    await saveSentReminder(db, hospital.id, { requestId, reminder, sentAt: now });
    const told = { hospital, requestId, supplierId, subject, dueOn };
    const letters = await tellSupplier({ db, now, newId }, told, reminder);
    await appendAuditEntry(db, {
      ...{ at: now, action: "request.remind", personId: null, organisationId: hospital.id },
      ...{ subjectId: requestId, details: { reminder, letters } },
    });
  }
}
