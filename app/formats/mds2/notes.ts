import type { TableRow } from "../delimited/table";
import { noteDefinitionOf } from "./words";

/** What numbered notes say (`Note 3: …`), on any sheet and in rows that are no questions; the first of a number counts. */
export function collectNotes(
  rows: ReadonlyArray<TableRow>,
  isQuestion: (row: TableRow) => boolean,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const row of rows) {
    if (isQuestion(row)) continue;
    const filled = row.cells.filter((cell) => cell !== "");
    const [first = "", ...rest] = filled;
    const found = noteDefinitionOf(first);
    if (found === null) continue;
    const text = [found.text, ...rest].filter((part) => part !== "").join(" ");
    if (text !== "" && !notes.has(found.number)) notes.set(found.number, text);
  }
  return notes;
}
