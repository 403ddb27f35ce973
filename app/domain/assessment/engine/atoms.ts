import type { DeclarationContent } from "../../declaration/declaration";
import type { RequirementProfile } from "../assessment";
import { VERDICTS } from "../verdict";
import { ATOM_CAPACITY } from "./codes";
import { type FactColumn, type FactTable, openFindings, PLANES, SEVERAL } from "./fact-table";
import { at, held } from "./words";

/** What one profile demands of one check. */
export type Demanded = { column: FactColumn; key: string; demand: unknown };

export function demandsOf(table: FactTable, profile: RequirementProfile): ReadonlyArray<Demanded> {
  return table.columns.flatMap((column) => {
    const demand = column.check.demandOf(profile);
    return demand === null ? [] : [{ column, key: keyOf(demand), demand }];
  });
}

/** Entries up to which a list is cheaper written out again than looked up. */
const SHORT = 16;
const longKeys = new WeakMap<object, string>();

/** A long list comes from the catalogue, or with a zone that stays as it is: the same object again and again. */
function keyOf(demand: unknown): string {
  if (!Array.isArray(demand) || demand.length <= SHORT) return JSON.stringify(demand);
  const key = longKeys.get(demand) ?? JSON.stringify(demand);
  longKeys.set(demand, key);
  return key;
}

const NO_PATTERNS = new Uint32Array(0);

/** Counts one more profile that demands this; a demand that is new is evaluated against every subject once. */
export function takeAtom(table: FactTable, { column, key, demand }: Demanded): number {
  const known = column.atomByKey.get(key);
  if (known !== undefined) {
    const atom = held(table.atoms[known]);
    if (atom.users === 0) table.unused -= 1;
    atom.users += 1;
    return known;
  }
  const number = freeAtom(table);
  const wasLively = table.atoms[number]?.isLively ?? false;
  column.atomByKey.set(key, number);
  table.atoms[number] = { column, key, demand, users: 1, patterns: NO_PATTERNS, shared: [], isLively: false };
  if (table.width * 32 < table.atoms.length) widen(table);
  const outcomes = column.speakers.map((_, subject) => evaluate(table, number, subject));
  // Where nothing stands and nothing stood, nothing is written.
  if (wasLively || held(table.atoms[number]).isLively) writeOutcomes(table, number, outcomes);
  return number;
}

export function releaseAtom(table: FactTable, number: number): void {
  const atom = held(table.atoms[number]);
  atom.users -= 1;
  if (atom.users === 0) table.unused += 1;
}

/** The place of an atom that nobody demands any more, else a new one. */
function freeAtom(table: FactTable): number {
  const unused = table.unused === 0 ? undefined : table.atoms.find((one) => one.users === 0);
  if (unused) {
    unused.column.atomByKey.delete(unused.key);
    table.unused -= 1;
    return table.atoms.indexOf(unused);
  }
  if (table.atoms.length === ATOM_CAPACITY) throw new RangeError("too many different demands for one engine");
  return table.atoms.length;
}

/** Makes room for one more word of atoms; what stood there stays. */
function widen(table: FactTable): void {
  const width = table.width + 1;
  const planes = new Int32Array(table.documents.length * width * PLANES);
  for (const place of table.documents.keys()) {
    const from = place * table.width * PLANES;
    planes.set(table.planes.subarray(from, from + table.width * PLANES), place * width * PLANES);
  }
  table.planes = planes;
  table.width = width;
}

/** The worst outcome of one atom against one subject, with the bit `1 << SEVERAL` where more than one is open. */
function evaluate(table: FactTable, number: number, subject: number): number {
  const atom = held(table.atoms[number]);
  const outcomes = openFindings(table, atom, subject).map(({ outcome }) => VERDICTS.indexOf(outcome));
  const pattern = outcomes.length > 1 ? patternId(table, outcomes) : 0;
  if (pattern > 0 && atom.patterns.length <= subject) {
    const patterns = new Uint32Array(atom.column.speakers.length);
    patterns.set(atom.patterns);
    atom.patterns = patterns;
  }
  if (subject < atom.patterns.length) atom.patterns[subject] = pattern;
  if (subject < atom.shared.length) atom.shared[subject] = undefined;
  if (outcomes.length > 0 && !atom.isLively) {
    atom.isLively = true;
    table.lively += 1;
  }
  return Math.max(0, ...outcomes) | (pattern > 0 ? 1 << SEVERAL : 0);
}

function patternId({ patterns, patternByKey }: FactTable, outcomes: ReadonlyArray<number>): number {
  const key = outcomes.join("");
  const id = patternByKey.get(key) ?? patterns.push(outcomes) - 1;
  patternByKey.set(key, id);
  return id;
}

/** Of every declaration; `outcomes` by subject. */
function writeOutcomes(table: FactTable, number: number, outcomes: ReadonlyArray<number>): void {
  const { subjectAt } = held(table.atoms[number]).column;
  for (let place = 0; place < subjectAt.length; place += 1)
    writeOutcome(table, number, place, held(outcomes[held(subjectAt[place])]));
}

function writeOutcome({ planes, width }: FactTable, atom: number, place: number, outcome: number): void {
  const word = (place * width + (atom >>> 5)) * PLANES;
  const bit = 1 << (atom & 31);
  for (let plane = 0; plane < PLANES; plane += 1)
    planes[word + plane] = (at(planes, word + plane) & ~bit) | (bit & -((outcome >>> plane) & 1));
}

/** Puts what a declaration now says in the place of what it said; only what changed is evaluated. */
export function replaceSubjects(table: FactTable, place: number, declared: DeclarationContent): void {
  const before = held(table.documents[place]);
  table.documents[place] = declared;
  for (const column of table.columns) {
    const { check } = column;
    if (isSame(check.subjectOf(before), check.subjectOf(declared))) continue;
    const subject = newSubject(column, place);
    for (const atom of column.atomByKey.values())
      writeOutcome(table, atom, place, evaluate(table, atom, subject));
  }
}

/** Of two JSON values; what an edit has left alone is often the same object. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isStructured(a) || !isStructured(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => isSame(a[name], b[name]));
}

function isStructured(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
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
