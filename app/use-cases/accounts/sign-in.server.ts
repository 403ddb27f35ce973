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
import {
  countSignInAttempts,
  deleteSignInAttempts,
  saveSignInAttempt,
} from "~db/repositories/sign-in-attempts";
import { type InvalidInput, openUseCase, toInvalidInput, type Visitor } from "../use-case.server";
import { isPasswordOf } from "./password.server";
import { hashToken, newToken } from "./token.server";

const WINDOW_MS = 15 * 60_000;
/** Failures of one account from one network. Other networks are not affected, so nobody can lock the owner out. */
const PER_ACCOUNT_AND_NETWORK = 5;
/** Failures of all accounts from one network; a hospital may sit behind one address. */
const PER_NETWORK = 100;

const SignInInput = z.strictObject({
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password: z.string().min(1, "required").max(200, "too-long"),
});

export type SignInRefusal = { code: "wrong-credentials" } | { code: "too-many-attempts"; minutes: number };
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
  const { database, now, newId } = visitor;
  const keys = throttleKeys(email, where.clientAddress);
  const since = new Date(now.getTime() - WINDOW_MS);
  const failures = await countSignInAttempts(database.read, keys.accountAndNetwork, since);
  const failuresOfNetwork = await countSignInAttempts(database.read, keys.network, since);
  if (failures >= PER_ACCOUNT_AND_NETWORK || failuresOfNetwork >= PER_NETWORK)
    return refuse({ code: "too-many-attempts", minutes: WINDOW_MS / 60_000 });

  const person = await findPersonByEmail(database.read, email);
  if (!(await isPasswordOf(person?.passwordHash, password)) || !person) {
    await database.transaction((db) =>
      saveSignInAttempt(db, {
        ids: [newId(), newId()],
        throttleKeys: [keys.accountAndNetwork, keys.network],
        at: now,
        forgetBefore: since,
      }),
    );
    return refuse({ code: "wrong-credentials" });
  }
  return startSession(visitor, { personId: person.id, throttleKey: keys.accountAndNetwork, ...where });
}

const StartSessionInput = z.object({
  personId: z.string(),
  throttleKey: z.string().optional(),
  userAgent: z.string(),
  previousToken: z.string().optional(),
});

/** A new session with a new token; the one the browser came with ends, so that it cannot have been planted. */
export const startSession = openUseCase({
  action: "session.sign-in",
  input: StartSessionInput,
  async run({ db, input, now }) {
    const token = newToken();
    const [first] = await listMemberships(db, input.personId);
    await deleteExpiredSessions(db, now);
    if (input.previousToken) await deleteSession(db, hashToken(input.previousToken));
    if (input.throttleKey) await deleteSignInAttempts(db, [input.throttleKey]);
    await saveSession(db, {
      tokenHash: hashToken(token),
      personId: input.personId,
      organisationId: first?.organisationId ?? null,
      userAgent: input.userAgent.slice(0, 200),
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

function throttleKeys(email: string, clientAddress: string) {
  const network = toNetwork(clientAddress);
  return {
    accountAndNetwork: hashToken(`account ${email} ${network}`),
    network: hashToken(`network ${network}`),
  };
}

/** /64 of an IPv6 address, the whole of an IPv4 one: what one person at home commonly has. */
function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;
}
