import type { MailState } from "~/domain/mail/delivery";
import type { Letter } from "~/domain/mail/letter";
import type { Db } from "~db/client";
import { listLettersAbout, type OutboxLetter } from "~db/repositories/mail-outbox";
import { listRequestInvitations } from "~db/repositories/request-invitations";
import { type MailOf, mailOf } from "./mail-of.server";

/** How the supplier was told of a request: letters, and whether a link waits for somebody without an account. */
export async function toldLetters(
  db: Db,
  organisationId: string,
  { requestId, portalMail }: { requestId: string; portalMail: MailOf },
) {
  const [letters, invited, mail] = await Promise.all([
    listLettersAbout(db, organisationId, requestId),
    listRequestInvitations(db, organisationId, requestId),
    mailOf(db, organisationId, portalMail),
  ]);
  return {
    mail,
    letters: letters.map((letter) => ({
      id: letter.id,
      recipient: letter.recipient,
      kind: toKind(letter.letter),
      createdAt: letter.createdAt.toISOString(),
      state: toShownState(letter),
      failure: letter.failure,
    })),
    invited: invited.map(({ name, email, answeredBy, answeredAt }) => ({
      ...{ name, email },
      answeredAt: answeredAt?.toISOString() ?? null,
      /** By the link alone: whoever joins is a person. */
      isDeclined: answeredAt !== null && answeredBy === null,
    })),
  };
}

function toKind({ kind }: Letter): "request" | "reminder" {
  return kind === "reminder" ? "reminder" : "request";
}

function toShownState({ state, attempts }: OutboxLetter): MailState | "retrying" {
  return state === "waiting" && attempts > 0 ? "retrying" : state;
}
