import { decodeText, type TextEncoding } from "~/formats/delimited/decode-text";
import { parseDelimited } from "~/formats/delimited/parse";
import type { Drawing } from "~/formats/drawio/drawing";
import { type DrawioError, parseDrawioPages } from "~/formats/drawio/pages";
import { parseDrawing } from "~/formats/drawio/parse";
import type { KnownProtocol } from "~/formats/drawio/protocol-finder";
import { isArchive, isOldWorkbook, readWorkbook } from "~/formats/workbook/read-workbook";
import { parseZoneModelFile } from "~/formats/zone-model-json/parse";
import { newId } from "./new-id";
import { MAX_FILE_BYTES, type ReadSource } from "./read-source";

/** What can take a while to read. `page` is a place in the list of pages. */
export type Asked =
  | { what: "file"; file: File }
  | { what: "text"; text: string; name: string }
  | { what: "drawing"; text: string; page: number; protocols: ReadonlyArray<KnownProtocol> }
  | { what: "model"; text: string };

/** What is being done; bytes are counted, of the others nobody knows how far they are. */
export type Stage =
  | { stage: "bytes"; share: number }
  | { stage: "unpacking" | "rows" | "xml" | "shapes" | "model" };

export type ReadDrawing =
  | { ok: true; value: { pages: ReadonlyArray<string>; drawing: Drawing } }
  | { ok: false; refusal: DrawioError };

export type Answers = {
  file: ReadSource;
  text: ReadSource;
  drawing: ReadDrawing;
  model: ReturnType<typeof parseZoneModelFile>;
};

/** What is said while something is read: what comes now, what was read, or that it could not be. */
export type Said = { stage: Stage } | { answer: Answers[Asked["what"]] } | { failed: true };

/** Never rejects: nobody hears that of a worker. */
export async function sayRead(asked: Asked, say: (said: Said) => void): Promise<void> {
  try {
    say({ answer: await readAsked(asked, (stage) => say({ stage })) });
  } catch {
    say({ failed: true });
  }
}

/** Reads what is asked for and says before each stage what comes now. Never throws on what a file holds. */
export async function readAsked(asked: Asked, tell: (stage: Stage) => void): Promise<Answers[Asked["what"]]> {
  switch (asked.what) {
    case "file":
      return readFile(asked.file, tell);
    case "text":
      return readText(asked.text, asked.name, null, tell);
    case "drawing":
      return readDrawing(asked, tell);
    case "model":
      tell({ stage: "model" });
      return parseZoneModelFile(asked.text);
  }
}

/** Tells by the content what a file is, and reads it. The name is for showing only. */
async function readFile(file: File, tell: (stage: Stage) => void): Promise<ReadSource> {
  if (file.size > MAX_FILE_BYTES)
    return { ok: false, refusal: { code: "too-large-file", size: Math.ceil(file.size / 1024 / 1024) } };
  const bytes = await readBytes(file, (share) => tell({ stage: "bytes", share }));
  if (isArchive(bytes) || isOldWorkbook(bytes)) {
    tell({ stage: "unpacking" });
    const read = await readWorkbook(bytes, () => tell({ stage: "rows" }));
    if (!read.ok) return read;
    return { ok: true, value: { kind: "table", name: file.name, sheets: read.value, encoding: null } };
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, refusal: { code: decoded.refusal } };
  return readText(decoded.value.text, file.name, decoded.value.encoding, tell);
}

/** The same for a text: XML is a drawing, JSON a zone model, anything else a table. */
function readText(
  text: string,
  name: string,
  encoding: TextEncoding | null,
  tell: (stage: Stage) => void,
): ReadSource {
  const start = text.replace(/^\uFEFF/, "").trimStart();
  if (start.startsWith("<")) return { ok: true, value: { kind: "drawing", name, text } };
  if (start.startsWith("{")) return { ok: true, value: { kind: "model", name, text } };
  tell({ stage: "rows" });
  const table = parseDelimited(text);
  if (!table.ok) return table;
  return { ok: true, value: { kind: "table", name, sheets: [{ name, rows: table.value.rows }], encoding } };
}

function readDrawing(
  { text, page, protocols }: Extract<Asked, { what: "drawing" }>,
  tell: (stage: Stage) => void,
): ReadDrawing {
  tell({ stage: "xml" });
  const pages = parseDrawioPages(text);
  if (!pages.ok) return pages;
  const shown = pages.value[page] ?? pages.value[0];
  if (!shown) return { ok: false, refusal: { code: "no-pages" } };
  tell({ stage: "shapes" });
  const drawing = parseDrawing(shown, { protocols, newId });
  if (!drawing.ok) return drawing;
  return { ok: true, value: { pages: pages.value.map(({ name }) => name), drawing: drawing.value } };
}

/** A file is read in pieces of this size, so that it can be said how far it is. */
const PIECE = 256 * 1024;

async function readBytes(file: File, onShare: (share: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  onShare(0);
  for (let read = 0; read < file.size; read += PIECE) {
    bytes.set(new Uint8Array(await file.slice(read, read + PIECE).arrayBuffer()), read);
    onShare(Math.min(1, (read + PIECE) / file.size));
  }
  return bytes;
}
