import type { Db } from "~db/client";
import { countSignInAttempts, saveSignInAttempt } from "~db/repositories/sign-in-attempts";
import type { Visitor } from "../use-case.server";
import { hashToken } from "./token.server";

const WINDOW_MS = 15 * 60_000;
/** Failures of one account from one network. Other networks are not affected, so nobody can lock the owner out. */
const PER_ACCOUNT_AND_NETWORK = 5;
/** Failures of all accounts from one network; a hospital may sit behind one address. */
const PER_NETWORK = 100;

export type ThrottleKeys = { accountAndNetwork: string; network: string };
export type Throttled = { code: "too-many-attempts"; minutes: number };

/** Only hashes are kept. `account` is an e-mail address, or what stands for one. */
export function throttleKeys(account: string, clientAddress: string): ThrottleKeys {
  const network = toNetwork(clientAddress);
  return {
    accountAndNetwork: hashToken(`account ${account} ${network}`),
    network: hashToken(`network ${network}`),
  };
}

/** The refusal where passwords have been tried too often in the last quarter of an hour. */
export async function findThrottle(
  { database, now }: Visitor,
  keys: ThrottleKeys,
): Promise<Throttled | undefined> {
  const since = new Date(now.getTime() - WINDOW_MS);
  const failures = await countSignInAttempts(database.read, keys.accountAndNetwork, since);
  const failuresOfNetwork = await countSignInAttempts(database.read, keys.network, since);
  if (failures < PER_ACCOUNT_AND_NETWORK && failuresOfNetwork < PER_NETWORK) return undefined;
  return { code: "too-many-attempts", minutes: WINDOW_MS / 60_000 };
}

export async function noteFailure(visitor: Visitor, keys: ThrottleKeys): Promise<void> {
  await visitor.database.transaction((db) => saveFailure(db, visitor, keys));
}

/** The same inside a transaction that writes more. */
export async function saveFailure(
  db: Db,
  { now, newId }: Pick<Visitor, "now" | "newId">,
  keys: ThrottleKeys,
): Promise<void> {
  await saveSignInAttempt(db, {
    ids: [newId(), newId()],
    throttleKeys: [keys.accountAndNetwork, keys.network],
    at: now,
    forgetBefore: new Date(now.getTime() - WINDOW_MS),
  });
}

/** /64 of an IPv6 address, the whole of an IPv4 one: what one person at home commonly has. */
function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  return address.includes(":") ? address.split(":").slice(0, 4).join(":") : address;
}
