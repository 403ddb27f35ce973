import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough, unzipSync } from "fflate";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { joined, pushInPieces, TooLarge } from "./bounded-output";

export type ZipError = "not-a-zip" | "encrypted" | "damaged" | "too-many-entries" | "too-large";

/** `ratio`: so many bytes may come out for one of the archive; up to a megabyte may come out of any. */
export type ZipLimits = { entries: number; entryBytes: number; totalBytes: number; ratio: number };

const ALWAYS_ALLOWED = 1024 * 1024;
const METHODS = [UnzipPassThrough, UnzipInflate] as const;

/**
 * The files of an archive whose names pass `wants`, unpacked. Sizes that the archive states are not believed: what
 * really comes out counts against the limits, and unpacking stops at them. The directory has to name the very files
 * that are there, each of them once. Encrypted archives are refused. Never throws.
 */
export function readZip(
  bytes: Uint8Array,
  limits: ZipLimits,
  wants: (name: string) => boolean,
): Result<ReadonlyMap<string, Uint8Array>, ZipError> {
  const listed = namesInDirectory(bytes, limits.entries);
  if (!listed.ok) return listed;
  if (isEncrypted(bytes)) return refuse("encrypted");
  const names = new Set(listed.value);
  const found = new Map<string, Array<Uint8Array>>();
  const ratioBytes = Math.max(ALWAYS_ALLOWED, bytes.length * limits.ratio);
  let left = Math.min(limits.totalBytes, ratioBytes);
  /** What the file that is being read may still give. */
  let room = Math.min(limits.entryBytes, left);

  const open = (file: UnzipFile) => {
    if (!names.delete(file.name) || !METHODS.some(({ compression }) => compression === file.compression))
      throw new Error("the directory says otherwise");
    if (!wants(file.name)) return;
    const parts: Array<Uint8Array> = [];
    found.set(file.name, parts);
    room = Math.min(limits.entryBytes, left);
    file.ondata = (error, part) => {
      if (error) throw error;
      left -= part.length;
      room -= part.length;
      if (room < 0) throw new TooLarge();
      parts.push(part);
    };
    file.start();
  };
  const archive = new Unzip(open);
  archive.register(UnzipInflate);
  try {
    pushInPieces(
      bytes,
      () => room,
      (piece, isLast) => archive.push(piece, isLast),
    );
  } catch (error) {
    return refuse(error instanceof TooLarge ? "too-large" : "damaged");
  }
  if (names.size > 0 || listed.value.length !== new Set(listed.value).size) return refuse("damaged");
  return accept(new Map([...found].map(([name, parts]) => [name, joined(parts)])));
}

/** The library reads a directory before it unpacks anything, and here it unpacks nothing. */
function namesInDirectory(
  bytes: Uint8Array,
  most: number,
): Result<ReadonlyArray<string>, "not-a-zip" | "too-many-entries"> {
  const names: Array<string> = [];
  try {
    unzipSync(bytes, {
      filter({ name }) {
        if (names.push(name) > most) throw new TooLarge();
        return false;
      },
    });
    return accept(names);
  } catch (error) {
    return refuse(error instanceof TooLarge ? "too-many-entries" : "not-a-zip");
  }
}

/** Whoever encrypts an archive encrypts its first file: bit 0 of its flags. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}
