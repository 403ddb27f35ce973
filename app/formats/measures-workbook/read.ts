import {
  MEASURE_FIELD_NAMES,
  type MeasureField,
  type MeasureFields,
  MeasureFieldsSchema,
} from "~/domain/measure/measure";
import { type MeasureKey, readMeasureKey } from "~/domain/measure/measure-key";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Sheet } from "../workbook/read-workbook";
import { CELL_VALUES, columnOf, MARK, NAMING_COLUMNS } from "./layout";

/** What a cell holds that nobody can use. `row` counts from 1, `column` is its letter. */
export type CellProblem = {
  row: number;
  column: string;
  field: MeasureField | "key";
  code:
    | "damaged-key"
    | "named-twice"
    | "unknown-value"
    | "invalid-date"
    | "too-long"
    | "deceptive-characters";
  value: string;
};
/** A line as it came back: every field that could be read; one that could not stays as it is. */
export type ReadLine = MeasureKey & { row: number; fields: MeasureFields };
export type ReadMeasures = { lines: ReadonlyArray<ReadLine>; problems: ReadonlyArray<CellProblem> };

/** So many problems are told; whoever has more repairs these first. */
export const MOST_PROBLEMS = 200;

/**
 * What a workbook of {@link writeMeasures} says that came back, cell by cell. A damaged cell leaves its field as it was
 * and is listed; a line that is gone says nothing. Refused where no sheet has our mark.
 */
export function readMeasures(
  sheets: ReadonlyArray<Sheet>,
): Result<ReadMeasures, { code: "not-measures" | "no-lines" }> {
  const sheet = sheets.find(({ rows: [head] }) => head?.cells[0] === MARK);
  if (!sheet) return refuse({ code: "not-measures" });
  const problems: Array<CellProblem> = [];
  const lines: Array<ReadLine> = [];
  const seen = new Set<string>();
  for (const { number: row, cells } of sheet.rows.slice(1)) {
    const [text = ""] = cells;
    const key = readMeasureKey(text);
    const name = key && JSON.stringify([key.place, key.measureId]);
    if (!key || !name || seen.has(name)) {
      const code = key ? "named-twice" : "damaged-key";
      problems.push({ row, column: "A", field: "key", code, value: text.slice(0, 200) });
      continue;
    }
    seen.add(name);
    lines.push({ ...key, row, fields: fieldsIn(row, cells, problems) });
  }
  if (lines.length === 0 && problems.length === 0) return refuse({ code: "no-lines" });
  return accept({ lines, problems: problems.slice(0, MOST_PROBLEMS) });
}

function fieldsIn(row: number, cells: ReadonlyArray<string>, problems: Array<CellProblem>): MeasureFields {
  let fields: MeasureFields = {};
  for (const [index, field] of MEASURE_FIELD_NAMES.entries()) {
    const value = cells[NAMING_COLUMNS.length + index] ?? "";
    const read = MeasureFieldsSchema.safeParse({ [field]: asTyped(field, value) });
    if (read.success) fields = { ...fields, ...read.data };
    else {
      const tooLong = read.error.issues.some(({ code }) => code === "too_big");
      const code = CELL_VALUES[field]
        ? "unknown-value"
        : field === "dueOn"
          ? "invalid-date"
          : tooLong
            ? "too-long"
            : "deceptive-characters";
      problems.push({ row, column: columnOf(field), field, code, value: value.slice(0, 200) });
    }
  }
  return fields;
}

/** People write `In place`, and an emptied state is one that nobody has begun. */
function asTyped(field: MeasureField, value: string): string {
  if (field !== "state") return value;
  return value === "" ? "not-started" : value.toLowerCase().replace(/\s+/g, "-");
}
