import { and, count, eq, gt, inArray, lt } from "drizzle-orm";
import type { Db } from "../client";
import { signInAttempts, signInNetworks } from "../schema";

export async function countSignInAttempts(db: Db, throttleKey: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.throttleKey, throttleKey), gt(signInAttempts.at, since)));
  return row?.count ?? 0;
}

type Attempt = { id: string; throttleKey: string };

/** Remembers an attempt under every key, and forgets what no throttle looks at any more. */
export async function saveSignInAttempts(
  db: Db,
  attempts: ReadonlyArray<Attempt>,
  { at, forgetBefore }: { at: Date; forgetBefore: Date },
): Promise<void> {
  await db.delete(signInAttempts).where(lt(signInAttempts.at, forgetBefore));
  await db.insert(signInAttempts).values(attempts.map((attempt) => ({ ...attempt, at })));
}

/** Takes single attempts back. */
export async function deleteSignInAttempts(db: Db, ids: ReadonlyArray<string>): Promise<void> {
  if (ids.length > 0) await db.delete(signInAttempts).where(inArray(signInAttempts.id, [...ids]));
}

/** Forgets whatever was tried under this key. */
export async function deleteSignInAttemptsOf(db: Db, throttleKey: string): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.throttleKey, throttleKey));
}

/** Whether somebody has signed in under this key since then. */
export async function isSignInNetwork(db: Db, throttleKey: string, since: Date): Promise<boolean> {
  const [known] = await db
    .select({ at: signInNetworks.at })
    .from(signInNetworks)
    .where(and(eq(signInNetworks.throttleKey, throttleKey), gt(signInNetworks.at, since)));
  return known !== undefined;
}

/** Remembers from where somebody has signed in, and forgets what is too long ago. */
export async function saveSignInNetwork(
  db: Db,
  throttleKey: string,
  { at, forgetBefore }: { at: Date; forgetBefore: Date },
): Promise<void> {
  await db.delete(signInNetworks).where(lt(signInNetworks.at, forgetBefore));
  await db
    .insert(signInNetworks)
    .values({ throttleKey, at })
    .onConflictDoUpdate({ target: signInNetworks.throttleKey, set: { at } });
}
