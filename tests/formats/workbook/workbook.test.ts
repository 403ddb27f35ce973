import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { readZip } from "~/formats/zip/read-zip";

const LIMITS = { entries: 100, entryBytes: 50_000_000, totalBytes: 50_000_000, ratio: 200 };
const ROWS = [
  ["Name", "Quantity", "Note"],
  ["MRI", 2, "=1+1"],
  ["Infuzní pumpa", 40, "+420 123"],
  ["", 1, "@SUM(A1)"],
];

async function bytesOf(rows: ReadonlyArray<ReadonlyArray<string | number>> = ROWS) {
  const blob = await writeWorkbook("Inventory", rows);
  return new Uint8Array(await blob.arrayBuffer());
}

/** The workbook with one of its parts replaced. */
async function withPart(name: string, change: (xml: string) => string) {
  const files = readZip(await bytesOf(), LIMITS, () => true);
  if (!files.ok) throw new Error(files.refusal);
  const part = new TextDecoder().decode(files.value.get(name));
  return zipSync({ ...Object.fromEntries(files.value), [name]: new TextEncoder().encode(change(part)) });
}

test("a written workbook reads back: texts stay texts, numbers are numbers, none is a formula", async () => {
  const bytes = await bytesOf();
  const read = await readWorkbook(bytes);
  expect(read.ok && read.value.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)])).toEqual([
    ["Inventory", ROWS.map((row) => row.map(String))],
  ]);
  const files = readZip(bytes, LIMITS, (name) => name.startsWith("xl/worksheets/sheet"));
  const sheet = new TextDecoder().decode(files.ok ? files.value.get("xl/worksheets/sheet1.xml") : undefined);
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain('state="frozen"');
  expect(sheet).toMatch(/<c r="B2"><v>2<\/v>/);
});

test("a sheet of more than 512 KB is read without a worker", async () => {
  const rows = Array.from({ length: 9_000 }, (_, n) => [`Device ${n} ${"x".repeat(40)}`, n, `Room ${n}`]);
  const read = await readWorkbook(await bytesOf([["Name", "Quantity", "Note"], ...rows]));
  expect(read.ok && read.value[0]?.rows).toHaveLength(9_001);
});

test("control characters that XML cannot hold are left out", async () => {
  const read = await readWorkbook(await bytesOf([["a\u0001b\uFFFEc", "d\te"]]));
  expect(read.ok && read.value[0]?.rows[0]?.cells).toEqual(["abc", "d\te"]);
});

test("texts that every object has as a name are texts like any other", async () => {
  const texts = ["constructor", "valueOf", "__proto__", "toString"];
  const read = await readWorkbook(await bytesOf([texts, texts]));
  const cells = read.ok && read.value[0]?.rows.map((row) => row.cells.map((cell) => cell.trim()));
  expect(cells).toEqual([texts, texts]);
});

test.each([
  ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "old-workbook"],
  ["no archive", new TextEncoder().encode("name,zone"), "not-a-zip"],
  ["another archive", zipSync({ "word/document.xml": new Uint8Array(3) }), "not-a-workbook"],
])("%s is refused", async (_name, bytes, code) => {
  expect(await readWorkbook(bytes)).toEqual({ ok: false, refusal: { code } });
});

test("a document type, nesting without end and half a file are refused", async () => {
  const name = "xl/worksheets/sheet1.xml";
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  const hostile = [
    await withPart(name, (xml) => xml.replace("<worksheet", `${bomb}<worksheet`)),
    await withPart("xl/sharedStrings.xml", (xml) => xml.replace("<sst", `${bomb}<sst`)),
    await withPart(name, () => "<a>".repeat(200_000)),
    await withPart(name, () => "not xml at all"),
    await withPart("xl/workbook.xml", () => ""),
  ];
  for (const bytes of hostile) {
    const read = await readWorkbook(bytes);
    expect(read.ok).toBe(false);
    expect(!read.ok && ["damaged-workbook", "empty"]).toContain(!read.ok && read.refusal.code);
  }
  const whole = await bytesOf();
  for (const share of [0.2, 0.5, 0.9]) {
    const read = await readWorkbook(whole.slice(0, Math.floor(whole.length * share)));
    expect(read).toEqual({ ok: false, refusal: { code: "not-a-zip" } });
  }
});

test.each([
  ["one part", { "xl/workbook.xml": spaces(12) }],
  [
    "all parts together",
    Object.fromEntries([1, 2, 3].map((n) => [`xl/worksheets/sheet${n}.xml`, spaces(4)])),
  ],
])(
  "a workbook that unpacks to more than any inventory of its size holds is refused: %s",
  async (_name, parts) => {
    const archive = zipSync(parts, { level: 6 });
    expect(archive.length).toBeLessThan(40_000);
    expect(await readWorkbook(archive)).toEqual({ ok: false, refusal: { code: "too-large" } });
  },
);

function spaces(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * 1024 * 1024).fill(0x20);
}
