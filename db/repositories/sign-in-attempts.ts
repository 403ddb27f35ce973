import { and, count, eq, gt, inArray, lt } from "drizzle-orm";
import type { Db } from "../client";
import { signInAttempts } from "../schema";

export async function countSignInAttempts(db: Db, throttleKey: string, since: Date): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(signInAttempts)
    .where(and(eq(signInAttempts.throttleKey, throttleKey), gt(signInAttempts.at, since)));
  return row?.count ?? 0;
}

/** Remembers a failed attempt under every key, and forgets what no throttle looks at any more. */
export async function saveSignInAttempt(
  db: Db,
  attempt: { ids: ReadonlyArray<string>; throttleKeys: ReadonlyArray<string>; at: Date; forgetBefore: Date },
): Promise<void> {
  await db.delete(signInAttempts).where(lt(signInAttempts.at, attempt.forgetBefore));
  await db.insert(signInAttempts).values(
    attempt.throttleKeys.map((throttleKey, index) => ({
      id: attempt.ids[index] ?? "",
      throttleKey,
      at: attempt.at,
    })),
  );
}

export async function deleteSignInAttempts(db: Db, throttleKeys: ReadonlyArray<string>): Promise<void> {
  await db.delete(signInAttempts).where(inArray(signInAttempts.throttleKey, [...throttleKeys]));
}
