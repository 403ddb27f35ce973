import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { type FileStore, openFileStore } from "~/files/file-store.server";

const text = (content: string) => new TextEncoder().encode(content);
const latin = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));

export function joinedBytes(...parts: ReadonlyArray<Uint8Array | string>): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? latin(part) : part)));
}

/** A document of one empty page; `more` stands among its objects, `filler` bytes of a comment make it longer. */
export function aPdf({ more = "", filler = 0 } = {}): Uint8Array {
  return joinedBytes(
    "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
    "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n",
    more,
    filler > 0 ? `%${"x".repeat(filler)}\n` : "",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n",
  );
}

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

export function aWorkbook(
  more: Readonly<Record<string, string | Uint8Array>> = {},
  contentType = WORKBOOK,
): Uint8Array {
  const contents = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${contentType}"/></Types>`;
  const parts: Record<string, Uint8Array> = {
    "[Content_Types].xml": text(contents),
    "xl/workbook.xml": text("<workbook/>"),
    "xl/worksheets/sheet1.xml": text("<worksheet/>"),
  };
  for (const [name, content] of Object.entries(more))
    parts[name] = typeof content === "string" ? text(content) : content;
  return zipSync(parts);
}

function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return joinedBytes(length, type, content, Buffer.alloc(4));
}

export function aPng({ width = 1, height = 1, more = new Uint8Array() } = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return joinedBytes(
    "\x89PNG\r\n\x1a\n",
    pngChunk("IHDR", header),
    pngChunk("IDAT", new Uint8Array(20)),
    more,
    pngChunk("IEND", new Uint8Array()),
  );
}

export function aJpeg(): Uint8Array {
  return joinedBytes(
    "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00",
    "\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00",
    "\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00",
    new Uint8Array(32),
    "\xff\xd9",
  );
}

export function aWebp(): Uint8Array {
  const content = joinedBytes("WEBPVP8 ", "\x0a\x00\x00\x00", new Uint8Array(10));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return joinedBytes("RIFF", length, content);
}

export function bytesOf(content: string): Uint8Array {
  return text(content);
}

/** A store in a folder of its own, which goes with the process. */
export function aFileStore(): { folder: string; files: FileStore } {
  const folder = mkdtempSync(join(tmpdir(), "cordon-files-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return { folder, files: openFileStore(folder) };
}
