/** The numbers behind the charts, without React: pixels, x grows to the right. */
export type Part<Key extends string> = { key: Key; count: number };
export type Stretch<Key extends string> = Part<Key> & { start: number; length: number };

/**
 * Parts side by side from 0, together as long as their sum is of `whole`; nothing is drawn where nothing is counted. A
 * part that would be thinner than `least` is drawn as thick as that, at the cost of the longest: what counts stays visible.
 */
export function stack<Key extends string>(
  parts: ReadonlyArray<Part<Key>>,
  { whole, length, least = 0 }: { whole: number; length: number; least?: number },
): ReadonlyArray<Stretch<Key>> {
  const counted = parts.filter(({ count }) => count > 0);
  if (whole <= 0 || counted.length === 0) return [];
  const sum = counted.reduce((total, { count }) => total + count, 0);
  const room = (Math.min(sum, whole) / whole) * length;
  const thinnest = Math.min(least, room / counted.length);
  const wanted = counted.map(({ count }) => Math.max(thinnest, (count / sum) * room));
  const excess = wanted.reduce((total, one) => total + one, 0) - room;
  const longest = wanted.indexOf(Math.max(...wanted));
  // The longest of n parts has at least the n-th part of the room, so it can give what the thin ones take in all but tiny charts.
  const lengths = wanted.map((one, place) => (place === longest ? Math.max(thinnest, one - excess) : one));
  const drawn = lengths.reduce((total, one) => total + one, 0);
  let start = 0;
  return counted.map((part, place) => {
    const own = ((lengths[place] ?? 0) / drawn) * room;
    const stretch = { ...part, start, length: own };
    start += own;
    return stretch;
  });
}

/** Round numbers from 0 to at least `highest`, at most `most` steps of 1, 2 or 5 times a power of ten; whole numbers only. */
export function ticksUpTo(highest: number, most: number): ReadonlyArray<number> {
  const least = Math.max(1, highest) / Math.max(1, most);
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= least) ?? 10 * power;
  return Array.from({ length: Math.ceil(Math.max(1, highest) / step) + 1 }, (_, place) => place * step);
}
