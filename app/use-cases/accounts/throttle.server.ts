import { z } from "zod";
import {
  GUESSES_MS,
  isInLane,
  isSprayed,
  KNOWN_MS,
  LANE_MS,
  minutesUntilNextGuess,
  type PasswordGuesses,
} from "~/domain/access/password-guesses";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Db } from "~db/client";
import {
  countSignInAttempts,
  deleteSignInAttempts,
  deleteSignInAttemptsOf,
  isSignInNetwork,
  saveSignInAttempts,
  saveSignInNetwork,
} from "~db/repositories/sign-in-attempts";
import type { Visitor } from "../use-case.server";
import { hashToken } from "./token.server";

const EVERYBODY = hashToken("everybody");
const STRANGERS = hashToken("strangers");

export type ThrottleKeys = { accountAndNetwork: string; network: string };
export type Throttled = { code: "too-many-attempts"; minutes: number };

/** One password that is being checked: counted as wrong until it has proven right. */
export const GuessSchema = z.object({ ids: z.array(z.string()), accountAndNetwork: z.string() });
export type Guess = z.infer<typeof GuessSchema>;

/** Only hashes are kept. `account` is an e-mail address, or what stands for one. */
export function throttleKeys(account: string, clientAddress: string): ThrottleKeys {
  const network = toNetwork(clientAddress);
  return {
    accountAndNetwork: hashToken(`account ${account} ${network}`),
    network: hashToken(`network ${network}`),
  };
}

/**
 * Counts a password before it is checked, or refuses to have it checked: of any number that come at once no more are
 * checked than one after another, because counting and looking are one exclusive or serializable transaction. What is
 * refused is not counted, so that trying on never makes anybody wait longer.
 */
export async function reserveGuess(visitor: Visitor, keys: ThrottleKeys): Promise<Result<Guess, Throttled>> {
  const { database, now, newId } = visitor;
  // Looked at without a transaction first: whoever is held up must not hold up those who write.
  const waiting = toRefusal(await findGuesses(database.read, keys, now));
  if (waiting) return refuse(waiting);
  return inTurn(() =>
    database.transaction(async (db) => {
      const guesses = await findGuesses(db, keys, now);
      const refused = toRefusal(guesses);
      if (refused) return refuse(refused);
      const counted = [keys.accountAndNetwork, keys.network];
      // Above the ceiling counting on would tell nothing new, and has to be read for every guess.
      if (!isSprayed(guesses)) counted.push(EVERYBODY);
      if (isInLane(guesses)) counted.push(STRANGERS);
      const attempts = counted.map((throttleKey) => ({ id: newId(), throttleKey }));
      await saveSignInAttempts(db, attempts, { at: now, forgetBefore: before(now, GUESSES_MS) });
      const { accountAndNetwork } = keys;
      return accept({ ids: attempts.map(({ id }) => id), accountAndNetwork });
    }),
  );
}

let turn: Promise<unknown> = Promise.resolve();

/** All read and write the same counts: on PostgreSQL a hundred at once would throw one another back until they give up. */
function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

/** The password was right: neither it counts nor what was mistyped before it, and the network is one of the person's. */
export async function giveBackGuess(db: Db, { ids, accountAndNetwork }: Guess, now: Date): Promise<void> {
  await deleteSignInAttempts(db, ids);
  await deleteSignInAttemptsOf(db, accountAndNetwork);
  await saveSignInNetwork(db, accountAndNetwork, { at: now, forgetBefore: before(now, KNOWN_MS) });
}

async function findGuesses(db: Db, keys: ThrottleKeys, now: Date): Promise<PasswordGuesses> {
  const since = before(now, GUESSES_MS);
  const ofEverybody = await countSignInAttempts(db, EVERYBODY, since);
  const isQuiet = !isSprayed({ ofEverybody });
  return {
    ofAccountAndNetwork: await countSignInAttempts(db, keys.accountAndNetwork, since),
    ofNetwork: await countSignInAttempts(db, keys.network, since),
    ofEverybody,
    ofStrangersThisMinute: isQuiet ? 0 : await countSignInAttempts(db, STRANGERS, before(now, LANE_MS)),
    isKnown: isQuiet || (await isSignInNetwork(db, keys.accountAndNetwork, before(now, KNOWN_MS))),
  };
}

function toRefusal(guesses: PasswordGuesses): Throttled | undefined {
  const minutes = minutesUntilNextGuess(guesses);
  return minutes === 0 ? undefined : { code: "too-many-attempts", minutes };
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

/** /64 of an IPv6 address, the whole of an IPv4 one: what one person at home commonly has. */
function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;
}
