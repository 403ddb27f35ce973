import type { TableRow } from "../delimited/table";

/**
 * Whether a sheet is the form of 2013 (HIMSS/NEMA HN 1-2013): it says so, or has its numbering, a section and a question
 * (`1-1`, `5-1.2`) or a letter (`B.1`) in one column. Its questions mean other things under other numbers, so nothing
 * is taken from it. The numbering is recalled; no form of 2013 was at hand.
 */
export function isEdition2013(rows: ReadonlyArray<TableRow>): boolean {
  const says = rows.some(({ cells }) =>
    cells.some((cell) => /HN\s*1\s*-\s*2013/i.test(cell.slice(0, 2_000))),
  );
  return says || countOldIds(rows) >= LEAST_OLD_IDS;
}

const LEAST_OLD_IDS = 8;
const OLD_ID = /^(\d{1,2}-\d{1,2}(\.\d{1,2})?|[A-E](\.\d{1,2})?)$/;
const COLUMNS_TO_LOOK_AT = 6;

function countOldIds(rows: ReadonlyArray<TableRow>): number {
  const counts = Array.from({ length: COLUMNS_TO_LOOK_AT }, (_, column) => {
    const ids = rows.flatMap(({ cells }) => (OLD_ID.test(cells[column] ?? "") ? [cells[column] ?? ""] : []));
    // Numbers of the kind 1-1 alone: letters are found in many a table.
    return ids.some((id) => id.includes("-")) ? new Set(ids).size : 0;
  });
  return Math.max(...counts);
}
