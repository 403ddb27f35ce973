import type { Message } from "~/domain/assessment/assessment";
import type { Fit } from "~/domain/assessment/questions/fit";

/** A list names so many rows and findings of one pair; the assessment holds all. */
const ROWS_AT_MOST = 5;
const FINDINGS_AT_MOST = 3;

export type ShownFit = Omit<Fit, "missing" | "open"> & {
  missing: { named: ReadonlyArray<string>; count: number };
  open: { named: ReadonlyArray<{ id: string; title: Message }>; count: number };
};

/** As much of a fit as one line of a table shows. */
export function toShownFit({ missing, open, ...fit }: Fit): ShownFit {
  return {
    ...fit,
    missing: {
      named: missing.slice(0, ROWS_AT_MOST).map(({ requirementId }) => requirementId),
      count: missing.length,
    },
    open: {
      named: open
        .slice(0, FINDINGS_AT_MOST)
        .map(({ id, checkId }) => ({ id, title: { key: `checks:${checkId}.title`, params: {} } })),
      count: open.length,
    },
  };
}

export type FitSort = { column: string; direction: "ascending" | "descending" };

/** The sorting that an address asks for, where the table has such a column. */
export function readSort(
  columns: ReadonlyArray<string>,
  query: { sort: string | null; direction: string | null },
): FitSort | null {
  const column = columns.find((one) => one === query.sort);
  if (column === undefined) return null;
  return { column, direction: query.direction === "descending" ? "descending" : "ascending" };
}

/** Rows as an address wants them: the fit is the order in which they come. */
export function sortRows<Row extends { fit: ShownFit }>(
  rows: ReadonlyArray<Row>,
  sort: FitSort | null,
  textOf: Readonly<Record<string, (row: Row) => string>>,
): ReadonlyArray<Row> {
  if (sort === null) return rows;
  const text = textOf[sort.column];
  const sorted = text
    ? rows.toSorted((a, b) => text(a).localeCompare(text(b), "en"))
    : sort.column === "missing"
      ? rows.toSorted((a, b) => missingOf(a.fit) - missingOf(b.fit))
      : rows;
  return sort.direction === "descending" ? sorted.toReversed() : sorted;
}

function missingOf({ missing, open }: ShownFit): number {
  return missing.count + open.count;
}
