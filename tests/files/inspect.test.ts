import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ContentFault, MediaType } from "~/domain/files/media-type";
import { inspectFile } from "~/files/inspect/inspect-file.server";
import { aJpeg, aPdf, aPng, aWebp, aWorkbook, bytesOf, joinedBytes } from "../builders/files";

let folder = "";
let count = 0;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "cordon-inspect-"));
});
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true });
});

async function inspected(bytes: Uint8Array): Promise<MediaType | ContentFault> {
  count += 1;
  const file = path.join(folder, String(count));
  await fs.writeFile(file, bytes);
  const outcome = await inspectFile(file);
  return outcome.ok ? outcome.value : outcome.refusal;
}

/** Pairs of its letters are characters of UTF-16. */
function pageBehindMark(): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("<html><script>alert(1)</script></html> ")]);
}

/** UTF-16 behind its mark of the byte order. */
function wide(text: string, order: "low-first" | "high-first" = "low-first"): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return order === "low-first" ? bytes : bytes.swap16();
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const taken: ReadonlyArray<[string, Uint8Array, MediaType]> = [
  ["a text", bytesOf("Contact: mailto:psirt@fiktiva.example\n"), "text/plain"],
  ["a table of an old code page", joinedBytes("ALOF-1;Ano;p\xf8ihl\xe1\x9aen\xed\r\n"), "text/plain"],
  ["a table as spreadsheets call “Unicode text”", wide("ALOF-1\tYes\tpřihlášení\r\n"), "text/plain"],
  ["the same, high byte first", wide("ALOF-1\tYes\tpřihlášení\r\n", "high-first"), "text/plain"],
  ["a long text of two bytes a character", wide("ž😀".repeat(50_000)), "text/plain"],
  ["a document", aPdf(), "application/pdf"],
  ["a long document", aPdf({ filler: 300_000 }), "application/pdf"],
  ["a workbook", aWorkbook(), XLSX],
  ["an image", aPng(), "image/png"],
  ["a photograph", aJpeg(), "image/jpeg"],
  ["a web image", aWebp(), "image/webp"],
  [
    "an object",
    bytesOf('{"bomFormat":"CycloneDX","components":[{"a":[1,-2.5e3,true,null,"\\u00e9\\n"]}]}'),
    "application/json",
  ],
  ["a list with a mark of the byte order", bytesOf("\uFEFF [ ]\n"), "application/json"],
  [
    "a long object",
    bytesOf(`{"é":[${Array.from({ length: 30_000 }, (_, i) => `"ž${i}"`).join()}]}`),
    "application/json",
  ],
  [
    "a document of elements",
    bytesOf(
      '<?xml version="1.0" encoding="UTF-8"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><!-- > - --><a b="c > d"/><![CDATA[<html>]]></bom>\n'.replace(
        "<![CDATA[<html>]]>",
        "<x><![CDATA[<html>]]></x>",
      ),
    ),
    "application/xml",
  ],
  [
    "long elements",
    bytesOf(`<bom>${`<c name="é">${"ž".repeat(50)}<!-- ${"-".repeat(40)}x --></c>`.repeat(3_000)}</bom>`),
    "application/xml",
  ],
  ["a comment longer than a slice", bytesOf(`<bom><!--${" x-".repeat(60_000)} --></bom>`), "application/xml"],
];
test.each(taken)("%s is told from its bytes", async (_, bytes, mediaType) => {
  expect(await inspected(bytes)).toBe(mediaType);
});

/** A megabyte of nothing for a kilobyte: as a file that calls itself a document. */
const bomb = zipSync({
  "[Content_Types].xml": new Uint8Array(1),
  "xl/a.xml": new Uint8Array(32 * 1024 * 1024),
});
/** Two entries that lie over each other: what they pack together is more than the file. */
function overlapping(): Uint8Array {
  const once = Buffer.from(zipSync({ "[Content_Types].xml": bytesOf("x".repeat(500)) }, { level: 0 }));
  const directory = once.readUInt32LE(once.length - 6);
  const entry = once.subarray(directory, once.length - 22);
  const second = Buffer.from(entry);
  second.write("xl", 46, "latin1");
  const end = Buffer.from(once.subarray(once.length - 22));
  end.writeUInt16LE(2, 8);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(entry.length * 2, 12);
  return Buffer.concat([once.subarray(0, directory), entry, second, end]);
}
function encrypted(): Uint8Array {
  const archive = Buffer.from(aWorkbook());
  const directory = archive.readUInt32LE(archive.length - 6);
  archive[6] = (archive[6] ?? 0) | 1;
  archive[directory + 8] = (archive[directory + 8] ?? 0) | 1;
  return archive;
}
const zip = zipSync({ "evil.js": bytesOf("alert(1)") });
const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const refused: ReadonlyArray<[string, Uint8Array, ContentFault]> = [
  ["nothing at all", new Uint8Array(), "empty-file"],
  ["a page", bytesOf("<!DOCTYPE html><script>alert(1)</script>"), "active-page"],
  ["a page without a type", bytesOf("  <HTML><body onload=x>"), "active-page"],
  [
    "a drawing with scripts",
    bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    "active-page",
  ],
  [
    "a drawing behind a declaration",
    bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    "active-page",
  ],
  [
    "a drawing under another name",
    bytesOf('<?xml version="1.0"?><s:g xmlns:s="http://www.w3.org/2000/svg"/>'),
    "active-page",
  ],
  ["a page inside elements", bytesOf('<bom><x xmlns="http://www.w3.org/1999/xhtml"/></bom>'), "active-page"],
  [
    "a page whose name is spelled out",
    bytesOf('<bom><x xmlns="&#104;ttp://www.w3.org/1999/xhtml"/></bom>'),
    "active-page",
  ],
  ["a style sheet that is run", bytesOf('<bom><?xml-stylesheet href="x.xsl"?></bom>'), "external-references"],
  [
    "entities",
    bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    "external-references",
  ],
  ["elements that do not nest", bytesOf("<a><b></a></b>"), "damaged"],
  ["elements that do not end", bytesOf("<a><b></b>"), "damaged"],
  ["two roots", bytesOf("<a/><b/>"), "damaged"],
  ["elements of another encoding", bytesOf('<?xml version="1.0" encoding="utf-7"?><a/>'), "damaged"],
  ["an endless tag", bytesOf(`<a b="${"x".repeat(200_000)}"/>`), "damaged"],
  ["deep elements", bytesOf(nested("<a>", "</a>", 65)), "nested-too-deeply"],
  ["deep lists", bytesOf(nested("[", "]", 65)), "nested-too-deeply"],
  ["a million brackets", bytesOf("[".repeat(1_000_000)), "nested-too-deeply"],
  ["an object that ends early", bytesOf('{"a":1'), "damaged"],
  ["an object with more behind it", bytesOf('{"a":1} <script>'), "damaged"],
  ["an object with a comma too many", bytesOf('{"a":1,}'), "damaged"],
  ["an object of code", bytesOf('{a:alert("1")}'), "damaged"],
  ["a word that is none", bytesOf("[nul]"), "damaged"],
  ["a bad escape", bytesOf('["\\x41"]'), "damaged"],
  ["text that is no UTF-8", joinedBytes('["', Uint8Array.of(0xc3, 0x28), '"]'), "damaged"],
  ["a text with a page in it", bytesOf(`a,b\n${"x".repeat(70_000)}<SCRIPT>alert(1)</SCRIPT>`), "active-page"],
  ["a page that lies across two slices", bytesOf(`${"x".repeat(65_531)}<script>`), "active-page"],
  ["a text with a character of control", bytesOf("a\u0007b"), "unknown-type"],
  ["a text of two bytes a character without its mark", joinedBytes("a\x00b\x00"), "unknown-type"],
  ["a text of two bytes a character that ends within one", joinedBytes("\xff\xfea\x00b"), "damaged"],
  ["half of a pair of characters", joinedBytes("\xff\xfea\x00\x00\xd8b\x00"), "damaged"],
  ["an object of two bytes a character", wide('\n {"a":1}'), "unknown-type"],
  ["elements of two bytes a character", wide("<bom/>"), "unknown-type"],
  ["a declaration of two bytes a character", wide('<?xml version="1.0"?><a/>'), "unknown-type"],
  ["a page in a text of two bytes a character", wide(`${"x".repeat(40_000)}<script>`), "active-page"],
  ["a control in a text of two bytes a character", wide("a\u0007b"), "unknown-type"],
  ["a program in two bytes a character", wide("#!/bin/sh"), "unknown-type"],
  ["an object behind a long blank", wide(`${" ".repeat(60_000)}{"a":1}`), "unknown-type"],
  ["a page of one byte a character behind the mark of two", pageBehindMark(), "active-page"],
  ["a program of a shell", bytesOf("#!/bin/sh\nrm -r /\n"), "unknown-type"],
  ["a program", joinedBytes("MZ\x90\x00", new Uint8Array(100)), "unknown-type"],
  ["a moving image", joinedBytes("GIF89a\x01\x00\x01\x00", new Uint8Array(20)), "unknown-type"],
  ["an archive", zip, "archive"],
  ["a compressed file", joinedBytes("\x1f\x8b\x08\x00", new Uint8Array(40)), "archive"],
  ["a zip bomb named .pdf", bomb, "unpacks-too-large"],
  ["entries over each other", overlapping(), "unpacks-too-large"],
  ["a workbook with macros", aWorkbook({ "xl/vbaProject.bin": "x" }), "macros"],
  [
    "a workbook that says it has macros",
    aWorkbook({}, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
    "macros",
  ],
  ["a workbook with a file in it", aWorkbook({ "xl/embeddings/oleObject1.bin": "x" }), "embedded-files"],
  ["a workbook in a workbook", aWorkbook({ "xl/media/other.xlsx": "x" }), "embedded-files"],
  [
    "a workbook that reads elsewhere",
    aWorkbook({ "xl/externalLinks/externalLink1.xml": "x" }),
    "external-references",
  ],
  ["an encrypted workbook", encrypted(), "encrypted"],
  [
    "a letter",
    aWorkbook({}, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    "unknown-type",
  ],
  ["a name that leads out", aWorkbook({ "../x": "x" }), "damaged"],
  ["half a workbook", aWorkbook().subarray(0, 200), "damaged"],
  ["a document that is an archive too", joinedBytes(aPdf(), zip), "two-in-one"],
  ["a document in front of an archive with a comment", joinedBytes(aPdf(), zip, "%%EOF"), "two-in-one"],
  ["an image that is an archive too", joinedBytes(aPng(), zip), "two-in-one"],
  ["an image with a page behind it", joinedBytes(aPng(), "<script>alert(1)</script>"), "two-in-one"],
  ["a photograph with a page behind it", joinedBytes(aJpeg(), "<script>alert(1)</script>"), "two-in-one"],
  ["a web image with a page behind it", joinedBytes(aWebp(), "<script>alert(1)</script>"), "two-in-one"],
  ["an image that is a document too", joinedBytes("GIF89a", "\n%PDF-1.7\n", aPdf()), "two-in-one"],
  ["an object that is a document too", bytesOf('{"a":"%PDF-1.7"}'), "two-in-one"],
  [
    "a document with scripts",
    aPdf({ more: "4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n" }),
    "scripts-in-pdf",
  ],
  [
    "a document with hidden scripts",
    aPdf({ more: "4 0 obj\n<< /S /J#61va#53cript /JS (x) >>\nendobj\n" }),
    "scripts-in-pdf",
  ],
  [
    "a document that starts a program",
    aPdf({ more: "4 0 obj\n<< /S/Launch/F(cmd) >>\nendobj\n" }),
    "scripts-in-pdf",
  ],
  [
    "a document with files in it",
    aPdf({ more: "4 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n" }),
    "embedded-files",
  ],
  ["half a document", aPdf().subarray(0, 200), "damaged"],
  ["an image of a billion points", aPng({ width: 60_000, height: 60_000 }), "unpacks-too-large"],
  ["half an image", aPng().subarray(0, 40), "damaged"],
  ["half a photograph", aJpeg().subarray(0, 20), "damaged"],
  ["half a web image", aWebp().subarray(0, 25), "damaged"],
];
test.each(refused)("%s is refused whatever it is called", async (_, bytes, fault) => {
  expect(await inspected(bytes)).toBe(fault);
});

test("a name across two slices is found at every place", async () => {
  const at = 64 * 1024;
  for (let shift = 0; shift < 16; shift += 1) {
    const head = "%PDF-1.7\n%";
    const filler = "x".repeat(at - head.length - 12 + shift);
    const bytes = bytesOf(`${head}${filler}\n<</S/JavaScript>>\n%%EOF`);
    expect([shift, await inspected(bytes)]).toEqual([shift, "scripts-in-pdf"]);
  }
});

test("what JSON.parse takes is taken, what it does not take is refused: any text", async () => {
  let takenCount = 0;
  const broken = fc.tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.constantFrom("", ",", "]", "}", '"', "\\", "x", "1", ":"),
  );
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), broken, async (whole, [other, place, inserted]) => {
      const at = place % (other.length + 1);
      for (const candidate of [`[${whole}]`, `[${other.slice(0, at)}${inserted}${other.slice(at + 1)}]`]) {
        const answer = await inspected(bytesOf(candidate));
        expect([candidate, answer]).toEqual([candidate, isJson(candidate) ? "application/json" : "damaged"]);
        if (answer === "application/json") takenCount += 1;
      }
    }),
    { numRuns: 300 },
  );
  expect(takenCount).toBeGreaterThan(300);
});

function isJson(candidate: string): boolean {
  try {
    JSON.parse(candidate);
    return true;
  } catch {
    return false;
  }
}

test("whatever is changed in a file, the answer is a kind or a fault", async () => {
  const whole = taken.map(([, bytes]) => bytes).filter(({ length }) => length < 10_000);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      async (bytes, changes, cut) => {
        const changed = Uint8Array.from(bytes);
        for (const [place, value] of changes) changed[place % changed.length] = value;
        expect(await inspected(changed.subarray(0, 1 + (cut % changed.length)))).toMatch(
          /^[a-z]+[a-z0-9./-]+$/,
        );
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a large file is looked at in slices: the portal answers others meanwhile", async () => {
  const entry = '{"type":"library","name":"a component","version":"1.2.3","purl":"pkg:npm/a@1.2.3"},';
  const bytes = bytesOf(`{"components":[${entry.repeat(600_000).slice(0, -1)}]}`);
  expect(bytes.length).toBeGreaterThan(45 * 1024 * 1024);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const before = process.memoryUsage().arrayBuffers;
  const file = path.join(folder, "large");
  await fs.writeFile(file, bytes);
  turns = 0;
  const outcome = await inspectFile(file);
  clearInterval(timer);
  expect(outcome).toEqual({ ok: true, value: "application/json" });
  // Turns of others, not seconds: the machine of the tests is shared.
  expect(turns).toBeGreaterThan(50);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
});
