import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { OrganisationKind } from "~/domain/access/role";
import type { ClockReminder } from "~/domain/notice/clock-reminder";
import type { NoticeKind, ToldMove } from "~/domain/notice/notice";
import { isToldMove } from "~/domain/notice/notice";
import type { Db } from "../client";
import { clockReminders, incidents, noticeSteps, notices, noticeTellings, organisations } from "../schema";

/** A move of which hospitals are still to be told; `organisationId` is the supplier. */
export type Telling = {
  organisationId: string;
  noticeId: string;
  number: number;
  move: ToldMove;
  about: NoticeKind;
  recordedAt: Date;
  supplierName: string;
};

/** To be told, in the transaction of the move. */
export async function saveNewTelling(
  db: Db,
  supplierId: string,
  step: { noticeId: string; number: number },
): Promise<void> {
  await db.insert(noticeTellings).values({ ...step, organisationId: supplierId, toldAt: null });
}

/** Of all suppliers what is still to be told, oldest first. */
export async function listUntold(db: Db, { limit }: { limit: number }): Promise<ReadonlyArray<Telling>> {
  const { organisationId, noticeId, number } = noticeTellings;
  const { move, content, recordedAt } = noticeSteps;
  const rows = await db
    .select({ organisationId, noticeId, number, move, content, recordedAt, supplierName: organisations.name })
    .from(noticeTellings)
    .innerJoin(
      noticeSteps,
      and(
        eq(noticeSteps.organisationId, organisationId),
        eq(noticeSteps.noticeId, noticeId),
        eq(noticeSteps.number, number),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(isNull(noticeTellings.toldAt))
    .orderBy(asc(recordedAt), asc(noticeId), asc(number))
    .limit(limit);
  return rows.flatMap(({ content: { kind: about }, move: made, ...row }) =>
    isToldMove(made) ? [{ ...row, move: made, about }] : [],
  );
}

/** True for one of those who try: it writes the letters. */
export async function claimTelling(
  db: Db,
  supplierId: string,
  { noticeId, number, toldAt }: { noticeId: string; number: number; toldAt: Date },
): Promise<boolean> {
  const claimed = await db
    .update(noticeTellings)
    .set({ toldAt })
    .where(
      and(
        eq(noticeTellings.organisationId, supplierId),
        eq(noticeTellings.noticeId, noticeId),
        eq(noticeTellings.number, number),
        isNull(noticeTellings.toldAt),
      ),
    )
    .returning({ number: noticeTellings.number });
  return claimed.length > 0;
}

/** All organisations of a side, for work that nobody asks for. */
export async function listOrganisationIds(db: Db, kind: OrganisationKind): Promise<ReadonlyArray<string>> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, kind))
    .orderBy(asc(organisations.id));
  return rows.map(({ id }) => id);
}

/** Hospitals with a record that is not closed. */
export async function listRecordingHospitals(db: Db): Promise<ReadonlyArray<string>> {
  const rows = await db
    .selectDistinct({ id: incidents.organisationId })
    .from(incidents)
    .where(ne(incidents.state, "closed"));
  return rows.map(({ id }) => id);
}

/** Suppliers with a notice that is not withdrawn. */
export async function listNotifyingSuppliers(db: Db): Promise<ReadonlyArray<string>> {
  const rows = await db
    .selectDistinct({ id: notices.organisationId })
    .from(notices)
    .where(ne(notices.state, "withdrawn"));
  return rows.map(({ id }) => id);
}

export type SentClockReminder = {
  subjectId: string;
  clockId: string;
  step: string;
  reminder: ClockReminder;
  dueAt: Date;
};

/** What has gone out about these. */
export async function listSentClockReminders(
  db: Db,
  organisationId: string,
  subjectIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<SentClockReminder>> {
  if (subjectIds.length === 0) return [];
  const { subjectId, clockId, step, reminder, dueAt } = clockReminders;
  return db
    .select({ subjectId, clockId, step, reminder, dueAt })
    .from(clockReminders)
    .where(and(eq(clockReminders.organisationId, organisationId), inArray(subjectId, [...subjectIds])));
}

/** Those that nobody has sent before; only of them a letter is written. */
export async function claimClockReminders(
  db: Db,
  organisationId: string,
  reminders: ReadonlyArray<SentClockReminder>,
  sentAt: Date,
): Promise<ReadonlyArray<SentClockReminder>> {
  const { subjectId, clockId, step, reminder, dueAt } = clockReminders;
  if (reminders.length === 0) return [];
  return db
    .insert(clockReminders)
    .values(reminders.map((one) => ({ ...one, organisationId, sentAt })))
    .onConflictDoNothing()
    .returning({ subjectId, clockId, step, reminder, dueAt });
}
