import type { Db } from "./client";
import { dataVersion } from "./data-version";

/** What was read or worked out lately, by a key that names everything it depends on. */
export type Kept<Value> = {
  find(key: string): Value | undefined;
  /** Gives back what it was given. */
  keep(key: string, value: Value): Value;
};

/**
 * Keeps at most `room` in this process, what was used longest ago goes first; `weightOf` tells how much of the room a
 * value takes, 1 where it is left out. Only for what can never change under its key: the key begins with the
 * organisation whose it is, and names a fingerprint or every state that goes in. So nothing has to be taken out, other
 * processes need not be asked, and a transaction that is undone leaves nothing wrong behind.
 */
export function keptValues<Value extends object>(
  room: number,
  weightOf: (value: Value) => number = () => 1,
): Kept<Value> {
  const known = new Map<string, { value: Value; weight: number }>();
  let used = 0;
  const forget = (key: string) => {
    used -= known.get(key)?.weight ?? 0;
    known.delete(key);
  };
  return {
    find(key) {
      const found = known.get(key);
      if (!found) return undefined;
      // A Map is in the order of insertion: what is used goes to its end, as soon as anything may have to go.
      if (used * 2 > room) {
        known.delete(key);
        known.set(key, found);
      }
      return found.value;
    },
    keep(key, value) {
      forget(key);
      const weight = weightOf(value);
      known.set(key, { value, weight });
      used += weight;
      for (const oldest of known.keys()) {
        if (used <= room) break;
        forget(oldest);
      }
      return value;
    },
  };
}

/**
 * Keeps what `work` makes of the database alone for as long as nobody writes to it, `room` of them by key; the key begins
 * with the organisation whose it is. Who asks while it is being made waits for the same work; what failed is made anew, and
 * so is everything where the database does not count its commits, or within a transaction.
 */
export function keptUntilWritten<Value>(room: number) {
  const kept = keptValues<{ version: number; value: Promise<Value> }>(room);
  return async (db: Db, key: string, work: () => Promise<Value>): Promise<Value> => {
    // Read before the work: what is written meanwhile is seen as new afterwards.
    const version = dataVersion(db);
    if (version === null) return work();
    const found = kept.find(key);
    if (found?.version === version) return found.value;
    const begun = { version, value: work() };
    begun.value.catch(() => {
      begun.version = Number.NaN;
    });
    return kept.keep(key, begun).value;
  };
}
