import { AppError } from "~/domain/shared/app-error";

/** Each takes a core and some hundred megabytes while it is written. */
const AT_ONCE = 1;
/** What waits keeps a connection open. */
const MAX_WAITING = 8;
/** One person cannot keep all others waiting. */
const MAX_OF_ONE_PERSON = 2;

export type Waiting = {
  /** Who asked for it: an organisation and a person in it. */
  owner: string;
  /** Gives it up, waiting or under way. */
  signal: AbortSignal;
  /** How many come first, again whenever that changes. */
  tell?: (before: number) => void;
};
type Entry = Waiting & { start: () => void };

/** Owners of what is under way. */
const running: Array<string> = [];
const waiting: Array<Entry> = [];

/**
 * Runs long work when its turn has come. Refuses as `too-many-requests` (429) what is one too many of a person, and as
 * `unavailable` (503), which says when to come back, what would wait too long.
 */
export async function inQueue<T>(entry: Waiting, work: () => Promise<T>): Promise<T> {
  const { owner, signal } = entry;
  signal.throwIfAborted();
  const own = [...running, ...waiting.map((one) => one.owner)];
  if (own.filter((one) => one === owner).length >= MAX_OF_ONE_PERSON)
    throw new AppError("too-many-requests", "your documents before this one are still being written");
  if (waiting.length >= MAX_WAITING)
    throw new AppError("unavailable", "too many documents are being written");
  await turnOf(entry);
  try {
    return await work();
  } finally {
    running.splice(running.indexOf(owner), 1);
    startNext();
  }
}

function turnOf(entry: Waiting): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      waiting.splice(waiting.indexOf(mine), 1);
      // Whatever reason an abort has, it is what `throwIfAborted` would throw.
      reject(entry.signal.reason as Error);
      tellPlaces();
    };
    const mine: Entry = {
      ...entry,
      start() {
        entry.signal.removeEventListener("abort", giveUp);
        running.push(entry.owner);
        resolve();
      },
    };
    entry.signal.addEventListener("abort", giveUp, { once: true });
    waiting.push(mine);
    startNext();
  });
}

function startNext(): void {
  while (running.length < AT_ONCE) {
    const next = waiting.shift();
    if (!next) break;
    next.start();
  }
  tellPlaces();
}

function tellPlaces(): void {
  for (const [place, { tell }] of waiting.entries()) tell?.(place + running.length);
}
