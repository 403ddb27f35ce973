import { inflateRawSync } from "node:zlib";
import { XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { table } from "~/reports/document";
import { writeDocument } from "~/reports/write-document.server";
import { shared } from "~/reports/writers/pdf/tables.mjs";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { readPdf } from "./read-pdf";
import { reportFacts, reportOf } from "./report-builder";

const UNPRINTABLE = { note: "No letters for {scripts}", scripts: { other: "others" } };

const HOSTILE = `<script>alert("1")</script> & ${"x".repeat(120)}`;
const model = aZoneModel({
  zones: [
    aZone({ name: "Příliš žluťoučký kůň", purpose: HOSTILE }),
    aZone({ id: "archive", name: HOSTILE.slice(0, 120), slTargetRationale: "bell \u0007 and \uFFFF" }),
    aZone({ id: "rtl", name: "מרפאה خارجية" }),
  ],
  conduits: [aConduit({ name: "]]> & <b>" })],
  assets: [anAsset({ name: "file:///etc/passwd" }), anAsset({ id: "web", name: "http://127.0.0.1:9/x.png" })],
});
const draft = reportFacts(model, {
  state: { kind: "draft", version: 1, updatedAt: "2026-11-22T00:00:00Z", submitted: null },
});

const draftReport = reportOf(draft);

/** The parts of a zip by name, by its central directory. */
function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes);
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString("utf8", at + 46, at + 46 + (nameLength ?? 0));
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    parts.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

function textIn(xml: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return xml
    .replace(/<[^>]*>/g, "\n")
    .replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? "");
}

test("a DOCX is XML that opens, with every name as text and the drawing inside", async () => {
  const parts = unzip(await writeDocument({ as: "report-docx", document: draftReport }));
  for (const [name, content] of parts)
    if (name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".svg"))
      expect(XMLValidator.validate(content), name).toBe(true);
  const body = parts.get("word/document.xml") ?? "";
  const text = textIn(body);
  for (const { name } of [...model.zones, ...model.assets]) expect(text).toContain(name);
  expect(text).toContain(HOSTILE);
  expect(text).toContain("bell  and ");
  expect(body).not.toContain("<script");
  for (const level of [1, 2, 3]) expect(body).toContain(`w:val="Heading${level}"`);
  expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en"/>');
  // One head of each table, to be repeated on every page.
  const tables = draftReport.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table"));
  expect(body.split("<w:tblHeader/>").length - 1).toBe(tables.length);
  expect(body).not.toMatch(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/);
  for (const part of ["6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.7", "6.8", "6.9"])
    expect(text).toContain(`ZCR ${part} `);
  expect([...parts.keys()].some((name) => /^word\/media\/.*\.svg$/.test(name))).toBe(true);
  expect([...parts].some(([name, content]) => /^word\/header/.test(name) && content.includes("DRAFT"))).toBe(
    true,
  );
  for (const [name, content] of parts)
    if (name.endsWith(".rels")) expect(content, name).not.toContain('TargetMode="External"');
});

function pdfOf(bytes: Uint8Array): { text: string; pages: number } {
  const text = Buffer.from(bytes).toString("latin1");
  return { text, pages: [...text.matchAll(/\/Type \/Page\b(?!s)/g)].length };
}

test("a PDF has a header, pages and an end, its fonts inside, and nothing that runs or leads out", async () => {
  const { text, pages } = pdfOf(await writeDocument({ as: "report-pdf", document: reportOf(draft) }));
  expect(text.startsWith("%PDF-1.")).toBe(true);
  expect(text.trimEnd().endsWith("%%EOF")).toBe(true);
  expect(pages).toBeGreaterThan(3);
  expect([...text.matchAll(/\/FontFile2/g)].length).toBeGreaterThanOrEqual(2);
  expect(text).toMatch(/\/BaseFont \/[A-Z]+\+Roboto-Regular/);
  // Letters map back to Unicode: what is printed can be searched and copied.
  expect(text).toContain("/ToUnicode");
  expect(text).not.toMatch(/\/JavaScript|\/JS\b|\/URI|\/Launch|\/EmbeddedFile/);
});

test("a PDF is a document to those who listen: title, language, headings, tables, figures, and an outline", async () => {
  const report = reportOf(draft);
  const pdf = readPdf(await writeDocument({ as: "report-pdf", document: report }));
  expect(pdf.title).toBe("Zone and conduit report: Building B");
  expect(pdf.catalog).toContain("/Lang (en)");
  expect(pdf.catalog).toMatch(/\/ViewerPreferences|\/MarkInfo/);
  const flag = (name: string) =>
    pdf.objects.get(Number(new RegExp(`/${name} (\\d+) 0 R`).exec(pdf.catalog)?.[1]))?.dictionary;
  expect(flag("ViewerPreferences")).toContain("/DisplayDocTitle true");
  expect(flag("MarkInfo")).toContain("/Marked true");
  expect(pdf.untagged).toEqual([]);
  expect(pdf.structure[0]).toBe("Document");
  const count = (type: string) => pdf.structure.filter((one) => one === type).length;
  // The title of the document and one of each section.
  expect(count("H1")).toBe(1 + report.sections.length);
  const blocks = report.sections.flatMap((section) => section.blocks);
  expect(count("Sect")).toBe(report.sections.length);
  expect(count("Figure")).toBe(1);
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block] : []));
  expect(count("Table")).toBe(tables.length);
  expect(count("TR")).toBe(tables.reduce((sum, { rows }) => sum + 1 + rows.length, 0));
  expect(count("TH")).toBeGreaterThanOrEqual(tables.reduce((sum, { head }) => sum + head.length, 0));
  const levels = pdf.structure.flatMap((type) => (/^H\d$/.test(type) ? [Number(type[1])] : []));
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  expect(pdf.outline.filter(({ depth }) => depth === 1).map(({ title }) => title)).toEqual(
    report.sections.map(({ title }) => title),
  );
  expect(pdf.outline).toContainEqual({ depth: 3, title: "Zone: Příliš žluťoučký kůň" });
});

test("every page of a PDF says which of how many it is, whose state it shows, and that a draft is one", async () => {
  const { pages } = readPdf(await writeDocument({ as: "report-pdf", document: reportOf(draft) }));
  pages.forEach((text, at) => {
    expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(text).toContain("DRAFT · Building B · Draft, version 1");
    expect(text.split("\n").filter((line) => line === "DRAFT")).toHaveLength(1);
  });
});

test("every name stands in the PDF; letters without a glyph stand as their numbers, and the first page says so", async () => {
  const { pages } = readPdf(await writeDocument({ as: "report-pdf", document: reportOf(draft) }));
  const text = pages.join("\n").replace(/\s+/g, " ");
  expect(text).toContain("Zone: Příliš žluťoučký kůň");
  expect(text).not.toContain("\ufffd");
  // מרפאה in Unicode's numbers: no box says nothing.
  expect(text).toContain("[Hebrew 5DE 5E8 5E4 5D0 5D4] [Arabic 62E 627 631 62C 64A 629]");
  expect(pages[0]?.replace(/\s+/g, " ")).toContain(
    "This PDF has no letters for: Hebrew, Arabic, other signs.",
  );
  const plain = reportOf(reportFacts(aZoneModel()));
  const [cover] = readPdf(await writeDocument({ as: "report-pdf", document: plain })).pages;
  expect(cover).not.toContain("no letters for");
});

test("the head of a table stands on every page that the table reaches", async () => {
  const document = {
    ...reportOf(reportFacts(aZoneModel({}))),
    sections: [{ id: "one", title: "One", blocks: [table(["Name", "What"], rowsOf(200))] }],
  };
  const pdf = readPdf(await writeDocument({ as: "report-pdf", document }));
  const reached = pdf.pages.filter((text) => /Row \d/.test(text));
  expect(reached.length).toBeGreaterThan(3);
  for (const text of reached) expect(text.split("\n").filter((line) => line === "What")).toHaveLength(1);
  // To those who listen it is one table with one head.
  expect(pdf.structure.filter((type) => type === "Table")).toHaveLength(1);
  expect(pdf.structure.filter((type) => type === "TH")).toHaveLength(2);
  for (let row = 0; row < 200; row += 1)
    expect(pdf.pages.filter((text) => text.split("\n").includes(`Row ${row}`))).toHaveLength(1);
});

test("a row that no page holds goes on over the next ones, and a word that no column holds is broken", async () => {
  const long = Array.from({ length: 400 }, (_, line) => `Line ${line}`).join("\n");
  const document = {
    ...reportOf(reportFacts(aZoneModel({}))),
    sections: [{ id: "one", title: "One", blocks: [table(["A", "B"], [[long, "x".repeat(3_000)]])] }],
  };
  const { pages } = readPdf(await writeDocument({ as: "report-pdf", document }));
  const lines = pages.join("\n").split("\n");
  for (let line = 0; line < 400; line += 1) expect(lines).toContain(`Line ${line}`);
  expect(lines.filter((line) => /^x+$/.test(line)).join("")).toBe("x".repeat(3_000));
});

function rowsOf(count: number) {
  return Array.from({ length: count }, (_, row) => [`Row ${row}`, "x ".repeat(row % 40).trim()]);
}

test("a drawing too large for the page stands on a sheet of its own between pages of A4", async () => {
  const large = reportOf(
    reportFacts({ ...aLargeZoneModel({ zones: 60, assets: 60, conduits: 60 }), layout: {} }),
  );
  const { objects } = readPdf(await writeDocument({ as: "report-pdf", document: large }));
  const boxes = [...objects.values()].flatMap(
    ({ dictionary }) => /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary)?.slice(1).map(Number) ?? [],
  );
  const widths = boxes.filter((_, at) => at % 2 === 0);
  expect(widths.filter((width) => width > 600)).toHaveLength(1);
  expect(widths.filter((width) => width === 595.28).length).toBe(widths.length - 1);
});

test("columns get what they need, and share what there is where all need more", () => {
  expect(shared([50, 50], 200)).toEqual([100, 100]);
  expect(shared([10, 500, 30], 240)).toEqual([10, 200, 30]);
  expect(shared([500, 500], 200)).toEqual([100, 100]);
  for (const wanted of [
    [1, 2, 3],
    [900, 1, 900],
    [0, 0],
  ])
    expect(shared(wanted, 300).reduce((sum, one) => sum + one, 0)).toBeCloseTo(300);
});

test("a document given up ends its writer at once and says why", async () => {
  const given = new AbortController();
  const told: Array<number> = [];
  const large = reportOf(reportFacts(aLargeZoneModel({ zones: 150, assets: 2_000, conduits: 200 })));
  const writing = writeDocument(
    { as: "report-pdf", document: large },
    {
      signal: given.signal,
      tell(done, of) {
        told.push(done / of);
        given.abort(new Error("nobody waits"));
      },
    },
  );
  await expect(writing).rejects.toThrow("nobody waits");
  expect(told[0]).toBeGreaterThan(0);
  expect(told[0]).toBeLessThan(1);
  await expect(
    writeDocument({ as: "report-docx", document: large }, { signal: given.signal }),
  ).rejects.toThrow("nobody waits");
});

test("a drawing goes on the smallest sheet on which it can be read", async () => {
  const sheet = { title: "Campus", language: "en", mark: "DRAFT", svg: "", unprintable: UNPRINTABLE };
  const sizeOf = async (width: number, height: number) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="${width}" height="${height}"/></svg>`;
    const { text, pages } = pdfOf(
      await writeDocument({ as: "sheet-pdf", document: { ...sheet, svg, width, height } }),
    );
    expect(pages).toBe(1);
    return /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text)?.slice(1).map(Number);
  };
  expect(await sizeOf(1_000, 700)).toEqual([841.89, 595.28]);
  expect(await sizeOf(2_000, 1_400)).toEqual([1190.55, 841.89]);
  expect(await sizeOf(30_000, 20_000)).toEqual([3370.39, 2383.94]);
});

test("what cannot be written is an error, and the next document is written all the same", async () => {
  const broken = {
    ...{ title: "x", language: "en", mark: null, unprintable: UNPRINTABLE },
    ...{ svg: "no drawing", width: 10, height: 10 },
  };
  await expect(writeDocument({ as: "sheet-pdf", document: broken })).rejects.toThrow();
  const { text } = pdfOf(await writeDocument({ as: "report-pdf", document: reportOf(draft) }));
  expect(text.startsWith("%PDF-")).toBe(true);
});
