/** A table as a file or the clipboard gave it, nothing interpreted. */
export type Table = { rows: ReadonlyArray<TableRow> };
/** `number` counts lines of a text or rows of a sheet from 1, as the person sees them. Rows may differ in length. */
export type TableRow = { number: number; cells: ReadonlyArray<string> };

export type TableError =
  | { code: "empty" }
  | { code: "not-a-table" }
  | { code: "quote-not-closed"; line: number }
  | { code: "broken-row"; line: number }
  | { code: "too-many-rows"; rows: number; limit: number }
  | { code: "too-many-columns"; columns: number; limit: number };

/** The most rows of data that one import takes. */
export const MAX_TABLE_ROWS = 10_000;
export const MAX_TABLE_COLUMNS = 200;
/** Room for a title above the head. */
const ROWS_ABOVE = 10;

/** What is wrong with the size of a table; undefined where nothing is. Empty rows do not count. */
export function refusalOfSize({ rows }: Table): TableError | undefined {
  if (rows.length === 0) return { code: "empty" };
  const columns = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (columns > MAX_TABLE_COLUMNS) return { code: "too-many-columns", columns, limit: MAX_TABLE_COLUMNS };
  if (rows.length > MAX_TABLE_ROWS + ROWS_ABOVE)
    return { code: "too-many-rows", rows: rows.length, limit: MAX_TABLE_ROWS };
}
