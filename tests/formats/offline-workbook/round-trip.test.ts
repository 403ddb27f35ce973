import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { type DeclarationContent, EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import { readOfflineWorkbook } from "~/formats/offline-workbook/read";
import { writeOfflineWorkbook } from "~/formats/offline-workbook/write";
import { declarationContent } from "../../builders/arbitraries";
import { aFullDeclaration } from "../../cli/full-files";
import { asFilledIn, expectSame, takenOver } from "../stated/taken-over";
import { PLAIN_WORDS, ROWS } from "./words";

const KNOWN = { requirements: COMPONENT_REQUIREMENTS };

async function broughtBack(workbook: Uint8Array, present: DeclarationContent): Promise<DeclarationContent> {
  const read = await readOfflineWorkbook(workbook, KNOWN);
  if (!read.ok) throw new Error(read.refusal.code);
  return takenOver(read.value, present);
}

describe("the offline workbook", () => {
  test("brings everything back into an empty draft", async () => {
    const content = asFilledIn(aFullDeclaration().content);
    const workbook = await writeOfflineWorkbook(content, ROWS, PLAIN_WORDS);
    expectSame(await broughtBack(workbook, EMPTY_DECLARATION_CONTENT), content);
  });

  test("brought back untouched it changes nothing", async () => {
    const { content } = aFullDeclaration();
    const workbook = await writeOfflineWorkbook(content, ROWS, PLAIN_WORDS);
    expect(await broughtBack(workbook, content)).toBe(content);
  });

  test("whatever is stated, the workbook brings it back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(declarationContent, async (any) => {
        const content = asFilledIn(any);
        const workbook = await writeOfflineWorkbook(content, ROWS, PLAIN_WORDS);
        expectSame(await broughtBack(workbook, EMPTY_DECLARATION_CONTENT), content);
      }),
      { numRuns: 15 },
    );
  });

  test("what was filled in offline replaces what stood there, also by taking it back", async () => {
    await fc.assert(
      fc.asyncProperty(declarationContent, declarationContent, async (one, two) => {
        // Answers that no longer apply stay in a draft, and evidence is removed in the portal.
        const { componentTypes } = one;
        const present = asFilledIn({ ...one, evidence: [] });
        const content = asFilledIn({ ...two, componentTypes });
        const workbook = await writeOfflineWorkbook(content, ROWS, PLAIN_WORDS);
        expectSame(await broughtBack(workbook, present), content);
      }),
      { numRuns: 8 },
    );
  });
});

describe("what a spreadsheet program sees", () => {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" });

  test("every sheet is locked but for its open cells, and cells with few values offer them", async () => {
    const parts = unzipSync(await writeOfflineWorkbook(aFullDeclaration().content, ROWS, PLAIN_WORDS));
    const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const formats: ReadonlyArray<{ protection?: { locked: string } }> = parser.parse(text("xl/styles.xml"))
      .styleSheet.cellXfs.xf;
    const isOpen = (style: string | undefined) => formats[Number(style)]?.protection?.locked === "0";
    const sheets = Object.keys(parts).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
    expect(sheets).toHaveLength(11);
    for (const name of sheets) expect(text(name)).toContain('<sheetProtection sheet="1"');
    expect(text("xl/workbook.xml")).toContain('<workbookProtection lockStructure="1"/><bookViews>');
    const answers = parser.parse(text("xl/worksheets/sheet3.xml")).worksheet;
    const cells: ReadonlyArray<{ r: string; s?: string }> = answers.sheetData.row.flatMap(
      (row: { c: [] }) => row.c,
    );
    for (const cell of cells) expect([cell.r, isOpen(cell.s)]).toEqual([cell.r, /^[F-H](?!1$)/.test(cell.r)]);
    expect(cells.filter(({ s }) => isOpen(s))).toHaveLength(3 * COMPONENT_REQUIREMENTS.length);
    expect(answers.dataValidations.dataValidation).toMatchObject({
      type: "list",
      sqref: `F2:F${COMPONENT_REQUIREMENTS.length + 1}`,
      formula1: '"met,met-by-configuration,met-with-countermeasure,not-met,not-applicable"',
    });
    expect(Object.keys(answers).indexOf("sheetProtection")).toBeLessThan(
      Object.keys(answers).indexOf("dataValidations"),
    );
  });
});
