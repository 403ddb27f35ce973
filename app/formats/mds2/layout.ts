import type { TableRow } from "../delimited/table";
import { type KnownIds, nearestId, normalisedId } from "./question-ids";
import type { Mds2Word } from "./reading";
import { columnOfHead, type Mds2Column, parseAnswer, wordOf } from "./words";

/** Indices of the columns. `marks`: a form that has a column for each answer, with a cross in one of them. */
export type Layout = {
  headRow: number | null;
  id: number;
  answer: number | null;
  note: number | null;
  question: number | null;
  marks: ReadonlyArray<{ column: number; answer: Mds2Word }>;
};

const COLUMNS_TO_LOOK_AT = 30;
/** Below this a column of ids is chance. */
const LEAST_IDS = 3;

/**
 * Where a sheet has its ids, answers and notes: by the heads of the columns, wherever these stand above the first question, and
 * where a head is missing or not known by what is in the columns. Undefined where no column holds questions.
 */
export function findLayout(rows: ReadonlyArray<TableRow>, known: KnownIds): Layout | undefined {
  const counted = Array.from({ length: COLUMNS_TO_LOOK_AT }, (_, column) => ({
    column,
    ids: rows.filter(({ cells }) => isQuestionId(cells[column] ?? "", known)).length,
  }));
  const best = counted.reduce((most, one) => (one.ids > most.ids ? one : most));
  if (best.ids < LEAST_IDS) return undefined;
  const id = best.column;
  const questions = rows.filter(({ cells }) => isQuestionId(cells[id] ?? "", known));
  const first = rows.indexOf(questions[0] ?? rows[0] ?? { number: 0, cells: [] });
  const head = rows.slice(0, first).reduce<Head | undefined>((most, row) => {
    const one = headOf(row, id, questions);
    return sizeOf(one) > (most ? sizeOf(most) : 0) ? one : most;
  }, undefined);
  const marks = head?.marks ?? [];
  const named = (column: Mds2Column) => head?.columns.get(column);
  const answer = marks.length > 0 ? null : (answerColumn(questions, id, named("answer")) ?? null);
  const note = named("note") ?? noteColumn(questions, [id, answer ?? id, ...marks.map((one) => one.column)]);
  return {
    headRow: head?.row.number ?? null,
    id,
    answer,
    note: note === answer ? null : note,
    question: named("question") ?? null,
    marks,
  };
}

type Head = { row: TableRow; columns: ReadonlyMap<Mds2Column, number>; marks: Layout["marks"] };

function sizeOf({ columns, marks }: Head): number {
  return columns.size + marks.length;
}

/** Letters of a column: A, B … Z, AA … */
export function lettersOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : lettersOf(Math.floor(column / 26) - 1) + rest;
}

function isQuestionId(cell: string, known: KnownIds): boolean {
  const id = normalisedId(cell);
  return id !== null && (known.ids.has(id) || nearestId(id, known) !== null);
}

/** The first cell with a known head names its column; the column of ids is known already. */
function headOf(row: TableRow, id: number, questions: ReadonlyArray<TableRow>): Head {
  const marks = marksOf(row, questions);
  const columns = new Map<Mds2Column, number>();
  for (const [column, cell] of row.cells.slice(0, COLUMNS_TO_LOOK_AT).entries()) {
    const name = columnOfHead(cell);
    const isTaken = column === id || marks.some((mark) => mark.column === column);
    if (name !== undefined && name !== "id" && !isTaken && !columns.has(name)) columns.set(name, column);
  }
  return { row, columns, marks };
}

/** Heads that are answers themselves, over columns in which questions have crosses. */
function marksOf(head: TableRow, questions: ReadonlyArray<TableRow>): Layout["marks"] {
  const marks = head.cells.slice(0, COLUMNS_TO_LOOK_AT).flatMap((cell, column) => {
    const answer = wordOf(cell);
    return answer === undefined || !questions.some(({ cells }) => isMark(cells[column] ?? ""))
      ? []
      : [{ column, answer }];
  });
  return marks.length > 1 ? marks : [];
}

export function isMark(cell: string): boolean {
  return /^(x|×|✓|✔|☒|☑|1|•|true)$/i.test(cell.trim());
}

/** The column in which most questions have an answer; the one with the head where it has any. */
function answerColumn(
  questions: ReadonlyArray<TableRow>,
  id: number,
  named: number | undefined,
): number | undefined {
  const answersIn = (column: number) =>
    questions.filter(({ cells }) => parseAnswer(cells[column] ?? "") !== undefined).length;
  if (named !== undefined && (answersIn(named) > 0 || questions.every(({ cells }) => !cells[named])))
    return named;
  const counted = Array.from({ length: COLUMNS_TO_LOOK_AT }, (_, column) => ({
    column,
    answers: column === id ? 0 : answersIn(column),
  }));
  const best = counted.reduce((most, one) => (one.answers > most.answers ? one : most));
  return best.answers > 0 ? best.column : named;
}

/** Without a head: the first column right of the answers in which any question has words that are no answer. */
function noteColumn(questions: ReadonlyArray<TableRow>, used: ReadonlyArray<number>): number | null {
  const start = Math.max(...used) + 1;
  for (let column = start; column < COLUMNS_TO_LOOK_AT; column += 1) {
    const texts = questions.flatMap(({ cells }) => cells[column] || []);
    if (texts.length > 0 && !texts.every((text) => REFERENCE.test(text))) return column;
  }
  return null;
}

/** The reference columns of the form: clauses of IEC TR 80001, controls of NIST SP 800-53 and ISO 27002. */
const REFERENCE = /^(section|clause|kapitel|iso|iec|a\.|[a-z]{2}-?\d|n\/?a\b|none|--?$)/i;
