import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

/** argon2id with OWASP's least cost; about 20 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashing takes memory and a core: more at once would let sign-ins starve everything else. */
const AT_ONCE = 4;

/** Of a password nobody has: checked where the account is unknown, so that both cases take the same time. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$RdescudvJCsgt3ub+b4dWRWJTmaaJObGQ4Rl8IVSGtc";

export const PasswordSchema = z
  .string()
  .min(12, "password-too-short")
  .max(200, "too-long")
  .refine((password) => new Set(password).size > 4, "password-too-simple");

let running = 0;
const waiting: Array<() => void> = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** argon2id in PHC notation, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/** False for a wrong password, and after the same time where there is no hash at all. */
export async function isPasswordOf(
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  const isRight = await inTurn(() => verify(passwordHash ?? NOBODYS_HASH, password).catch(() => false));
  return isRight && typeof passwordHash === "string";
}
