/** So many values a query names at once. */
const AT_ONCE = 500;

/** Ids in parts that a query can name; none where there are none. */
export function slicesOf(ids: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<string>> {
  const count = Math.ceil(ids.length / AT_ONCE);
  return Array.from({ length: count }, (_, place) => ids.slice(place * AT_ONCE, (place + 1) * AT_ONCE));
}
