import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { AnswerSchema } from "~/domain/declaration/declaration";
import { EvidenceSchema } from "~/domain/declaration/evidence";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { readOfflineWorkbook, statedIn } from "~/formats/offline-workbook/read";
import { writeOfflineWorkbook } from "~/formats/offline-workbook/write";
import { readWorkbook, type Sheet } from "~/formats/workbook/read-workbook";
import { writeWorkbook } from "~/formats/workbook/write-workbook";
import { aFullDeclaration } from "../../cli/full-files";
import { PLAIN_WORDS, ROWS } from "./words";

const KNOWN = { requirements: COMPONENT_REQUIREMENTS };

async function theSheets(): Promise<ReadonlyArray<Sheet>> {
  const read = await readWorkbook(await writeOfflineWorkbook(aFullDeclaration().content, ROWS, PLAIN_WORDS));
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
}

/** The same workbook with other texts in the cells of one line; null empties the line. */
function withLine(
  sheets: ReadonlyArray<Sheet>,
  name: string,
  key: string,
  texts: Readonly<Record<number, string>>,
) {
  return sheets.map((sheet) =>
    sheet.name === name
      ? {
          ...sheet,
          rows: sheet.rows.map((row) =>
            row.cells[0] === key
              ? { ...row, cells: Array.from({ length: 20 }, (_, at) => texts[at] ?? row.cells[at] ?? "") }
              : row,
          ),
        }
      : sheet,
  );
}

describe("what people do to a workbook", () => {
  test.each<[string, string, string, Record<number, string>, string, string]>([
    ["an answer of one's own words", "answers", "CR 1.1", { 5: "sort of" }, "unknown-answer", "F"],
    ["a note without an answer", "answers", "CR 2.5", { 5: "", 6: "because" }, "missing", "F"],
    [
      "a note that is too long",
      "answers",
      "CR 1.1",
      { 6: "x".repeat(4001) },
      "too-long-for-a-declaration",
      "G",
    ],
    ["a level that is none", "product", "claim/IAC", { 2: "5" }, "unknown-value", "C"],
    ["a level taken away", "product", "claim/IAC", { 2: "" }, "missing", "C"],
    ["a type with a word", "product", "type/host-device", { 2: "perhaps" }, "unknown-value", "C"],
    ["a day that is none", "facts", "supportEndsOn", { 3: "2026-02-30" }, "invalid-date", "D"],
    ["days that are no number", "facts", "patchDaysHigh", { 3: "soon" }, "unknown-value", "D"],
    ["none of these beside one of them", "facts", "wireless/-", { 3: "yes" }, "unknown-value", "D"],
    ["a list said to be empty beside its rows", "facts", "platforms/-", { 3: "yes" }, "unknown-value", "D"],
    ["a platform without a name", "platforms", "1", { 2: "" }, "missing", "C"],
    ["a piece of evidence without a title", "evidence", "certificate-1", { 3: "" }, "missing", "D"],
    ["an unknown row", "answers", "CR 1.1", { 0: "CR 99.9" }, "unknown-requirement", "A"],
    ["an answer of the form that is none", "mds2", "ALOF-1", { 2: "Perhaps" }, "unknown-value", "C"],
  ])("%s is listed with its cell, and what was stated stays", async (_, sheet, key, texts, code, column) => {
    const stated = statedIn(withLine(await theSheets(), sheet, key, texts), KNOWN);
    expect(stated.problems).toMatchObject([{ code, place: { sheet, column } }]);
  });

  test("an emptied answer is taken back, a line that is gone says nothing", async () => {
    const sheets = await theSheets();
    const emptied = statedIn(withLine(sheets, "answers", "CR 1.1", { 5: "", 6: "", 7: "" }), KNOWN);
    expect(emptied.answers.find(({ id }) => id === "CR 1.1")).toMatchObject({ value: null });
    const gone = sheets.map((one) => ({
      ...one,
      rows: one.rows.filter(({ cells }) => cells[0] !== "CR 1.1"),
    }));
    expect(statedIn(gone, KNOWN).answers.some(({ id }) => id === "CR 1.1")).toBe(false);
  });

  test("evidence that is added needs no id, and gets the same one each time", async () => {
    const sheets = await theSheets();
    const [piece] = statedIn(sheets, KNOWN).evidence;
    const added = withLine(sheets, "evidence", "report-2", { 0: "" });
    const ids = () => statedIn(added, KNOWN).evidence.map(({ value }) => value.id);
    expect(ids()).toEqual([piece?.value.id, "workbook-1"]);
    expect(ids()).toEqual(ids());
  });

  test("a workbook that is none of ours is refused", async () => {
    const other = new Uint8Array(await (await writeWorkbook("A", [["a"], ["b"]])).arrayBuffer());
    expect(await readOfflineWorkbook(other, KNOWN)).toEqual({ ok: false, refusal: { code: "unknown-kind" } });
    expect((await readOfflineWorkbook(new Uint8Array([1, 2, 3]), KNOWN)).ok).toBe(false);
  });
});

test("whatever stands in the cells, what is read is a declaration's, and nothing is thrown", async () => {
  const sheets = await theSheets();
  const text = fc.oneof(
    fc.constantFrom(
      "",
      "yes",
      "no",
      "met",
      "-1",
      "__proto__",
      "constructor",
      "=1+1",
      "cordon:facts",
      "\u202e",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  const change = fc.record({
    sheet: fc.nat({ max: 9 }),
    row: fc.nat({ max: 300 }),
    cell: fc.nat({ max: 15 }),
    text,
  });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
      const damaged = sheets.map((sheet, at) => ({
        ...sheet,
        rows: sheet.rows.map((row, line) => {
          const cells = [...row.cells];
          for (const one of changes)
            if (one.sheet === at && one.row % sheet.rows.length === line) cells[one.cell] = one.text;
          return { ...row, cells: Array.from(cells, (cell) => cell ?? "") };
        }),
      }));
      const stated = statedIn(damaged, KNOWN);
      for (const { value } of stated.answers)
        if (value) expect(AnswerSchema.safeParse(value).success).toBe(true);
      for (const { value } of stated.facts) expect(ProductFactsSchema.safeParse(value).success).toBe(true);
      for (const { value } of stated.evidence) expect(EvidenceSchema.safeParse(value).success).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
