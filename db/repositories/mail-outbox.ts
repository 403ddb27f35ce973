import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, lte } from "drizzle-orm";
import type { Delivery, MailState } from "~/domain/mail/delivery";
import { type Letter, LetterSchema } from "~/domain/mail/letter";
import type { Db } from "../client";
import { mailOutbox, organisations } from "../schema";
import { checkStored } from "../stored";

/** A letter in the outbox; `organisationId` is whose event it tells of. */
export type OutboxLetter = {
  organisationId: string;
  id: string;
  recipient: string;
  letter: Letter;
  subjectId: string;
  state: MailState;
  attempts: number;
  dueAt: Date;
  failure: string;
  createdAt: Date;
  settledAt: Date | null;
};

type NewLetter = Pick<OutboxLetter, "id" | "recipient" | "letter" | "subjectId" | "createdAt">;

const COLUMNS = {
  organisationId: mailOutbox.organisationId,
  id: mailOutbox.id,
  recipient: mailOutbox.recipient,
  letter: mailOutbox.letter,
  subjectId: mailOutbox.subjectId,
  state: mailOutbox.state,
  attempts: mailOutbox.attempts,
  dueAt: mailOutbox.dueAt,
  failure: mailOutbox.failure,
  createdAt: mailOutbox.createdAt,
  settledAt: mailOutbox.settledAt,
};

/** Written in the transaction of what it tells of: with it, or not at all. */
export async function saveNewLetter(db: Db, organisationId: string, letter: NewLetter): Promise<void> {
  await db.insert(mailOutbox).values({
    ...{ ...letter, organisationId, recipient: letter.recipient.toLowerCase(), dueAt: letter.createdAt },
    ...{ state: "waiting", attempts: 0, failure: "", settledAt: null, copy: null },
  });
}

const isDue = (now: Date) =>
  and(inArray(mailOutbox.state, ["waiting", "sending"]), lte(mailOutbox.dueAt, now));

/** True where a letter of any organisation is due. */
export async function hasDueLetter(db: Db, now: Date): Promise<boolean> {
  const [due] = await db.select({ id: mailOutbox.id }).from(mailOutbox).where(isDue(now)).limit(1);
  return due !== undefined;
}

/**
 * Of all organisations the letter that has waited longest and is due: waiting, or left behind by a process that died
 * while sending. Counts the try and holds it until `leaseUntil`.
 */
export async function claimDueLetter(db: Db, now: Date, leaseUntil: Date): Promise<OutboxLetter | undefined> {
  const [due] = await db
    .select(COLUMNS)
    .from(mailOutbox)
    .where(isDue(now))
    .orderBy(asc(mailOutbox.dueAt), asc(mailOutbox.id))
    .limit(1);
  if (!due) return undefined;
  const claimed = { state: "sending" as const, attempts: due.attempts + 1, dueAt: leaseUntil };
  await db
    .update(mailOutbox)
    .set(claimed)
    .where(and(eq(mailOutbox.organisationId, due.organisationId), eq(mailOutbox.id, due.id)));
  return inTodaysForm({ ...due, ...claimed });
}

/** How a try went; false where somebody else has taken the letter over in the meantime. */
export async function settleLetter(
  db: Db,
  organisationId: string,
  tried: Pick<OutboxLetter, "id" | "attempts">,
  delivery: Delivery & { copy?: string },
): Promise<boolean> {
  const settled = await db
    .update(mailOutbox)
    .set(delivery)
    .where(
      and(
        eq(mailOutbox.organisationId, organisationId),
        eq(mailOutbox.id, tried.id),
        eq(mailOutbox.state, "sending"),
        eq(mailOutbox.attempts, tried.attempts),
      ),
    )
    .returning({ id: mailOutbox.id });
  return settled.length === 1;
}

/** Letters about one subject, newest first, at most 100. */
export async function listLettersAbout(
  db: Db,
  organisationId: string,
  subjectId: string,
): Promise<ReadonlyArray<OutboxLetter>> {
  const rows = await db
    .select(COLUMNS)
    .from(mailOutbox)
    .where(and(eq(mailOutbox.organisationId, organisationId), eq(mailOutbox.subjectId, subjectId)))
    .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
    .limit(100);
  return rows.map(inTodaysForm);
}

/** Letters that were refused or tried in vain, newest first. */
export async function listGivenUpLetters(
  db: Db,
  organisationId: string,
  { since, limit }: { since: Date; limit: number },
): Promise<ReadonlyArray<OutboxLetter>> {
  const rows = await db
    .select(COLUMNS)
    .from(mailOutbox)
    .where(
      and(
        eq(mailOutbox.organisationId, organisationId),
        eq(mailOutbox.state, "given-up"),
        gt(mailOutbox.createdAt, since),
      ),
    )
    .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
    .limit(limit);
  return rows.map(inTodaysForm);
}

/** How many letters an organisation has caused since then. */
export async function countLettersOf(db: Db, organisationId: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(mailOutbox)
    .where(and(eq(mailOutbox.organisationId, organisationId), gt(mailOutbox.createdAt, since)));
  return row?.count ?? 0;
}

/** How many letters an address has been sent since then, whoever caused them. */
export async function countLettersTo(db: Db, recipient: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(mailOutbox)
    .where(and(eq(mailOutbox.recipient, recipient.toLowerCase()), gt(mailOutbox.createdAt, since)));
  return row?.count ?? 0;
}

/** What the demo's organisations have been sent and would have been, newest first. */
export async function listDemoLetters(
  db: Db,
  limit: number,
): Promise<ReadonlyArray<Pick<OutboxLetter, "id" | "recipient" | "createdAt"> & { copy: string }>> {
  const rows = await db
    .select({
      id: mailOutbox.id,
      recipient: mailOutbox.recipient,
      createdAt: mailOutbox.createdAt,
      copy: mailOutbox.copy,
    })
    .from(mailOutbox)
    .innerJoin(organisations, eq(organisations.id, mailOutbox.organisationId))
    .where(and(eq(organisations.isDemo, true), isNotNull(mailOutbox.copy)))
    .orderBy(desc(mailOutbox.createdAt), desc(mailOutbox.id))
    .limit(limit);
  return rows.map(({ copy, ...row }) => ({ ...row, copy: copy ?? "" }));
}

/** Addresses are personal: what is settled is forgotten after a while. Answers how many. */
export async function deleteSettledLetters(db: Db, before: Date): Promise<number> {
  const deleted = await db
    .delete(mailOutbox)
    .where(and(isNotNull(mailOutbox.settledAt), lt(mailOutbox.settledAt, before)))
    .returning({ id: mailOutbox.id });
  return deleted.length;
}

function inTodaysForm<Row extends Pick<OutboxLetter, "id" | "letter">>(row: Row): Row {
  checkStored(LetterSchema, row.letter, { column: "mail_outbox.letter", row: row.id });
  return row;
}
