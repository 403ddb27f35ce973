import { inflateSync } from "node:zlib";

type PdfObject = { dictionary: string; stream: string | null };
export type PdfContent = {
  /** What each page shows, in the order of its operators. */
  pages: ReadonlyArray<string>;
  /** Texts that are neither of an element of the structure nor an artifact. */
  untagged: ReadonlyArray<string>;
  /** Types of the elements of the structure, in the order of the tree. */
  structure: ReadonlyArray<string>;
  /** Titles of the outline with their depth, in order. */
  outline: ReadonlyArray<{ depth: number; title: string }>;
  catalog: string;
  title: string;
  objects: ReadonlyMap<number, PdfObject>;
};

/** A PDF as `pdfkit` writes it (objects in the clear, streams deflated), read back to what people find in it. */
export function readPdf(bytes: Uint8Array): PdfContent {
  const objects = objectsOf(Buffer.from(bytes));
  const at = (id: number | undefined) => objects.get(id ?? -1) ?? { dictionary: "", stream: null };
  const catalog = [...objects.values()].find(({ dictionary }) => dictionary.includes("/Type /Catalog"));
  if (!catalog) throw new Error("a PDF without a catalog");
  const untagged: Array<string> = [];
  const pages = refsIn(at(refTo(catalog.dictionary, "Pages")).dictionary, "Kids").map((id) => {
    const page = at(id);
    const resources = at(refTo(page.dictionary, "Resources")).dictionary;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", font]) => [
        name,
        lettersOf(at(refTo(at(Number(font)).dictionary, "ToUnicode")).stream ?? ""),
      ]),
    );
    return shownIn(at(refTo(page.dictionary, "Contents")).stream ?? "", fonts, untagged);
  });
  const structure: Array<string> = [];
  const walk = (id: number) => {
    const { dictionary } = at(id);
    const type = /\/S \/(\w+)/.exec(dictionary)?.[1];
    if (type) structure.push(type);
    refsIn(dictionary, "K").forEach(walk);
  };
  refsIn(at(refTo(catalog.dictionary, "StructTreeRoot")).dictionary, "K").forEach(walk);
  const outline: Array<{ depth: number; title: string }> = [];
  const follow = (first: number | undefined, depth: number) => {
    for (let id = first; id !== undefined; id = refTo(at(id).dictionary, "Next")) {
      outline.push({ depth, title: textOf(at(id).dictionary, "Title") });
      follow(refTo(at(id).dictionary, "First"), depth + 1);
    }
  };
  follow(refTo(at(refTo(catalog.dictionary, "Outlines")).dictionary, "First"), 1);
  const info = /\/Info (\d+) 0 R/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  const title = at(refTo(at(Number(info)).dictionary, "Title")).dictionary;
  return {
    ...{ pages, untagged, structure, outline, objects, catalog: catalog.dictionary },
    title: decoded(title.trim().slice(1, -1)),
  };
}

function objectsOf(file: Buffer): ReadonlyMap<number, PdfObject> {
  const text = file.toString("latin1");
  const objects = new Map<number, PdfObject>();
  for (const { 1: id, index } of text.matchAll(/^(\d+) 0 obj\n/gm)) {
    const from = index + `${id} 0 obj\n`.length;
    const streamAt = text.indexOf("\nstream\n", from);
    const endAt = text.indexOf("\nendobj", from);
    const isStream = streamAt >= 0 && streamAt < endAt;
    const dictionary = text.slice(from, isStream ? streamAt : endAt);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = file.subarray(streamAt + 8, streamAt + 8 + length);
    const stream = isStream
      ? (/FlateDecode/.test(dictionary) ? inflateSync(raw) : raw).toString("latin1")
      : null;
    objects.set(Number(id), { dictionary, stream });
  }
  return objects;
}

function refTo(dictionary: string, name: string): number | undefined {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  return found === undefined ? undefined : Number(found);
}

function refsIn(dictionary: string, name: string): ReadonlyArray<number> {
  const list = new RegExp(`/${name} \\[([^\\]]*)\\]`).exec(dictionary)?.[1] ?? "";
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
}

function textOf(dictionary: string, name: string): string {
  return decoded(new RegExp(`/${name} \\(((?:\\\\.|[^\\\\)])*)\\)`, "s").exec(dictionary)?.[1] ?? "");
}

/** A literal string: UTF-16 with a mark where it is no plain ASCII. */
function decoded(literal: string): string {
  const plain = literal.replace(/\\([nrtbf()\\])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
  if (!plain.startsWith("\u00fe\u00ff")) return plain;
  return Buffer.from(plain.slice(2), "latin1").swap16().toString("utf16le");
}
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** From codes of a font to letters. */
function lettersOf(cmap: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", list = ""] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, units = ""], offset) => {
      const code = (Number.parseInt(first, 16) + offset).toString(16).padStart(4, "0");
      const numbers = units.split(" ").map((unit) => Number.parseInt(unit, 16));
      letters.set(code, String.fromCharCode(...numbers));
    });
  return letters;
}

const OPERATOR =
  /\/(\w+) (?:<<[^>]*>> )?B[DM]C|\bEMC\b|\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]+>|[-\d. ])*)\] ?TJ/g;

function shownIn(
  stream: string,
  fonts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  untagged: Array<string>,
): string {
  const shown: Array<string> = [];
  let depth = 0;
  let font: ReadonlyMap<string, string> = new Map();
  for (const [operator, tag, face, codes] of stream.matchAll(OPERATOR)) {
    if (operator === "EMC") depth -= 1;
    else if (tag !== undefined) depth += 1;
    else if (face !== undefined) font = fonts.get(face) ?? new Map();
    else {
      const hex = (codes ?? "").replace(/>[^<]*</g, "").replace(/[<> ]/g, "");
      const text = (hex.match(/.{4}/g) ?? []).map((code) => font.get(code) ?? "\ufffd").join("");
      shown.push(text);
      if (depth === 0) untagged.push(text);
    }
  }
  if (depth !== 0) throw new Error("marked content that does not end");
  return shown.join("\n");
}
