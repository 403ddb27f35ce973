/** One byte of DEFLATE gives at most so many: a match of 258 bytes takes two bits. */
const MOST_FOR_ONE = 1_032;
const LONGEST_PIECE = 16 * 1024;
/** What comes out of it is less than the library's own window. */
const SHORTEST_PIECE = 64;

/** Thrown where more would come out than the limit allows. */
export class TooLarge extends Error {}

/**
 * Hands `packed` on in pieces of at most 16 KB, shorter where there is little `room` left: the library gives all that
 * a piece holds in one array, which therefore is never larger than what may still come, or 64 KB.
 */
export function pushInPieces(
  packed: Uint8Array,
  room: () => number,
  push: (piece: Uint8Array, isLast: boolean) => void,
): void {
  let at = 0;
  do {
    const length = Math.floor(Math.max(0, room()) / MOST_FOR_ONE);
    const end = at + Math.min(LONGEST_PIECE, Math.max(SHORTEST_PIECE, length));
    push(packed.subarray(at, end), end >= packed.length);
    at = end;
  } while (at < packed.length);
}

/** Puts arrays one after the other. */
export function joined(parts: ReadonlyArray<Uint8Array>): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
