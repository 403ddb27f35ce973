import { z } from "zod";
import { ABSOLUTE_MS, isLive } from "~/domain/access/session-lifetime";
import type { StepUpRefusal } from "~/domain/access/step-up";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { findPersonByEmail } from "~db/repositories/people";
import { findSession, type Session, saveSession } from "~db/repositories/sessions";
import { openUseCase, type Visitor } from "../use-case.server";
import { isPasswordOf } from "./password.server";
import { GuessSchema, giveBackGuess, reserveGuess, throttleKeys } from "./throttle.server";
import { hashToken, newToken } from "./token.server";

/** How long the token from before still answers what the browser had asked with it. */
const OLD_TOKEN_MS = 60_000;
const LONGEST_PASSWORD = 200;

/**
 * Whoever is signed in gives the password once more, and the session goes on under a new token that knows when. The
 * password is checked before the transaction: hashing must not hold up other writers.
 */
export async function confirmPassword(
  visitor: Visitor,
  given: { token: string; password: string },
  { clientAddress }: { clientAddress: string },
): Promise<Result<{ token: string }, StepUpRefusal>> {
  const { database, now } = visitor;
  const tokenHash = hashToken(given.token);
  const { email } = await findLiveSession(database.read, tokenHash, now);
  const guess = await reserveGuess(visitor, throttleKeys(email, clientAddress));
  if (!guess.ok)
    return refuse({ code: "step-up", reason: "too-many-attempts", minutes: guess.refusal.minutes });
  const person = await findPersonByEmail(database.read, email);
  const isTooLong = given.password.length > LONGEST_PASSWORD;
  if (isTooLong || !(await isPasswordOf(person?.passwordHash, given.password))) {
    await noteWrongPassword(visitor, { tokenHash });
    return refuse({ code: "step-up", reason: "wrong-password" });
  }
  const stepped = await stepUp(visitor, { tokenHash, guess: guess.value });
  if (!stepped.ok) throw new Error("what the portal asks of itself was not understood");
  return accept({ token: stepped.value.token });
}

/**
 * The token from before gains nothing and ends within a minute: what the browser sent just now, and a second press of
 * the same button, still find somebody signed in.
 */
const stepUp = openUseCase({
  action: "session.step-up",
  input: z.object({ tokenHash: z.string(), guess: GuessSchema }),
  async run({ db, input, now }) {
    const { email: _email, name: _name, ...session } = await findLiveSession(db, input.tokenHash, now);
    const token = newToken();
    const soon = now.getTime() + OLD_TOKEN_MS;
    await giveBackGuess(db, input.guess, now);
    await saveSession(db, {
      ...session,
      passwordGivenAt: null,
      expiresAt: new Date(Math.min(session.expiresAt.getTime(), soon)),
    });
    await saveSession(db, {
      ...session,
      tokenHash: hashToken(token),
      passwordGivenAt: now,
      lastSeenAt: now,
      expiresAt: new Date(session.createdAt.getTime() + ABSOLUTE_MS),
    });
    return accept({ ...whoseIs(session), token });
  },
});

/** A wrong password of somebody who is signed in already is worth a line in the log of their organisation. */
const noteWrongPassword = openUseCase({
  action: "session.refuse-step-up",
  input: z.object({ tokenHash: z.string() }),
  async run({ db, input, now }) {
    return accept(whoseIs(await findLiveSession(db, input.tokenHash, now)));
  },
});

/** Throws `unauthenticated` where the session has ended meanwhile. */
async function findLiveSession(db: Db, tokenHash: string, now: Date) {
  const session = await findSession(db, tokenHash);
  if (!session || !isLive(session, now)) throw new AppError("unauthenticated", "sign in first");
  return session;
}

function whoseIs({ personId, organisationId }: Session) {
  return { id: personId, personId, organisationId };
}
