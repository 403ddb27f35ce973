import { Inflate } from "fflate";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { joined, pushInPieces, TooLarge } from "./bounded-output";

export type InflateError = "damaged" | "too-large";

/**
 * Unpacks a raw DEFLATE stream (RFC 1951). Stops as soon as more than `limit` bytes have come out, so that a small
 * file cannot fill the memory. Never throws.
 */
export function inflateRaw(packed: Uint8Array, limit: number): Result<Uint8Array, InflateError> {
  // The library takes nothing at all for an end.
  if (packed.length === 0) return refuse("damaged");
  const parts: Array<Uint8Array> = [];
  let room = limit;
  const stream = new Inflate((part) => {
    room -= part.length;
    if (room < 0) throw new TooLarge();
    parts.push(part);
  });
  try {
    pushInPieces(
      packed,
      () => room,
      (piece, isLast) => stream.push(piece, isLast),
    );
    return accept(joined(parts));
  } catch (error) {
    return refuse(error instanceof TooLarge ? "too-large" : "damaged");
  }
}
