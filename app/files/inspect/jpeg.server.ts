import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { MAX_PIXELS } from "./png.server";
import { readAt } from "./slices.server";

const MAX_SEGMENTS = 10_000;
const START_OF_SCAN = 0xda;

/** Segment by segment to the first scan (ITU-T T.81, B.1); the file has to end where the image does. */
export async function inspectJpeg(file: FileHandle, bytes: number): Promise<ContentFault | null> {
  let position = 2;
  let isSized = false;
  for (let segment = 0; segment < MAX_SEGMENTS; segment += 1) {
    const frame = await readAt(file, position, 9);
    const marker = frame[1] ?? 0;
    if (frame.length < 9 || frame[0] !== 0xff) return "damaged";
    if (isFrame(marker)) {
      if (frame.readUInt16BE(5) * frame.readUInt16BE(7) > MAX_PIXELS) return "unpacks-too-large";
      isSized = true;
    }
    position += 2 + frame.readUInt16BE(2);
    if (position > bytes) return "damaged";
    if (marker !== START_OF_SCAN) continue;
    const end = await readAt(file, bytes - 2, 2);
    if (!isSized) return "damaged";
    return end[0] === 0xff && end[1] === 0xd9 ? null : "two-in-one";
  }
  return "damaged";
}

/** Start of a frame, which tells how large the image is; among the numbers stand three that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
