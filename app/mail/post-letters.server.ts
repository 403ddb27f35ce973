import { afterAttempt, LEASE_MS } from "~/domain/mail/delivery";
import { paths } from "~/paths";
import { hashToken, newToken } from "~/use-cases/accounts/token.server";
import type { Database, Db } from "~db/client";
import { findRequest } from "~db/repositories/intake-requests";
import { saveInvitationToken } from "~db/repositories/invitations";
import {
  claimDueLetter,
  deleteSettledLetters,
  hasDueLetter,
  type OutboxLetter,
  settleLetter,
} from "~db/repositories/mail-outbox";
import { findOrganisation } from "~db/repositories/organisations";
import { type Composed, compose } from "./compose.server";
import type { Deliver } from "./transport.server";

/** Where letters go: to a mail server, into the demo mailbox, or nowhere. */
export type MailRoute = { kind: "smtp"; deliver: Deliver } | { kind: "demo" } | { kind: "none" };

export type PostParts = {
  database: Database;
  route: MailRoute;
  /** What links begin with, e.g. `https://cordon.example.org`. */
  publicUrl: string;
  clock: () => Date;
};

/** Addresses are personal data: what is settled is forgotten after three months. */
const KEEP_MS = 90 * 24 * 60 * 60_000;

/**
 * Sends every letter that is due, one after another, and answers how many were looked at. Each is claimed in one
 * transaction and settled in another, with the mail server in between: a process that dies there leaves a letter that
 * another one takes over five minutes later. So a letter is never lost; at worst it comes twice, with the same
 * Message-ID.
 */
export async function postDueLetters(parts: PostParts, atMost = 500): Promise<number> {
  let count = 0;
  while (count < atMost && (await postNext(parts))) count++;
  return count;
}

export async function forgetOldLetters(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEEP_MS);
  await database.transaction((db) => deleteSettledLetters(db, before));
}

async function postNext(parts: PostParts): Promise<boolean> {
  const { database, clock } = parts;
  const now = clock();
  // Nearly always there is nothing: a look must not wait for a turn to write.
  if (!(await hasDueLetter(database.read, now))) return false;
  const claimed = await database.transaction((db) => claim(db, parts, now));
  if (!claimed) return false;
  const { letter, url } = claimed;
  if (url === null) return true;
  const composed = compose(letter.letter, url);
  const delivery = await handOver(parts, letter, composed);
  await database.transaction((db) => settleLetter(db, letter.organisationId, letter, delivery));
  return true;
}

type Claimed = { letter: OutboxLetter; url: string | null };

/** With the claim comes a token of this letter's own: only its hash is kept, so no link is ever stored. */
async function claim(db: Db, { route, publicUrl }: PostParts, now: Date): Promise<Claimed | undefined> {
  const letter = await claimDueLetter(db, now, new Date(now.getTime() + LEASE_MS));
  if (!letter) return undefined;
  const settle = async (state: "cancelled" | "not-sent") => {
    const delivery = { state, failure: "", dueAt: now, settledAt: now };
    await settleLetter(db, letter.organisationId, letter, delivery);
    return { letter, url: null };
  };
  const isSendable = route.kind === "smtp" || (route.kind === "demo" && (await isOfDemo(db, letter)));
  if (!isSendable) return settle("not-sent");
  const path = (await isStillWanted(db, letter)) ? await toPath(db, letter, now) : null;
  return path === null ? settle("cancelled") : { letter, url: publicUrl + path };
}

async function isOfDemo(db: Db, { organisationId }: OutboxLetter): Promise<boolean> {
  return (await findOrganisation(db, organisationId))?.isDemo ?? false;
}

/** A request that has been answered, declined or withdrawn in the meantime needs no letter. */
async function isStillWanted(db: Db, { organisationId, letter, subjectId }: OutboxLetter): Promise<boolean> {
  if (letter.kind !== "request" && letter.kind !== "reminder") return true;
  const request = await findRequest(db, organisationId, subjectId);
  return request?.state === "sent" || request?.state === "accepted";
}

/** The link of a letter; null where the invitation it belongs to can no longer be accepted. */
async function toPath(db: Db, { letter }: OutboxLetter, now: Date): Promise<string | null> {
  const { link } = letter;
  switch (link.to) {
    case "received-request":
      return paths.receivedRequest(link.requestId);
    case "declaration":
      return paths.declarationSections(link.declarationId);
    case "calendar":
      return paths.calendar();
    case "received-notice":
      return paths.receivedNotice(link.noticeId);
    case "notices":
      return paths.notices();
    case "incidents":
      return paths.incidents();
    case "asked":
    case "invitation": {
      const token = newToken();
      const { invitationId } = link;
      const isOpen = await saveInvitationToken(db, link.organisationId, {
        ...{ invitationId, tokenHash: hashToken(token), createdAt: now },
      });
      if (!isOpen) return null;
      return link.to === "asked" ? paths.askedRequest(token) : paths.invitation(token);
    }
  }
}

async function handOver({ route, publicUrl, clock }: PostParts, letter: OutboxLetter, composed: Composed) {
  const { id, recipient, attempts } = letter;
  if (route.kind !== "smtp")
    return {
      ...afterAttempt({ outcome: "delivered" }, attempts, clock()),
      copy: `${composed.subject}\n\n${composed.text}`,
    };
  const messageId = `${id}@${new URL(publicUrl).hostname}`;
  const attempt = await route.deliver({ ...composed, messageId, recipient });
  return afterAttempt(attempt, attempts, clock());
}
