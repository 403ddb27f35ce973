/** Two zones side by side, and how many conduits join them. */
export type ZonePair = { from: string; to: string; conduits: number };

/** From so many pairs per zone on, no order shows them all, and trying takes many times as long. */
const MOST_PER_ZONE = 1.5;

/**
 * The pairs that say where zones stand: all of them, or where there are more than one and a half per zone those with most
 * conduits, so that what hangs together still does. In the order given; `zones` is how many there are.
 */
export function leadingPairs(pairs: ReadonlyArray<ZonePair>, zones: number): ReadonlyArray<ZonePair> {
  const most = Math.ceil(zones * MOST_PER_ZONE);
  if (pairs.length <= most) return pairs;
  const strongest = pairs.toSorted((one, other) => other.conduits - one.conduits);
  const chosen = new Set<ZonePair>();
  const groupOf = groups();
  for (const pair of strongest) if (groupOf.join(pair.from, pair.to)) chosen.add(pair);
  for (const pair of strongest) {
    if (chosen.size >= most) break;
    chosen.add(pair);
  }
  return pairs.filter((pair) => chosen.has(pair));
}

/** What hangs together so far. */
function groups() {
  const leaders = new Map<string, string>();
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined; next = leaders.get(leader)) leader = next;
    return leader;
  };
  return {
    /** False where both hang together already. */
    join(one: string, other: string): boolean {
      const [from, to] = [leaderOf(one), leaderOf(other)];
      if (from === to) return false;
      leaders.set(from, to);
      return true;
    },
  };
}
