import {
  MATURITY_LEVELS,
  MEASURE_FIELD_NAMES,
  MEASURE_STATES,
  type MeasureContent,
  type MeasureField,
} from "~/domain/measure/measure";

/** First cell of the sheet: what the file is, and its form. A mark, not a word: the same in every language. */
export const MARK = "cordon:measures:1";

/** Columns that name the line; locked. The first is the mark and holds the key. */
export const NAMING_COLUMNS = ["key", "place", "measure", "title", "kind", "group", "from"] as const;
export type NamingColumn = (typeof NAMING_COLUMNS)[number];

/** Values that a cell offers; null where it takes any text. */
export const CELL_VALUES: Readonly<Record<MeasureField, ReadonlyArray<string> | null>> = {
  state: MEASURE_STATES,
  owner: null,
  evidence: null,
  dueOn: null,
  maturity: MATURITY_LEVELS.map(String),
  reason: null,
  note: null,
};

/** What the open cells of a line hold. */
export function cellsOf(content: MeasureContent): ReadonlyArray<string> {
  return MEASURE_FIELD_NAMES.map((field) => String(content[field] ?? ""));
}

/** Letter of the column that holds a field. */
export function columnOf(field: MeasureField): string {
  return String.fromCharCode(65 + NAMING_COLUMNS.length + MEASURE_FIELD_NAMES.indexOf(field));
}
