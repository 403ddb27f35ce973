import type { DeclarationContent } from "../../declaration/declaration";
import type { IsoDate } from "../../shared/iso-date";
import type { Check, CheckFinding, FactCheck } from "../check";
import type { FindingObject } from "./finding-objects";
import { at, held } from "./words";

/** Per word of atoms: low and high bit of the worst outcome (its place in `VERDICTS`), and whether it is of several. */
export const LOW = 0;
export const HIGH = 1;
export const SEVERAL = 2;
export const PLANES = 3;

/** One demand of one check: what every profile that demands the same shares. */
export type Atom = {
  column: FactColumn;
  key: string;
  demand: unknown;
  /** Profiles that demand it; an atom that nobody demands gives its place to the next. */
  users: number;
  /** By subject of the column, an index into `patterns`; 0 where at most one finding is open. */
  patterns: Uint32Array;
  /** By subject the object of its one open finding, where few subjects share many; made when somebody looks. */
  shared: Array<FindingObject | undefined>;
  /** False as long as no declaration has anything open: then no pair has to look at it. */
  isLively: boolean;
};

/** One check with all that the declarations say to it, each content once: a subject. */
export type FactColumn = {
  check: FactCheck;
  /** By the demand as JSON, an index into `atoms`. */
  atomByKey: Map<string, number>;
  /** By subject: a declaration that says it, and how many do. */
  speakers: Array<number>;
  users: Array<number>;
  /** By declaration: its subject. */
  subjectAt: Uint16Array | Uint32Array;
  /** By subject its value, once somebody has looked at it. */
  seen: Array<unknown>;
};

/**
 * Every combination of a demand and a subject, evaluated once by the check itself. Per declaration and atom only the
 * worst outcome is kept, so that a pair is an AND of words; findings are made again where somebody looks.
 */
export type FactTable = {
  asOf: IsoDate;
  /** Normalised documents of the caller: what they say is read from them whenever it is needed, never copied. */
  documents: Array<DeclarationContent>;
  columns: ReadonlyArray<FactColumn>;
  atoms: Array<Atom>;
  /** How many atoms are lively; grows only. */
  lively: number;
  /** How many atoms nobody demands any more. */
  unused: number;
  /** Outcomes of several open findings in their order, each combination once; the first is of none. */
  patterns: Array<ReadonlyArray<number>>;
  patternByKey: Map<string, number>;
  /** Words of atoms per declaration. */
  width: number;
  planes: Int32Array;
};

/** Reads what the documents say; demands come later. */
export function factTable(
  checks: ReadonlyArray<Check>,
  asOf: IsoDate,
  documents: Array<DeclarationContent>,
): FactTable {
  const table: FactTable = {
    asOf,
    documents,
    columns: checks
      .filter((check) => check.kind === "facts")
      .map((check) => ({
        check,
        atomByKey: new Map(),
        speakers: [],
        users: [],
        subjectAt: new Uint16Array(0),
        seen: [],
      })),
    atoms: [],
    lively: 0,
    unused: 0,
    patterns: [[]],
    patternByKey: new Map(),
    width: 0,
    planes: new Int32Array(0),
  };
  readSubjects(table);
  return table;
}

/** What the check finds that is open, in its order; notes and what conforms decide nothing. */
export function openFindings(
  { documents, asOf }: FactTable,
  { column, demand }: Atom,
  subject: number,
): ReadonlyArray<CheckFinding> {
  const speaker = held(documents[held(column.speakers[subject])]);
  const findings = column.check.evaluate(demand, column.check.subjectOf(speaker), asOf);
  return findings.filter(({ outcome }) => outcome !== "conforms");
}

/** What one declaration says to a check. */
export function subjectValue({ documents }: FactTable, column: FactColumn, place: number): unknown {
  const subject = subjectOf(column, place);
  const known = column.seen[subject];
  if (known !== undefined) return known;
  const value = column.check.subjectOf(held(documents[place]));
  column.seen[subject] = value;
  return value;
}

/** Which subject a declaration is for a check. */
export function subjectOf({ subjectAt }: FactColumn, place: number): number {
  return held(subjectAt[place]);
}

const NO_PATTERN: ReadonlyArray<number> = [];

/** The outcomes of several open findings of one atom, in their order; empty where there are not several. */
export function patternOf(table: FactTable, atom: Atom, place: number): ReadonlyArray<number> {
  const subject = subjectOf(atom.column, place);
  return subject < atom.patterns.length ? held(table.patterns[held(atom.patterns[subject])]) : NO_PATTERN;
}

/** The worst outcome of one atom and one declaration, as its place in `VERDICTS`. */
export function worstOf({ planes, width }: FactTable, atom: number, place: number): number {
  const word = (place * width + (atom >>> 5)) * PLANES;
  const bit = atom & 31;
  return (((at(planes, word + HIGH) >>> bit) & 1) << HIGH) | (((at(planes, word + LOW) >>> bit) & 1) << LOW);
}

/** Takes in what every declaration says, before any profile demands something. */
function readSubjects({ columns, documents }: FactTable): void {
  for (const column of columns) {
    // There are at most as many subjects as declarations.
    column.subjectAt =
      documents.length > 0xffff ? new Uint32Array(documents.length) : new Uint16Array(documents.length);
    // Not kept: what declarations say is large.
    const subjectByKey = new Map<string, number>();
    for (const [place, declared] of documents.entries()) {
      const key = JSON.stringify(column.check.subjectOf(declared));
      const subject = subjectByKey.get(key) ?? column.speakers.push(place) - 1;
      subjectByKey.set(key, subject);
      column.users[subject] = (column.users[subject] ?? 0) + 1;
      column.subjectAt[place] = subject;
    }
    column.seen = new Array<unknown>(column.speakers.length);
  }
}
