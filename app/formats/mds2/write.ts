import type { Mds2 } from "~/domain/declaration/mds2";
import { writeDelimited } from "../delimited/write";
import { writeWorkbook } from "../workbook/write-workbook";
import type { Mds2Question } from "./reading";

/** Heads of the four columns, in the order id, question, answer, note, as {@link readMds2File} knows them. */
export type Mds2Heads = readonly [id: string, question: string, answer: string, note: string];
export type Mds2Section = { id: string; title: string; questions: ReadonlyArray<Mds2Question> };

/**
 * A filled form of 2019 as rows: every section with its title, every question in its order, answered or not. Questions are in
 * our own words and the ids are those of the form: it can be read and imported, but is not NEMA's worksheet.
 */
export function mds2Rows(
  mds2: Mds2,
  sections: ReadonlyArray<Mds2Section>,
  heads: Mds2Heads,
): ReadonlyArray<ReadonlyArray<string>> {
  return [
    heads,
    ...sections.flatMap(({ id, title, questions }) => [
      ["", `${title} (${id})`, "", ""],
      ...questions.map((question) => [question.id, question.label, ...answerCells(mds2, question)]),
    ]),
  ];
}

/** As XLSX; every cell is a text, so that none becomes a formula. */
export function writeMds2Workbook(
  mds2: Mds2,
  sections: ReadonlyArray<Mds2Section>,
  { heads, sheet }: { heads: Mds2Heads; sheet: string },
): Promise<Blob> {
  return writeWorkbook(sheet, mds2Rows(mds2, sections, heads));
}

/** As CSV, with guards against formulas. */
export function writeMds2Csv(mds2: Mds2, sections: ReadonlyArray<Mds2Section>, heads: Mds2Heads): string {
  return writeDelimited(mds2Rows(mds2, sections, heads));
}

function answerCells(
  { answers, releasedOn }: Mds2,
  { id, answerType }: Mds2Question,
): readonly [string, string] {
  if (answerType === "date" && releasedOn !== null) return [releasedOn, ""];
  const given = answers[id];
  if (given === undefined) return ["", ""];
  const note = given.note ?? "";
  // The words are the answer to a question that asks for words.
  if (answerType !== "yes-no" && given.answer === "See note") return [note === "" ? given.answer : note, ""];
  return [given.answer, note];
}
