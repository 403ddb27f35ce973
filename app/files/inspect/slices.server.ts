import type { FileHandle } from "node:fs/promises";

const SLICE_BYTES = 64 * 1024;
/** The record that ends an archive, with the longest comment there may be (APPNOTE 4.3.16). */
const END_OF_ZIP = 22;
const LONGEST_COMMENT = 65_535;

/** Up to `length` bytes from a place; fewer where the file ends. */
export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** The whole file from its beginning, slice by slice. */
export async function* slicesOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const slice = await readAt(file, position, SLICE_BYTES);
    if (slice.length > 0) yield slice;
    if (slice.length < SLICE_BYTES) return;
    position += slice.length;
  }
}

/** True where a program that unpacks archives would find one at the end: they are read from there. */
export async function endsAsZip(file: FileHandle, bytes: number): Promise<boolean> {
  const from = Math.max(0, bytes - END_OF_ZIP - LONGEST_COMMENT);
  const tail = await readAt(file, from, bytes - from);
  for (let at = tail.lastIndexOf("PK\u0005\u0006", undefined, "latin1"); at >= 0; ) {
    const isWhole = at + END_OF_ZIP <= tail.length;
    const directory = isWhole ? tail.readUInt32LE(at + 12) : 0;
    // A directory that fits in front of its own end; what stands behind is the comment, true or not.
    if (isWhole && directory <= from + at) return true;
    at = at === 0 ? -1 : tail.lastIndexOf("PK\u0005\u0006", at - 1, "latin1");
  }
  return false;
}
