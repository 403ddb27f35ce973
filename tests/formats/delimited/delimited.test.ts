import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "~/formats/delimited/decode-text";
import { parseDelimited } from "~/formats/delimited/parse";
import { guarded, unguarded, writeDelimited } from "~/formats/delimited/write";

function cellsOf(text: string) {
  const table = parseDelimited(text);
  if (!table.ok) throw new Error(JSON.stringify(table.refusal));
  return table.value.rows.map(({ cells }) => cells);
}

test.each([
  ["a comma", "name,zone\nMRI,Imaging\nCT,Imaging"],
  ["a semicolon", "name;zone\nMRI;Imaging\nCT;Imaging"],
  ["a tab", "name\tzone\nMRI\tImaging\nCT\tImaging"],
  ["a bar", "name|zone\r\nMRI|Imaging\r\nCT|Imaging\r\n"],
])("columns are split at %s", (_name, text) => {
  expect(cellsOf(text)).toEqual([
    ["name", "zone"],
    ["MRI", "Imaging"],
    ["CT", "Imaging"],
  ]);
});

test("a delimiter inside quotes splits nothing and does not mislead the guess", () => {
  const text = 'name;place\n"a, b, c, d";"x, y, z"\n"line 1\nline 2";"say ""so"""\nlast;row';
  expect(cellsOf(text)).toEqual([
    ["name", "place"],
    ["a, b, c, d", "x, y, z"],
    ["line 1\nline 2", 'say "so"'],
    ["last", "row"],
  ]);
});

test("a byte order mark is skipped, empty rows are left out, rows keep their line", () => {
  const table = parseDelimited('\uFEFFname,zone\n\n,\n"two\nlines",Imaging\nCT,Imaging\n');
  expect(table.ok && table.value.rows.map(({ number, cells }) => [number, cells[0]])).toEqual([
    [1, "name"],
    [4, "two\nlines"],
    [6, "CT"],
  ]);
});

test("an inch mark inside a cell is only a character", () => {
  expect(cellsOf('Monitor 24" wide\tICU\nPump\tICU')[0]).toEqual(['Monitor 24" wide', "ICU"]);
});

test.each([
  ["nothing", "  \n ", { code: "empty" }],
  ["only delimiters", ";;;\n;;;", { code: "empty" }],
  ["NUL characters", "a;b\0c", { code: "not-a-table" }],
  ["too many columns", ",".repeat(300), { code: "empty" }],
  ["too many filled columns", "a,".repeat(300), { code: "too-many-columns", columns: 301, limit: 200 }],
  ["too many rows", "a\n".repeat(10_011), { code: "too-many-rows", rows: 10_011, limit: 10_000 }],
])("%s is refused", (_name, text, refusal) => {
  expect(parseDelimited(text)).toEqual({ ok: false, refusal });
});

test("a quotation mark that never closes is refused with a line", () => {
  const read = parseDelimited('name,zone\n"MRI,Imaging\nCT,Imaging');
  expect(!read.ok && read.refusal.code).toBe("quote-not-closed");
});

test("storms of quotes and delimiters end in a table or a refusal", () => {
  const storm = fc.string({
    unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "a", "'", "=", "\uFEFF"),
    maxLength: 300,
  });
  fc.assert(
    fc.property(storm, (text) => {
      expect(typeof parseDelimited(text).ok).toBe("boolean");
    }),
    { numRuns: 3_000 },
  );
});

test("megabytes in one line, or of nothing but quotes, end", () => {
  expect(cellsOf(`a,${"x".repeat(2_000_000)}`)[0]?.[1]).toHaveLength(2_000_000);
  expect(cellsOf('"'.repeat(1_000_000))[0]?.[0]).toHaveLength(499_999);
}, 20_000);

test("UTF-8, UTF-16 and Windows-1250 are read, other bytes are not text", () => {
  const utf16 = Buffer.from("\uFEFFZóna", "utf16le");
  expect(decodeText(utf16)).toEqual({ ok: true, value: { text: "Zóna", encoding: "utf-16le" } });
  expect(decodeText(utf16.swap16())).toMatchObject({ value: { text: "Zóna", encoding: "utf-16be" } });
  expect(decodeText(new TextEncoder().encode("Zóna"))).toMatchObject({ value: { encoding: "utf-8" } });
  expect(decodeText(Uint8Array.from([0x5a, 0xf8, 0xed]))).toEqual({
    ok: true,
    value: { text: "Zří", encoding: "windows-1250" },
  });
  expect(decodeText(Uint8Array.from([0x89, 0x50, 0, 0]))).toEqual({ ok: false, refusal: "not-text" });
});

const hostile = fc.string({
  unit: fc.constantFrom(..."=+-@\t\r\n'\",; aŽ1＝＋－＠".split("")),
  maxLength: 12,
});

test("no cell starts a formula, and every text comes back", () => {
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string()), (text) => {
      const cell = guarded(text);
      expect(cell).not.toMatch(/^(\s*[=+\-@＝＋－＠]|[\t\r\0])/);
      expect(unguarded(cell)).toBe(text);
    }),
    { numRuns: 4_000 },
  );
});

test("a written table reads back as it was, whatever stands in it", () => {
  const cell = fc.oneof(hostile, fc.string()).map((text) => text.replaceAll("\0", "").trim());
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(rows, (table) => {
      // Every file that Cordon writes has a head.
      const written = [["head", "other", "third", "fourth"], ...table];
      const kept = written.filter((cells) => cells.some((text) => text !== ""));
      expect(cellsOf(writeDelimited(written))).toEqual(kept);
    }),
    { numRuns: 400 },
  );
});
