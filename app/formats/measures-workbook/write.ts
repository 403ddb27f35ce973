import writeXlsxFile from "write-excel-file/universal";
import { MEASURE_FIELD_NAMES, type MeasureContent, type MeasureField } from "~/domain/measure/measure";
import { type MeasureKey, writeMeasureKey } from "~/domain/measure/measure-key";
import { protectSheets } from "../workbook/protect-sheets";
import { textCell } from "../workbook/write-workbook";
import { CELL_VALUES, cellsOf, columnOf, MARK, NAMING_COLUMNS, type NamingColumn } from "./layout";

/** A line: its key, the words that name it, and what its open cells hold. */
export type MeasureLine = MeasureKey & {
  named: Readonly<Record<Exclude<NamingColumn, "key" | "measure">, string>>;
  content: MeasureContent;
};

/** The words of a workbook, in one language. What is typed into cells is the same in all. */
export type MeasureWords = {
  sheet: string;
  readMe: { sheet: string; lines: ReadonlyArray<string> };
  head(column: Exclude<NamingColumn, "key"> | MeasureField): string;
};

/** Cells that people write into; nothing else has this colour. */
const OPEN = "FFFBE6";
const WIDTHS: Readonly<Record<NamingColumn | MeasureField, number>> = {
  ...{ key: 6, place: 28, measure: 16, title: 44, kind: 16, group: 24, from: 18 },
  ...{ state: 16, owner: 28, evidence: 44, dueOn: 14, maturity: 10, reason: 36, note: 44 },
};
const NAMES = ["place", "measure", "title", "kind", "group", "from"] as const;

/**
 * Measures as a workbook to fill in without a network: what names a line is locked, what is written down is open, and
 * cells with few values offer them. {@link readMeasures} reads it back to the same content.
 */
export function writeMeasures(lines: ReadonlyArray<MeasureLine>, words: MeasureWords): Promise<Uint8Array> {
  const heads = [MARK, ...[...NAMES, ...MEASURE_FIELD_NAMES].map((column) => words.head(column))];
  const measures = {
    data: [
      heads.map((title) => ({ ...locked(title), fontWeight: "bold" as const })),
      ...lines.map((line) => [
        locked(writeMeasureKey(line)),
        ...NAMES.map((name) => locked(name === "measure" ? line.measureId : line.named[name])),
        ...cellsOf(line.content).map(open),
      ]),
    ],
    sheet: words.sheet.slice(0, 31),
    columns: [...NAMING_COLUMNS, ...MEASURE_FIELD_NAMES].map((column) => ({ width: WIDTHS[column] })),
    stickyRowsCount: 1,
  };
  const readMe = {
    // An open cell in every workbook: what marks them must be there although there may be no line.
    data: [...words.readMe.lines.map((line) => [locked(line)]), [open("")]],
    sheet: words.readMe.sheet.slice(0, 31),
    columns: [{ width: 110 }],
  };
  const lists = MEASURE_FIELD_NAMES.flatMap((field) => {
    const values = CELL_VALUES[field];
    const column = columnOf(field);
    return values && lines.length > 0 ? [{ range: `${column}2:${column}${lines.length + 1}`, values }] : [];
  });
  return writeXlsxFile([measures, readMe])
    .toBlob()
    .then((blob) => blob.arrayBuffer())
    .then((bytes) => protectSheets(new Uint8Array(bytes), [{ lists }, { lists: [] }], OPEN));
}

function locked(text: string) {
  return { ...textCell(text), wrap: true, alignVertical: "top" as const };
}

/** As text, so that neither a day nor a level becomes a number. An empty cell is open too. */
function open(text: string) {
  const look = { format: "@", backgroundColor: `#${OPEN}`, wrap: true, alignVertical: "top" as const };
  return text === "" ? { type: String, ...look } : { ...textCell(text), ...look };
}
