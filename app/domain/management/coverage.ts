/**
 * How far a zone is covered, one word each: its target first, because nothing placed in it can be held against a target
 * that nobody stands by. `decided`, `partly`, `undecided`: of the products placed in it all, some or none are assessed
 * and decided on.
 */
export const COVERAGES = [
  "decided",
  "partly",
  "undecided",
  "nothing-placed",
  "target-not-accepted",
  "no-target",
] as const;
export type Coverage = (typeof COVERAGES)[number];

export type CoveredZone = {
  hasTarget: boolean;
  /** A security lead has accepted the target as it stands (IEC 62443-3-2 ZCR 7.1). */
  isAccepted: boolean;
  /** Devices in the zone, and those whose product is assessed and has a decision that stands. */
  placed: number;
  decided: number;
};

export function coverageOf({ hasTarget, isAccepted, placed, decided }: CoveredZone): Coverage {
  if (!hasTarget) return "no-target";
  if (!isAccepted) return "target-not-accepted";
  if (placed === 0) return "nothing-placed";
  if (decided === 0) return "undecided";
  return decided < placed ? "partly" : "decided";
}

/** One count for each of the keys, 0 included, in their order. */
export function countBy<Key extends string, Entry>(
  keys: ReadonlyArray<Key>,
  entries: ReadonlyArray<Entry>,
  keyOf: (entry: Entry) => Key | null,
): ReadonlyArray<{ key: Key; count: number }> {
  const counts = new Map<Key, number>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return keys.map((key) => ({ key, count: counts.get(key) ?? 0 }));
}
