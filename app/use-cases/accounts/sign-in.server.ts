import { z } from "zod";
import { ABSOLUTE_MS } from "~/domain/access/session-lifetime";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { findPersonByEmail } from "~db/repositories/people";
import {
  deleteExpiredSessions,
  deleteSession,
  listMemberships,
  saveSession,
} from "~db/repositories/sessions";
import { type InvalidInput, openUseCase, toInvalidInput, type Visitor } from "../use-case.server";
import { isPasswordOf } from "./password.server";
import { GuessSchema, giveBackGuess, reserveGuess, type Throttled, throttleKeys } from "./throttle.server";
import { hashToken, newToken } from "./token.server";

const SignInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password: z.string().min(1, "required").max(200, "too-long"),
});

export type SignInRefusal = { code: "wrong-credentials" } | Throttled;
type Where = { clientAddress: string; userAgent: string; previousToken: string | undefined };
type SignedIn = { token: string };

/**
 * Email and password become a session. Unknown accounts and wrong passwords get the same answer after the same
 * time. The password is checked before the transaction: hashing must not hold up other writers.
 */
export async function signIn(
  visitor: Visitor,
  raw: unknown,
  where: Where,
): Promise<Result<SignedIn, SignInRefusal | InvalidInput>> {
  const parsed = SignInInput.safeParse(raw);
  if (!parsed.success) return refuse(toInvalidInput(parsed.error));
  const { email, password } = parsed.data;
  const guess = await reserveGuess(visitor, throttleKeys(email, where.clientAddress));
  if (!guess.ok) return guess;
  const person = await findPersonByEmail(visitor.database.read, email);
  if (!(await isPasswordOf(person?.passwordHash, password)) || !person)
    return refuse({ code: "wrong-credentials" });
  return startSession(visitor, { personId: person.id, guess: guess.value, ...where });
}

const StartSessionInput = z.object({
  personId: z.string(),
  /** For whom to act first; where the person does not belong to it, the first of their own. */
  organisationId: z.string().optional(),
  guess: GuessSchema.optional(),
  userAgent: z.string(),
  previousToken: z.string().optional(),
});

/** A new session with a new token, for whom has just given or set a password; the one the browser came with ends, so that it cannot have been planted. */
export const startSession = openUseCase({
  action: "session.sign-in",
  input: StartSessionInput,
  async run({ db, input, now }) {
    const token = newToken();
    const memberships = await listMemberships(db, input.personId);
    const first =
      memberships.find(({ organisationId }) => organisationId === input.organisationId) ?? memberships[0];
    await deleteExpiredSessions(db, now);
    if (input.previousToken) await deleteSession(db, hashToken(input.previousToken));
    if (input.guess) await giveBackGuess(db, input.guess, now);
    await saveSession(db, {
      tokenHash: hashToken(token),
      personId: input.personId,
      organisationId: first?.organisationId ?? null,
      userAgent: input.userAgent.slice(0, 200),
      passwordGivenAt: now,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
    });
    return accept({
      id: input.personId,
      personId: input.personId,
      organisationId: first?.organisationId ?? null,
      token,
    });
  },
});
