import type { MDS2_ANSWERS } from "~/domain/declaration/fact-values";
import type { IsoDate } from "~/domain/shared/iso-date";
import type { TableError } from "../delimited/table";
import type { WorkbookError } from "../workbook/read-workbook";

export type Mds2Word = (typeof MDS2_ANSWERS)[number];
/** What the form asks, from the catalogue. */
export type Mds2Question = { id: string; label: string; answerType: "yes-no" | "text" | "date" };

/** A cell as a person finds it: name of the sheet (null in CSV), number of the row, letters of the column. */
export type CellPlace = { sheet: string | null; row: number; column: string };

export type Mds2Entry = {
  question: string;
  /** As domain/declaration writes it: the answer to a question in words is `See note`, and the words are the note. */
  answer: Mds2Word;
  note: string;
  place: CellPlace;
  /** The cell was merged with others: one answer for several questions. */
  isMerged: boolean;
};

export type Mds2ProblemCode =
  | "unknown-id"
  | "duplicate-id"
  | "contradicting-answers"
  | "unknown-answer"
  | "two-answers"
  | "not-applicable-without-reason"
  | "see-note-without-note"
  | "note-not-found"
  | "note-shortened"
  | "ambiguous-date"
  | "unknown-date";
/** `suggestion`: the id that was probably meant. */
export type Mds2Problem = {
  code: Mds2ProblemCode;
  place: CellPlace;
  value: string;
  suggestion: string | null;
};

export type Mds2Reading = {
  edition: "2019";
  sheet: string | null;
  /** Row of the column heads; null where the columns were told by what is in them. */
  headRow: number | null;
  releasedOn: IsoDate | null;
  entries: ReadonlyArray<Mds2Entry>;
  /** Ids that were written otherwise, and what they were read as. */
  readAs: ReadonlyArray<{ place: CellPlace; written: string; question: string }>;
  /** In the file without an answer, and not in the file at all: both are silence. */
  unanswered: ReadonlyArray<string>;
  missing: ReadonlyArray<string>;
  /** At most {@link MAX_MDS2_PROBLEMS}. */
  problems: ReadonlyArray<Mds2Problem>;
  problemCount: number;
};

export const MAX_MDS2_PROBLEMS = 500;

/** `edition-2013`: the form before, whose questions have other numbers and other meanings. */
export type Mds2Refusal =
  | WorkbookError
  | TableError
  | { code: "not-text" | "too-large-file" | "edition-2013" | "no-questions" };
