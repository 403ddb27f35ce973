import writeXlsxFile from "write-excel-file/universal";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { ComponentRequirement } from "~/domain/requirement/component-requirement";
import { type ListRule, protectSheets } from "../workbook/protect-sheets";
import { textCell } from "../workbook/write-workbook";
import { answerCells, evidenceRows, factCells, mds2Cells, productCells, rowsOfFact } from "./cells";
import {
  ANSWER_COLUMN,
  EVIDENCE_COLUMNS,
  FACT_LINES,
  type FactLine,
  MARKS,
  MDS2_COLUMN,
  PRODUCT_LINES,
  ROW_SHEETS,
  type RowSheet,
  roomFor,
  valuesOf,
} from "./layout";

/** The words of a workbook, in one language. What is typed into cells is the same in all. */
export type WorkbookWords = {
  readMe: ReadonlyArray<string>;
  sheet(name: "read-me" | keyof typeof MARKS | RowSheet["fact"]): string;
  /** Heads of the columns that are ours. */
  head(name: string): string;
  product(key: string): string;
  fact(line: FactLine): { topic: string; label: string };
  column(fact: RowSheet["fact"], column: string): string;
  evidence(column: string): string;
};

/** What the lines of a workbook are about. */
export type WorkbookRows = {
  requirements: ReadonlyArray<ComponentRequirement>;
  mds2Questions: ReadonlyArray<{ id: string; label: string }>;
};

/** Cells that people write into; nothing else has this colour. */
const OPEN = "FFFBE6";
const EVIDENCE_ROOM = 40;

type Cell = ReturnType<typeof locked> | ReturnType<typeof open> | null;
type SheetToWrite = {
  name: string;
  widths: ReadonlyArray<number>;
  rows: ReadonlyArray<ReadonlyArray<Cell>>;
  lists: ReadonlyArray<ListRule>;
};

/**
 * A declaration as a workbook to fill in without a network: what is locked names the lines, what is open holds what is
 * stated, and cells with few values offer them. {@link readOfflineWorkbook} reads it back to the same content.
 */
export function writeOfflineWorkbook(
  content: DeclarationContent,
  rows: WorkbookRows,
  words: WorkbookWords,
): Promise<Uint8Array> {
  const sheets = [
    readMe(words),
    productSheet(content, words),
    answersSheet(content, rows, words),
    factsSheet(content, words),
    ...ROW_SHEETS.map((sheet) => rowsSheet(content, sheet, words)),
    mds2Sheet(content, rows, words),
    evidenceSheet(content, words),
  ];
  return writeXlsxFile(
    sheets.map(({ name, widths, rows: data }) => ({
      data: data.map((row) => [...row]),
      sheet: name.slice(0, 31),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    })),
  )
    .toBlob()
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => protectSheets(new Uint8Array(bytes), sheets, OPEN));
}

function readMe({ readMe: lines, sheet }: WorkbookWords): SheetToWrite {
  return {
    name: sheet("read-me"),
    widths: [100],
    rows: [...lines.map((line) => [locked(line)]), [open("")]],
    lists: [],
  };
}

function productSheet(content: DeclarationContent, words: WorkbookWords): SheetToWrite {
  const cells = productCells(content);
  return {
    name: words.sheet("product"),
    widths: [28, 60, 16],
    rows: [
      headOf(MARKS.product, words.head("what"), words.head("value")),
      ...PRODUCT_LINES.map(({ key }) => [locked(key), locked(words.product(key)), open(cells.get(key))]),
    ],
    lists: PRODUCT_LINES.flatMap(({ values }, index) => listAt("C", index + 2, values)),
  };
}

function answersSheet(
  content: DeclarationContent,
  { requirements }: WorkbookRows,
  words: WorkbookWords,
): SheetToWrite {
  const last = requirements.length + 1;
  const heads = ["title", "area", "level", "types", "answer", "note", "evidence"].map(words.head);
  return {
    name: words.sheet("answers"),
    widths: [18, 46, 8, 8, 26, 26, 60, 24],
    rows: [
      headOf(MARKS.answers, ...heads),
      ...requirements.map(({ id, title, foundationalRequirement, minSl, appliesTo }) => [
        ...[id, title, foundationalRequirement, String(minSl), appliesTo.join(", ")].map(locked),
        ...answerCells(content.answers[id]).map(open),
      ]),
    ],
    lists: [{ range: `F2:F${last}`, values: ANSWER_COLUMN }],
  };
}

function factsSheet(content: DeclarationContent, words: WorkbookWords): SheetToWrite {
  const cells = factCells(content.facts);
  return {
    name: words.sheet("facts"),
    widths: [34, 26, 60, 50],
    rows: [
      headOf(MARKS.facts, words.head("topic"), words.head("what"), words.head("value")),
      ...FACT_LINES.map((line) => {
        const { topic, label } = words.fact(line);
        return [locked(line.key), locked(topic), locked(label), open(cells.get(line.key))];
      }),
    ],
    lists: FACT_LINES.flatMap(({ values }, index) => listAt("D", index + 2, values)),
  };
}

function rowsSheet({ facts }: DeclarationContent, sheet: RowSheet, words: WorkbookWords): SheetToWrite {
  const filled = rowsOfFact(facts, sheet);
  const room = roomFor(sheet, filled.length);
  const empty = sheet.columns.map(() => "");
  return {
    name: words.sheet(sheet.fact),
    widths: [24, ...sheet.columns.map(({ 1: { kind } }) => (kind === "text" ? 50 : 22))],
    rows: [
      headOf(sheet.mark, ...sheet.columns.map(([column]) => words.column(sheet.fact, column))),
      ...numbered(room).map((place) => [locked(String(place + 1)), ...(filled[place] ?? empty).map(open)]),
    ],
    lists: sheet.columns.flatMap(([, kind], index) =>
      listAt(columnName(index + 1), 2, valuesOf(kind), room + 1),
    ),
  };
}

function mds2Sheet(
  { facts }: DeclarationContent,
  { mds2Questions }: WorkbookRows,
  words: WorkbookWords,
): SheetToWrite {
  const others = Object.keys(facts.mds2?.answers ?? {}).filter(
    (id) => !mds2Questions.some((one) => one.id === id),
  );
  const questions = [...mds2Questions, ...others.map((id) => ({ id, label: "" }))];
  return {
    name: words.sheet("mds2"),
    widths: [14, 70, 12, 60],
    rows: [
      headOf(MARKS.mds2, ...["question", "answer", "note"].map(words.head)),
      ...questions.map(({ id, label }) => [
        locked(id),
        locked(label),
        ...mds2Cells(facts.mds2, id).map(open),
      ]),
    ],
    lists: [{ range: `C2:C${questions.length + 1}`, values: MDS2_COLUMN }],
  };
}

function evidenceSheet({ evidence }: DeclarationContent, words: WorkbookWords): SheetToWrite {
  const filled = evidenceRows(evidence);
  const empty = EVIDENCE_COLUMNS.map(() => "");
  const last = filled.length + EVIDENCE_ROOM + 1;
  return {
    name: words.sheet("evidence"),
    widths: [20, ...EVIDENCE_COLUMNS.map(() => 22)],
    rows: [
      headOf(MARKS.evidence, ...EVIDENCE_COLUMNS.map(({ name }) => words.evidence(name))),
      ...filled.map(({ id, cells }) => [locked(id), ...cells.map(open)]),
      ...numbered(EVIDENCE_ROOM).map(() => [open(""), ...empty.map(open)]),
    ],
    lists: EVIDENCE_COLUMNS.flatMap(({ values }, index) => listAt(columnName(index + 1), 2, values, last)),
  };
}

function headOf(...titles: ReadonlyArray<string>) {
  return titles.map((title) => ({ ...locked(title), fontWeight: "bold" as const }));
}

function locked(text: string) {
  return { ...textCell(text), wrap: true, alignVertical: "top" as const };
}

/** As text, so that neither a date nor `3.10` becomes a number. An empty cell is open too. */
function open(text = "") {
  const look = { format: "@", backgroundColor: `#${OPEN}`, wrap: true, alignVertical: "top" as const };
  return text === "" ? { type: String, ...look } : { ...textCell(text), ...look };
}

function listAt(
  column: string,
  first: number,
  values: ReadonlyArray<string> | null,
  last = first,
): ReadonlyArray<ListRule> {
  return values === null ? [] : [{ range: `${column}${first}:${column}${last}`, values }];
}

/** A to Z. */
function columnName(index: number): string {
  return String.fromCharCode(65 + index);
}

function numbered(count: number): ReadonlyArray<number> {
  return Array.from({ length: count }, (_, index) => index);
}
