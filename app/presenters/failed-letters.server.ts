import { mayDo } from "~/domain/access/permissions";
import type { Actor } from "~/domain/access/role";
import type { Caller } from "~/use-cases/use-case.server";
import { listGivenUpLetters, type OutboxLetter } from "~db/repositories/mail-outbox";

const LETTER_BOUND = 500;
/** A letter that did not arrive is shown so long. */
export const LETTER_DAYS = 14;
const DAY_MS = 86_400_000;

/** Requests to suppliers are sent again by those who ask; all others concern the people of the organisation. */
type LetterConcern = "requests" | "people";

/** Of which letters a person is told. */
export function concernsOf(actor: Actor): ReadonlyArray<LetterConcern> {
  return [
    ...(actor.organisationKind === "hospital" ? ["requests" as const] : []),
    ...(mayDo(actor, "member.invite") || actor.roles.includes("auditor") ? ["people" as const] : []),
  ];
}

/** Letters of the last days that were refused or tried in vain, newest first, as far as they are this person's business. */
export async function failedLetters({ actor, database, now }: Caller) {
  const since = new Date(now.getTime() - LETTER_DAYS * DAY_MS);
  const limit = LETTER_BOUND + 1;
  const found = await listGivenUpLetters(database.read, actor.organisationId, { since, limit });
  return {
    isCut: found.length > LETTER_BOUND,
    letters: found
      .slice(0, LETTER_BOUND)
      .map(toRow)
      .filter(({ concern }) => concernsOf(actor).includes(concern)),
  };
}

function toRow({ id, subjectId, recipient, failure, createdAt, letter }: OutboxLetter) {
  const concern: LetterConcern =
    letter.kind === "request" || letter.kind === "reminder" ? "requests" : "people";
  return { id, concern, subjectId, recipient, failure, kind: letter.kind, at: createdAt.toISOString() };
}
