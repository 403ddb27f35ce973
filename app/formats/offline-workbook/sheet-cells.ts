import type { FilePlace } from "~/domain/declaration/import-plan";
import type { StatedProblem } from "../stated/stated";
import type { Sheet } from "../workbook/read-workbook";

export type Cell = { text: string; place: FilePlace };
/** Cells of a line from its first on, by what the first says; columns beyond the end are empty. */
export type SheetLines = ReadonlyMap<string, ReadonlyArray<Cell>>;

export type Problems = {
  all: Array<StatedProblem>;
  add(code: StatedProblem["code"], cell: Cell): void;
};

const WIDEST = 20;

export function problemList(most: number): Problems {
  const all: Array<StatedProblem> = [];
  return {
    all,
    add(code, { place, text }) {
      if (all.length < most) all.push({ code, place, value: text.slice(0, 300) });
    },
  };
}

/** Lines below the head. A name that stands twice says nothing the second time. */
export function linesOf(sheet: Sheet | undefined, problems: Problems): SheetLines {
  const lines = new Map<string, ReadonlyArray<Cell>>();
  for (const cells of rowsOf(sheet)) {
    const [first] = cells;
    if (!first || first.text === "") continue;
    if (lines.has(first.text)) problems.add("duplicate-id", first);
    else lines.set(first.text, cells);
  }
  return lines;
}

/** All rows below the head, each with twenty cells. */
export function rowsOf(sheet: Sheet | undefined): ReadonlyArray<ReadonlyArray<Cell>> {
  if (!sheet) return [];
  return sheet.rows.slice(1).map(({ number, cells }) =>
    Array.from({ length: WIDEST }, (_, index) => ({
      text: cells[index] ?? "",
      place: { sheet: sheet.name.slice(0, 100), row: number, column: String.fromCharCode(65 + index) },
    })),
  );
}

/** Values that stand in one cell, one a line. */
export function linesIn(text: string): ReadonlyArray<string> {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
