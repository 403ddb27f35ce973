import type { TableRow } from "../delimited/table";
import { withoutDeception } from "../sbom/problems";
import { isMark, type Layout } from "./layout";
import type { Merge } from "./merges";
import type { Mds2ProblemCode, Mds2Question, Mds2Word } from "./reading";
import { noteNumberOf, parseAnswer, wordOf } from "./words";

/** What domain/declaration takes for one note. */
const LONGEST_NOTE = 2_000;

/** What one row answers; null = nothing. */
export type ReadRow = {
  answer: Mds2Word | null;
  note: string;
  isMerged: boolean;
  problems: ReadonlyArray<{ code: Mds2ProblemCode; value: string }>;
};
export type RowContext = {
  layout: Layout;
  merges: ReadonlyArray<Merge>;
  rowAt: (number: number) => TableRow | undefined;
  /** What numbered notes say. */
  notes: ReadonlyMap<string, string>;
};

/** The answer and the note of a row, with what stands in the way of either. */
export function readRow(row: TableRow, type: Mds2Question["answerType"], context: RowContext): ReadRow {
  const { layout, notes } = context;
  const { text: cell, isMerged } = cellAt(row, layout.answer, context);
  const noteCell = cellAt(row, layout.note, context).text;
  const problems: Array<ReadRow["problems"][number]> = [];
  const read = layout.marks.length > 0 ? readMarks(row, layout) : readAnswer(cell, type);
  if (read.unreadable !== "")
    problems.push({
      code: layout.marks.length > 0 ? "two-answers" : "unknown-answer",
      value: read.unreadable,
    });
  const numbers = [read.noteNumber, numberIn(noteCell, notes)].filter((number) => number !== null);
  for (const number of numbers)
    if (!notes.has(number)) problems.push({ code: "note-not-found", value: number });
  const isReference = numberIn(noteCell, notes) !== null && notes.has(numberIn(noteCell, notes) ?? "");
  const parts = [
    read.words,
    isReference ? "" : noteCell,
    ...numbers.map((number) => notes.get(number) ?? ""),
  ];
  const text = [...new Set(parts.filter((part) => part !== ""))].join("\n");
  if (text.length > LONGEST_NOTE) problems.push({ code: "note-shortened", value: text });
  return { answer: read.answer, note: cleanNote(text), isMerged, problems };
}

/** A cell, or the one that it is merged with. */
function cellAt(
  row: TableRow,
  column: number | null,
  { merges, rowAt }: RowContext,
): { text: string; isMerged: boolean } {
  const own = column === null ? "" : (row.cells[column] ?? "");
  if (column === null || own !== "") return { text: own, isMerged: false };
  const at = row.number - 1;
  const merge = merges.find(
    ({ top, left, bottom, right }) => at > top && at <= bottom && column >= left && column <= right,
  );
  const text = merge ? (rowAt(merge.top + 1)?.cells[merge.left] ?? "") : "";
  return { text, isMerged: text !== "" };
}

type ReadCell = { answer: Mds2Word | null; words: string; noteNumber: string | null; unreadable: string };
const SILENT: ReadCell = { answer: null, words: "", noteNumber: null, unreadable: "" };

function readAnswer(cell: string, type: Mds2Question["answerType"]): ReadCell {
  if (cell === "") return SILENT;
  // What a question in words is answered with is the answer, unless it is nothing but one of the four words.
  if (type !== "yes-no") {
    const word = wordOf(cell);
    return word === undefined ? { ...SILENT, answer: "See note", words: cell } : { ...SILENT, answer: word };
  }
  const parsed = parseAnswer(cell);
  if (parsed === undefined) return { ...SILENT, unreadable: cell };
  return { ...SILENT, answer: parsed.answer, words: parsed.rest, noteNumber: parsed.noteNumber };
}

/** One cross among the columns of answers; two are none. */
function readMarks(row: TableRow, { marks }: Layout): ReadCell {
  const marked = marks.filter(({ column }) => isMark(row.cells[column] ?? ""));
  const [only, ...others] = marked;
  if (others.length > 0) return { ...SILENT, unreadable: marked.map(({ answer }) => answer).join(", ") };
  return only === undefined ? SILENT : { ...SILENT, answer: only.answer };
}

/** The number of the note that a cell refers to; a bare number is one only where notes are numbered. */
function numberIn(cell: string, notes: ReadonlyMap<string, string>): string | null {
  if (notes.size > 0 && /^#?\d{1,3}$/.test(cell)) return cell.replace("#", "");
  return noteNumberOf(cell);
}

/** What domain/declaration accepts as a note: no control characters but line breaks, at most 2,000 characters. */
function cleanNote(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines.map(withoutDeception).join("\n").trim().slice(0, LONGEST_NOTE).trim();
}
