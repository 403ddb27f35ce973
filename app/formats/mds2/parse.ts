import type { IsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import type { Table, TableRow } from "../delimited/table";
import { withoutDeception } from "../sbom/problems";
import { readDate } from "./dates";
import { isEdition2013 } from "./edition";
import { findLayout, type Layout, lettersOf } from "./layout";
import type { Merge } from "./merges";
import { collectNotes } from "./notes";
import { type KnownIds, knownIds, nearestId, normalisedId } from "./question-ids";
import { type ReadRow, readRow } from "./read-row";
import {
  type CellPlace,
  MAX_MDS2_PROBLEMS,
  type Mds2Entry,
  type Mds2Problem,
  type Mds2ProblemCode,
  type Mds2Question,
  type Mds2Reading,
  type Mds2Refusal,
} from "./reading";
import { noteNumberOf } from "./words";

export type Mds2Sheet = Table & { name: string | null; merges: ReadonlyArray<Merge> };

/**
 * The form as sheets of a workbook or as one table (CSV): the sheet with most questions is read, notes that others refer to
 * are found on every sheet. An answer counts only where it can be read without doubt; everything else is listed with
 * its cell, and what is not answered stays so. `questions` is the form of 2019 from the catalogue. Never throws.
 */
export function parseMds2(
  sheets: ReadonlyArray<Mds2Sheet>,
  questions: ReadonlyArray<Mds2Question>,
): Result<Mds2Reading, Mds2Refusal> {
  const known = knownIds(questions);
  const found = sheets.flatMap((sheet) => {
    const layout = findLayout(sheet.rows, known);
    return layout ? [{ sheet, layout, lines: linesOf(sheet.rows, layout) }] : [];
  });
  const best = found.toSorted((a, b) => b.lines.length - a.lines.length)[0];
  if (!best)
    return refuse({
      code: sheets.some(({ rows }) => isEdition2013(rows)) ? "edition-2013" : "no-questions",
    });
  const isQuestion = new Set(best.lines.map(({ row }) => row));
  const notes = collectNotes(
    sheets.flatMap(({ rows }) => rows),
    (row) => isQuestion.has(row),
  );
  return accept(readSheet(best, { questions, known, notes }));
}

type Line = { row: TableRow; id: string; written: string };

function linesOf(rows: ReadonlyArray<TableRow>, { id: column }: Layout): ReadonlyArray<Line> {
  return rows.flatMap((row) => {
    const written = row.cells[column] ?? "";
    const id = normalisedId(written);
    // "Note 3" looks like an id and is none.
    return id === null || noteNumberOf(written) !== null ? [] : [{ row, id, written: written.slice(0, 40) }];
  });
}

type Context = {
  questions: ReadonlyArray<Mds2Question>;
  known: KnownIds;
  notes: ReadonlyMap<string, string>;
};
type Answered = { question: string; read: ReadRow; idPlace: CellPlace; place: CellPlace };

function readSheet(
  { sheet, layout, lines }: { sheet: Mds2Sheet; layout: Layout; lines: ReadonlyArray<Line> },
  { questions, known, notes }: Context,
): Mds2Reading {
  const problems = problemList();
  const types = new Map(questions.map(({ id, answerType }) => [id, answerType]));
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const context = { layout, merges: sheet.merges, notes, rowAt: (number: number) => rows.get(number) };
  const written = new Set(lines.map(({ id }) => id));
  const readAs: Array<Mds2Reading["readAs"][number]> = [];
  const byQuestion = new Map<string, Array<Answered>>();
  for (const line of lines) {
    const { number } = line.row;
    const idPlace = { sheet: sheet.name, row: number, column: lettersOf(layout.id) };
    const answerColumn = layout.answer ?? layout.marks[0]?.column ?? layout.id;
    const place = { ...idPlace, column: lettersOf(answerColumn) };
    const nearest = known.ids.has(line.id) ? null : nearestId(line.id, known);
    const question = nearest === null ? line.id : nearest.question;
    if (nearest?.isCertain && !written.has(question))
      readAs.push({ place: idPlace, written: line.written, question });
    else if (!known.ids.has(line.id)) {
      problems.note("unknown-id", idPlace, line.written, nearest?.question ?? null);
      continue;
    }
    const read = readRow(line.row, types.get(question) ?? "yes-no", context);
    for (const { code, value } of read.problems) problems.note(code, place, value);
    const list = byQuestion.get(question) ?? [];
    list.push({ question, read, idPlace, place });
    byQuestion.set(question, list);
  }
  let releasedOn: IsoDate | null = null;
  const entries: Array<Mds2Entry> = [];
  for (const [question, all] of byQuestion) {
    const given = theOnlyAnswer(all, problems.note);
    const answer = given?.read.answer ?? null;
    if (given === null || answer === null) continue;
    const { read, place } = given;
    const date = types.get(question) === "date" && read.answer === "See note" ? readDate(read.note) : null;
    if (typeof date === "object" && date !== null) {
      releasedOn = date.date;
      continue;
    }
    if (date !== null)
      problems.note(date === "ambiguous" ? "ambiguous-date" : "unknown-date", place, read.note);
    if (read.note === "" && read.answer === "N/A")
      problems.note("not-applicable-without-reason", place, question);
    if (read.note === "" && read.answer === "See note")
      problems.note("see-note-without-note", place, question);
    entries.push({ question, answer, note: read.note, place, isMerged: read.isMerged });
  }
  const answered = new Set(entries.map(({ question }) => question));
  const isAnswered = (id: string) => answered.has(id) || (types.get(id) === "date" && releasedOn !== null);
  return {
    edition: "2019",
    sheet: sheet.name,
    headRow: layout.headRow,
    releasedOn,
    entries,
    readAs,
    unanswered: questions.filter(({ id }) => byQuestion.has(id) && !isAnswered(id)).map(({ id }) => id),
    missing: questions.filter(({ id }) => !byQuestion.has(id)).map(({ id }) => id),
    ...problems.result(),
  };
}

type Note = (code: Mds2ProblemCode, place: CellPlace, value: string, suggestion?: string | null) => void;

/** A question that stands twice: the one answer where they agree or one is silent, none where they contradict. */
function theOnlyAnswer(all: ReadonlyArray<Answered>, note: Note): Answered | null {
  const given = all.filter(({ read }) => read.answer !== null);
  const [first] = given;
  const other = given.find(({ read }) => read.answer !== first?.read.answer);
  const [, second] = all;
  if (other) note("contradicting-answers", other.idPlace, other.question);
  else if (second) note("duplicate-id", second.idPlace, second.question);
  return other || !first ? null : first;
}

function problemList() {
  const problems: Array<Mds2Problem> = [];
  let problemCount = 0;
  const note: Note = (code, place, value, suggestion = null) => {
    problemCount += 1;
    const shown = withoutDeception(value.slice(0, 200));
    if (problems.length < MAX_MDS2_PROBLEMS) problems.push({ code, place, value: shown, suggestion });
  };
  return { note, result: () => ({ problems, problemCount }) };
}
