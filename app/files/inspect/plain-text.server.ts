import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { readAt, slicesOf } from "./slices.server";

/** Everything below a blank but tab, line feed and carriage return, and delete: no table and no list needs them. */
const CONTROL = /[^\P{Cc}\t\n\r]/u;
/** What a browser that guesses, or a shell, might run. */
const ACTIVE = /<(!doctype\s+html|html|script|svg|iframe|object|embed|body|img)\b/i;

/** What programs begin with that take a text apart: they take it in UTF-8, where it is looked through. */
const STRUCTURED = /^\s*[<{[]/;

/**
 * Null where the bytes are a text for people: a table (CSV), a list in tag-value, a `security.txt`. One byte a character,
 * UTF-8, or UTF-16 behind its mark of the byte order, without characters of control. It is handed out for saving and
 * never for showing, like everything.
 */
export async function inspectPlainText(file: FileHandle): Promise<ContentFault | null> {
  const mark = await readAt(file, 0, 2);
  const toText = textDecoder(mark);
  let tail = "";
  let tailAsBytes = "";
  let beginning: string | undefined;
  for await (const slice of slicesOf(file)) {
    const text = toText(slice);
    if (text === null) return "damaged";
    if (CONTROL.test(text)) return "unknown-type";
    if (beginning === undefined && text.startsWith("#!")) return "unknown-type";
    // Blanks may fill slices: the first character that is none says what it begins with.
    beginning = beginning?.trim() ? beginning : text.trimStart().slice(0, 1);
    if (isWide(mark) && STRUCTURED.test(beginning)) return "unknown-type";
    // Whoever does not heed the mark of the byte order sees the bytes.
    const asBytes = isWide(mark) ? slice.toString("latin1") : "";
    if (ACTIVE.test(tail + text) || ACTIVE.test(tailAsBytes + asBytes)) return "active-page";
    tail = text.slice(-20);
    tailAsBytes = asBytes.slice(-20);
  }
  return toText(null) === null ? "damaged" : null;
}

/** True behind a mark of the byte order of UTF-16, whichever. */
export function isWide([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Slices, one after the other, as text to look through; null where they are none. Asked without one at the end. */
function textDecoder(mark: Buffer): (slice: Buffer | null) => string | null {
  // Characters of UTF-8 and of other code pages lie in the upper half, where Latin-1 has controls of its own.
  if (!isWide(mark)) return (slice) => (slice?.toString("latin1") ?? "").replace(/[\u0080-\u00FF]/g, "x");
  const decoder = new TextDecoder(mark[0] === 0xff ? "utf-16le" : "utf-16be", { fatal: true });
  return (slice) => {
    try {
      return decoder.decode(slice ?? new Uint8Array(), { stream: slice !== null });
    } catch {
      return null;
    }
  };
}
