import type { Letter } from "~/domain/mail/letter";
import type { Db } from "~db/client";
import { countLettersOf, countLettersTo, saveNewLetter } from "~db/repositories/mail-outbox";

const DAY_MS = 24 * 60 * 60_000;
/** A portal must not become somebody's way to fill the mailboxes of others. */
export const LETTERS_PER_ORGANISATION = 300;
export const LETTERS_PER_ADDRESS = 10;

export type MailStep = { db: Db; now: Date; newId: () => string };
type Addressed = { recipient: string; letter: Letter; subjectId: string };

/** Into the outbox, in the transaction of what it tells of; a job sends it when that is committed. */
export async function queueLetter(
  { db, now, newId }: MailStep,
  organisationId: string,
  letter: Addressed,
): Promise<void> {
  await saveNewLetter(db, organisationId, { ...letter, id: newId(), createdAt: now });
}

/**
 * True where an organisation has caused {@link LETTERS_PER_ORGANISATION} letters within a day or the address has been
 * sent {@link LETTERS_PER_ADDRESS}. To be asked before writing to an address that somebody has typed.
 */
export async function isMailLimitReached(
  { db, now }: Pick<MailStep, "db" | "now">,
  organisationId: string,
  recipient: string,
): Promise<boolean> {
  const since = new Date(now.getTime() - DAY_MS);
  return (
    (await countLettersOf(db, organisationId, since)) >= LETTERS_PER_ORGANISATION ||
    (await countLettersTo(db, recipient, since)) >= LETTERS_PER_ADDRESS
  );
}
