import type { Readable } from "node:stream";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import type { ContentFault } from "~/domain/files/media-type";

const MAX_ENTRIES = 5_000;
/** All that may come out of a workbook, and so many bytes for one of the file once it is more than a little. */
const MAX_UNPACKED = 512 * 1024 * 1024;
const ALWAYS_ALLOWED = 8 * 1024 * 1024;
const MAX_RATIO = 200;
const MAX_CONTENTS = 1024 * 1024;
const CONTENTS = "[Content_Types].xml";
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

/** What runs, what holds other files, what reads from elsewhere: by the names that the format gives them (ISO/IEC 29500-2). */
const REFUSED_PARTS: ReadonlyArray<readonly [RegExp, ContentFault]> = [
  [/vbaProject|\/macrosheets\/|\/dialogsheets\/|\/activeX\/|\/ctrlProps\/.*\.bin$/i, "macros"],
  [
    /\/embeddings\/|\.(zip|xls[xmb]?|docx?m?|pptx?m?|exe|dll|jar|js|vbs|hta|7z|rar|html?|svg)$/i,
    "embedded-files",
  ],
  [/\/externalLinks\//i, "external-references"],
];
const MACROS = /macroEnabled|vbaProject|ms-excel\.(sheet\.binary|controlproperties)/i;

/** Null where an archive is a workbook without macros, files or links in it. Only its list of contents is unpacked. */
export async function inspectWorkbook(path: string, bytes: number): Promise<ContentFault | null> {
  let archive: ZipFile;
  try {
    archive = await yauzl.openPromise(path, { lazyEntries: true, strictFileNames: true, autoClose: false });
  } catch {
    return "damaged";
  }
  try {
    return await inspectEntries(archive, bytes);
  } catch {
    // The library throws for every name, size and offset that cannot be true.
    return "damaged";
  } finally {
    archive.close();
  }
}

async function inspectEntries(archive: ZipFile, bytes: number): Promise<ContentFault | null> {
  if (archive.entryCount > MAX_ENTRIES) return "unpacks-too-large";
  let unpacked = 0;
  let packed = 0;
  let contents: string | null = null;
  let refused: ContentFault | null = null;
  const names = new Set<string>();
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) return "encrypted";
    unpacked += entry.uncompressedSize;
    packed += entry.compressedSize;
    // Entries that lie over each other pack more than the file has.
    if (unpacked > MAX_UNPACKED || unpacked > Math.max(ALWAYS_ALLOWED, bytes * MAX_RATIO) || packed > bytes)
      return "unpacks-too-large";
    if (names.has(entry.fileName)) return "damaged";
    names.add(entry.fileName);
    refused ??= REFUSED_PARTS.find(([name]) => name.test(`/${entry.fileName}`))?.[1] ?? null;
    if (entry.fileName === CONTENTS) contents = await unpack(archive, entry);
  }
  if (contents === null) return "archive";
  if (refused) return refused;
  if (MACROS.test(contents)) return "macros";
  return contents.includes(WORKBOOK) ? null : "unknown-type";
}

async function unpack(archive: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.uncompressedSize > MAX_CONTENTS) return null;
  const stream: Readable = await archive.openReadStreamPromise(entry);
  const parts: Array<Buffer> = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > MAX_CONTENTS) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
