import type { DeclarationContent } from "../../declaration/declaration";
import { fingerprintOf } from "../../shared/fingerprint";
import type { IsoDate } from "../../shared/iso-date";
import type { RequirementProfile } from "../assessment";
import type { Check, CheckFinding, FactCheck } from "../check";
import { VERDICTS } from "../verdict";
import { at, clearBit, held, setBit } from "./words";

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
  patterns: Uint16Array;
  /** False as long as no declaration has anything open: then no pair has to look at it. */
  isLively: boolean;
};

/** What one profile demands of one check. */
export type Demanded = { column: FactColumn; key: string; demand: unknown };

/** One check with all that the declarations say to it, each content once: a subject. */
export type FactColumn = {
  check: FactCheck;
  /** By JSON of the demand, an index into `atoms`. Members in another order are another demand: slower, never wrong. */
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
  /** Outcomes of several open findings in their order, each combination once; the first is of none. */
  patterns: Array<ReadonlyArray<number>>;
  patternByKey: Map<string, number>;
  /** Words of atoms per declaration. */
  width: number;
  planes: Int32Array;
};

const NONE = new Uint16Array(0);

export function emptyFactTable(
  checks: ReadonlyArray<Check>,
  asOf: IsoDate,
  documents: Array<DeclarationContent>,
): FactTable {
  return {
    asOf,
    documents,
    columns: checks
      .filter((check) => check.kind === "facts")
      .map((check) => ({
        check,
        atomByKey: new Map(),
        speakers: [],
        users: [],
        subjectAt: NONE,
        seen: [],
      })),
    atoms: [],
    lively: 0,
    patterns: [[]],
    patternByKey: new Map(),
    width: 0,
    planes: new Int32Array(0),
  };
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

/** Makes room for declarations and atoms; what stands there stays. */
export function growFacts(table: FactTable, declarations: number): void {
  const width = Math.max(table.width, Math.ceil(table.atoms.length / 32));
  const planes = new Int32Array(declarations * width * PLANES);
  const before = table.width * PLANES;
  for (let from = 0, to = 0; from < table.planes.length; from += before, to += width * PLANES)
    planes.set(table.planes.subarray(from, from + before), to);
  table.planes = planes;
  table.width = width;
  for (const column of table.columns) {
    const subjectAt = declarations > 0xffff ? new Uint32Array(declarations) : new Uint16Array(declarations);
    subjectAt.set(column.subjectAt);
    column.subjectAt = subjectAt;
  }
}


/** Takes in what every declaration says, before any profile demands something. */
export function readSubjects({ columns, documents }: FactTable): void {
  for (const column of columns) {
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

/** Puts what a declaration now says in the place of what it said; only what changed is evaluated. */
export function replaceSubjects(table: FactTable, place: number, declared: DeclarationContent): void {
  const before = held(table.documents[place]);
  table.documents[place] = declared;
  for (const column of table.columns) {
    const { check } = column;
    if (JSON.stringify(check.subjectOf(before)) === JSON.stringify(check.subjectOf(declared))) continue;
    const subject = newSubject(column, place);
    for (const atom of column.atomByKey.values())
      writeOutcome(table, atom, place, evaluate(table, atom, subject));
  }
}

/** A subject for one declaration alone: that which it leaves where nobody else says it, else a new one. */
function newSubject({ speakers, users, subjectAt, seen }: FactColumn, place: number): number {
  const before = held(subjectAt[place]);
  const others = held(users[before]) - 1;
  const subject = others > 0 ? speakers.length : before;
  subjectAt[place] = subject;
  speakers[subject] = place;
  users[subject] = 1;
  seen[subject] = undefined;
  if (others > 0) {
    users[before] = others;
    speakers[before] = subjectAt.indexOf(before);
  }
  return subject;
}

export function demandsOf({ columns }: FactTable, profile: RequirementProfile): ReadonlyArray<Demanded> {
  return columns.flatMap((column) => {
    const demand = column.check.demandOf(profile);
    return demand === null ? [] : [{ column, key: keyOf(demand), demand }];
  });
}

/** Demands that are long come from the catalogue and are the same object again and again. */
const LONG = 256;
const keys = new WeakMap<object, string>();

function keyOf(demand: unknown): string {
  if (typeof demand !== "object" || demand === null) return JSON.stringify(demand);
  const text = keys.get(demand) ?? JSON.stringify(demand);
  if (text.length <= LONG) return text;
  const digest = fingerprintOf(text);
  keys.set(demand, digest);
  return digest;
}

/** Counts one more profile that demands this; a demand that is new is evaluated against every subject once. */
export function takeAtom(table: FactTable, { column, key, demand }: Demanded, declarations: number): number {
  const known = column.atomByKey.get(key);
  const number = known ?? freeAtom(table);
  if (known === undefined) {
    column.atomByKey.set(key, number);
    table.atoms[number] = { column, key, demand, users: 0, patterns: NONE, isLively: false };
    if (table.width * 32 < table.atoms.length) growFacts(table, declarations);
    const outcomes = column.speakers.map((_, subject) => evaluate(table, number, subject));
    for (let place = 0; place < declarations; place += 1)
      writeOutcome(table, number, place, held(outcomes[subjectOf(column, place)]));
  }
  held(table.atoms[number]).users += 1;
  return number;
}

export function releaseAtom({ atoms }: FactTable, number: number): void {
  held(atoms[number]).users -= 1;
}

function freeAtom({ atoms }: FactTable): number {
  const atom = atoms.find((one) => one.users === 0);
  if (!atom) return atoms.length;
  atom.column.atomByKey.delete(atom.key);
  return atoms.indexOf(atom);
}

/** The worst outcome of one atom against one subject, with the bit `1 << SEVERAL` where more than one is open. */
function evaluate(table: FactTable, number: number, subject: number): number {
  const atom = held(table.atoms[number]);
  const outcomes = openFindings(table, atom, subject).map(({ outcome }) => VERDICTS.indexOf(outcome));
  const pattern = outcomes.length > 1 ? patternId(table, outcomes) : 0;
  if (pattern > 0 && atom.patterns.length <= subject) {
    const patterns = new Uint16Array(atom.column.speakers.length);
    patterns.set(atom.patterns);
    atom.patterns = patterns;
  }
  if (subject < atom.patterns.length) atom.patterns[subject] = pattern;
  if (outcomes.length > 0 && !atom.isLively) {
    atom.isLively = true;
    table.lively += 1;
  }
  return Math.max(0, ...outcomes) | (pattern > 0 ? 1 << SEVERAL : 0);
}

function patternId({ patterns, patternByKey }: FactTable, outcomes: ReadonlyArray<number>): number {
  const key = outcomes.join("");
  const id = patternByKey.get(key) ?? patterns.push(outcomes) - 1;
  if (id > 0xffff) throw new RangeError("too many combinations of findings");
  patternByKey.set(key, id);
  return id;
}

function writeOutcome({ planes, width }: FactTable, atom: number, place: number, outcome: number): void {
  const word = (place * width + (atom >>> 5)) * PLANES;
  for (let plane = 0; plane < PLANES; plane += 1)
    if (outcome & (1 << plane)) setBit(planes, word + plane, atom);
    else clearBit(planes, word + plane, atom);
}
