/** Rows as bits: bit `i & 31` of word `i >>> 5` stands for row `i`. */
export const ROW_WORDS = 4;
/** Rows that fit. IEC 62443-4-2 has 122. */
export const ROW_CAPACITY = ROW_WORDS * 32;

/** What has to be there: a place that nobody holds is a mistake of the caller, never an empty answer. */
export function held<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new RangeError("nothing stands there");
  return value;
}

/**
 * A typed array as a total function: 0 beyond its ends. Inlined wherever speed counts, as long as it only ever sees one
 * kind of array and nobody reads beyond the end: what one caller does slows all of them.
 */
export function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

export function setBit(words: Int32Array, index: number, bit: number): void {
  words[index] = at(words, index) | (1 << (bit & 31));
}

/** Indices of the bits that are set, ascending. */
export function bitsOf(words: ArrayLike<number>): ReadonlyArray<number> {
  return Array.from(words).flatMap((word, place) => {
    const bits: Array<number> = [];
    for (let rest = word; rest !== 0; rest &= rest - 1) bits.push(place * 32 + lowestBit(rest));
    return bits;
  });
}

/** Index of the lowest bit of a word that has one. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
