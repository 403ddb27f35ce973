import { expect, test } from "vitest";
import { readWorkbook } from "~/formats/workbook/read-workbook";
import { openWorkbook } from "~/formats/workbook/stream-workbook";
import { readZip } from "~/formats/zip/read-zip";

type Rows = ReadonlyArray<ReadonlyArray<string | number>>;

function bytesOf(name: string, ...slices: ReadonlyArray<Rows>): Uint8Array {
  const writer = openWorkbook(name);
  return Buffer.concat([...slices.flatMap((rows) => writer.more(rows)), ...writer.end()]);
}

async function rowsOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  return read.ok ? read.value.map(({ name, rows }) => [name, rows.map(({ cells }) => cells)]) : read.refusal;
}

const HEAD = ["Name", "Quantity", "Note"];

test("a streamed workbook reads back in order: texts stay texts, numbers are numbers, none is a formula", async () => {
  const bytes = bytesOf(
    "Register",
    [HEAD, ["Infuzní pumpa", 2, "=1+1"]],
    [["<&\"'>", 40, " spaces "]],
    [["constructor", 1, "@SUM(A1)"]],
  );
  expect(await rowsOf(bytes)).toEqual([
    [
      "Register",
      [
        HEAD,
        ["Infuzní pumpa", "2", "=1+1"],
        ["<&\"'>", "40", expect.stringContaining("spaces")],
        ["constructor", "1", "@SUM(A1)"],
      ],
    ],
  ]);
  const limits = { entries: 20, entryBytes: 1_000_000, totalBytes: 1_000_000, ratio: 200 };
  const files = readZip(bytes, limits, (name) => name.endsWith("sheet1.xml"));
  const sheet = new TextDecoder().decode(files.ok ? files.value.get("xl/worksheets/sheet1.xml") : undefined);
  expect(sheet).not.toContain("<f>");
  expect(sheet).toContain('state="frozen"');
});

test("pieces come while rows are still being given", () => {
  const writer = openWorkbook("Register");
  let bytes = 0;
  let given = 0;
  for (; bytes <= 20_000 && given < 1_000; given += 1) {
    const rows = Array.from({ length: 200 }, (_, place) => [
      `${given} ${place} ${(given * 7919 + place) % 1013}`,
    ]);
    for (const piece of writer.more(rows)) bytes += piece.length;
  }
  expect(bytes).toBeGreaterThan(20_000);
  expect(given).toBeLessThan(100);
});

test("no rows make an empty sheet, and a name that Excel refuses becomes one that it takes", async () => {
  expect(await rowsOf(bytesOf("S"))).toEqual({ code: "empty" });
  expect(await rowsOf(bytesOf("A/B: [all]?", [HEAD]))).toEqual([["A B   all  ", [HEAD]]]);
});

test("what XML cannot hold is left out of a cell, and a long text is cut to what a cell holds", async () => {
  const rows = await rowsOf(bytesOf("S", [["a\u0000b\uFFFE", "x".repeat(40_000)]]));
  expect(rows).toEqual([["S", [["ab", "x".repeat(32_767)]]]]);
});
