import type { FileHandle } from "node:fs/promises";
import type { ContentFault } from "~/domain/files/media-type";
import { readAt, slicesOf } from "./slices.server";

/** Names that make a document do something (ISO 32000-2, 12.6, 7.11.4, 13.7). Long enough never to occur by chance. */
const ACTIVE: ReadonlyMap<string, ContentFault> = new Map<string, ContentFault>([
  ["JavaScript", "scripts-in-pdf"],
  ["Launch", "scripts-in-pdf"],
  ["RichMedia", "scripts-in-pdf"],
  ["EmbeddedFile", "embedded-files"],
  ["EmbeddedFiles", "embedded-files"],
]);
const LONGEST_NAME = 64;
/** Of the mark that ends a document (7.5.5). */
const END_WITHIN = 2_048;
const SLASH = 0x2f;

/** Null where it is a document that does nothing by itself; a name may be spelled with `#` and two digits. */
export async function inspectPdf(file: FileHandle, bytes: number): Promise<ContentFault | null> {
  const from = Math.max(0, bytes - END_WITHIN);
  if (!(await readAt(file, from, END_WITHIN)).includes("%%EOF")) return "damaged";
  let name: string | null = null;
  for await (const slice of slicesOf(file))
    for (const byte of slice) {
      if (name !== null) {
        if (isRegular(byte) && name.length < LONGEST_NAME) {
          name += String.fromCharCode(byte);
          continue;
        }
        const fault = ACTIVE.get(decoded(name));
        if (fault) return fault;
        name = null;
      }
      if (byte === SLASH) name = "";
    }
  return null;
}

/** What may stand in a name: neither white space nor a delimiter (7.2.3). */
function isRegular(byte: number): boolean {
  if (byte <= 0x20 || byte >= 0x7f) return false;
  return !"()<>[]{}/%".includes(String.fromCharCode(byte));
}

function decoded(name: string): string {
  return name.replace(/#([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
