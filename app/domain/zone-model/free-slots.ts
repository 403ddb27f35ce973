export type FreeSlots = ReturnType<typeof freeSlots>;

/**
 * Slots from 0 to `count` - 1, all of them free at first. Every question costs the logarithm of `count` (a Fenwick
 * tree): so thousands of places in a list can be reckoned where each depends on those before it.
 */
export function freeSlots(count: number) {
  const sums = Int32Array.from({ length: count + 1 }, (_, at) => at & -at);
  const half = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));

  function take(slot: number): void {
    for (let at = slot + 1; at <= count; at += at & -at) sums[at] = (sums[at] ?? 0) - 1;
  }

  return {
    take,
    /** How many slots before this one are free. */
    freeBefore(slot: number): number {
      let sum = 0;
      for (let at = slot; at > 0; at -= at & -at) sum += sums[at] ?? 0;
      return sum;
    },
    /** Takes the free slot that has `nth` free ones before it, and says which that is. */
    takeNth(nth: number): number {
      let at = 0;
      let left = nth;
      for (let step = half; step > 0; step >>= 1) {
        const sum = sums[at + step];
        if (sum === undefined || sum > left) continue;
        at += step;
        left -= sum;
      }
      take(at);
      return at;
    },
  };
}
