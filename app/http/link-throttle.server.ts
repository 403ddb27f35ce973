import { AppError } from "~/domain/shared/app-error";

const WINDOW_MS = 15 * 60_000;
/** Links that do not exist, asked for from one address: enough for a company behind one, far from guessing. */
const MISSES = 60;
/** Addresses remembered at once; the oldest go first. */
const REMEMBERED = 10_000;

type Misses = { since: number; count: number };
const missesByAddress = new Map<string, Misses>();

/**
 * Holds up whoever tries out links. Kept in this process and not in the database, because looking at a link must write
 * nothing; a token of 256 bits is not found by trying, so this spares work rather than secrets. Throws
 * `too-many-requests`.
 */
export function refuseLinkTrials(clientAddress: string, now: Date): void {
  const misses = missesByAddress.get(clientAddress);
  if (misses && now.getTime() - misses.since < WINDOW_MS && misses.count >= MISSES)
    throw new AppError("too-many-requests", "too many links that do not exist");
}

/** A link that does not lead anywhere, or not any more. */
export function noteMissedLink(clientAddress: string, now: Date): void {
  const known = missesByAddress.get(clientAddress);
  const isCurrent = known && now.getTime() - known.since < WINDOW_MS;
  missesByAddress.delete(clientAddress);
  missesByAddress.set(clientAddress, {
    since: isCurrent ? known.since : now.getTime(),
    count: isCurrent ? known.count + 1 : 1,
  });
  const [oldest] = missesByAddress.keys();
  if (missesByAddress.size > REMEMBERED && oldest !== undefined) missesByAddress.delete(oldest);
}
