import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { readAt } from "./slices.server";

const RIFF_FRAME = 8;

/** A RIFF container says how long it is: not a byte may be missing or stand behind it. */
export async function inspectWebp(file: FileHandle, bytes: number): Promise<ContentFault | null> {
  const head = await readAt(file, 0, 16);
  if (head.length < 16 || !/^VP8[ LX]$/.test(head.toString("latin1", 12, 16))) return "damaged";
  const stated = head.readUInt32LE(4) + RIFF_FRAME;
  if (stated === bytes) return null;
  return stated > bytes ? "damaged" : "two-in-one";
}
