import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { readAt } from "./slices.server";

const SIGNATURE_BYTES = 8;
/** Length and type before a chunk, checksum behind it. */
const CHUNK_FRAME = 12;
const MAX_CHUNKS = 100_000;
/** More than any scan of a certificate has; what shows it needs four bytes for each. */
export const MAX_PIXELS = 200_000_000;

/** Chunk by chunk from the header to the end (PNG 5.3, 11.2): nothing may stand behind the end. */
export async function inspectPng(file: FileHandle, bytes: number): Promise<ContentFault | null> {
  let position = SIGNATURE_BYTES;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk += 1) {
    const frame = await readAt(file, position, 16);
    if (frame.length < CHUNK_FRAME) return "damaged";
    const length = frame.readUInt32BE(0);
    const type = frame.toString("latin1", 4, 8);
    if (!/^[A-Za-z]{4}$/.test(type) || (chunk === 0) !== (type === "IHDR")) return "damaged";
    if (type === "IHDR") {
      const size = await readAt(file, position + 8, 8);
      if (length !== 13 || size.length < 8) return "damaged";
      if (size.readUInt32BE(0) * size.readUInt32BE(4) > MAX_PIXELS) return "unpacks-too-large";
    }
    position += length + CHUNK_FRAME;
    if (position > bytes) return "damaged";
    if (type === "IEND") return position === bytes ? null : "two-in-one";
  }
  return "damaged";
}
