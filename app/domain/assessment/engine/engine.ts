import type { DeclarationContent } from "../../declaration/declaration";
import type { IsoDate } from "../../shared/iso-date";
import type { ProfileRequirement, RequirementProfile } from "../assessment";
import { activeLedger } from "../capability";
import { CHECKS } from "../checks";
import { compileRequirements } from "../compiled-requirements";
import { normalise } from "../normal-form";
import { ANSWER_STRIDE, writeAnswers } from "./answer-rows";
import { type Demanded, demandsOf, releaseAtom, replaceSubjects, takeAtom } from "./atoms";
import { type FactColumn, type FactTable, factTable } from "./fact-table";
import { levelWords, nibblesByLevel, packLevels, type RowLayout, rowLayout } from "./row-layout";
import { held, ROW_WORDS, setBit } from "./words";

/**
 * Many declarations against many profiles of one catalogue on one day: the same answers as `judge`, without the
 * sentences. What one of them says or demands is compiled once; a pair is then a few ANDs of words. Declarations and
 * profiles are named by their places. Changed only by the functions of this file.
 */
export type Engine = {
  asOf: IsoDate;
  layout: RowLayout;
  profiles: Array<CompiledProfile>;
  declarations: number;
  /** `ANSWER_STRIDE` numbers per declaration. */
  answers: Int32Array;
  facts: FactTable;
};

export type CompiledProfile = {
  profile: RequirementProfile;
  /** In nibbles, and the nibbles by level. */
  target: number;
  levels: Int32Array;
  /** Rows up to the target, and those of them that the ledger makes up for today. */
  rows: Int32Array;
  ledger: Int32Array;
  hasLedger: boolean;
  /** The countermeasure that makes up for a row, by bit. */
  countermeasureAt: ReadonlyMap<number, string>;
  atoms: ReadonlyArray<number>;
  /** The lively atoms as words: where they stand, and which of them count. */
  factWords: Int32Array;
  factMasks: Int32Array;
};

/**
 * Documents stay the caller's: hand in what `normalise` returned, and nothing of them is held twice. Throws a RangeError
 * where a profile is of another catalogue or there are more rows than bits.
 */
export function compileEngine(given: {
  requirements: ReadonlyArray<ProfileRequirement>;
  asOf: IsoDate;
  profiles: ReadonlyArray<RequirementProfile>;
  declarations: ReadonlyArray<DeclarationContent>;
}): Engine {
  const declarations = given.declarations.length;
  const engine: Engine = {
    asOf: given.asOf,
    layout: rowLayout(given.requirements),
    profiles: [],
    declarations,
    answers: new Int32Array(declarations * ANSWER_STRIDE),
    facts: factTable(CHECKS, given.asOf, given.declarations.map(normalise)),
  };
  for (const [place, declared] of engine.facts.documents.entries())
    writeAnswers(engine.answers, place * ANSWER_STRIDE, engine.layout, declared);
  const demands = given.profiles.map((profile) => demandsOf(engine.facts, profile));
  const popular = holdPopular(engine, demands.flat());
  for (const [place, profile] of given.profiles.entries())
    engine.profiles.push(compileProfile(engine, profile, held(demands[place])));
  for (const atom of popular) releaseAtom(engine.facts, atom);
  return engine;
}

/** What many profiles demand stands together, so that most pairs are decided by the same few words. */
function holdPopular({ facts }: Engine, demands: ReadonlyArray<Demanded>): ReadonlyArray<number> {
  const users = new Map<FactColumn, Map<string, { one: Demanded; count: number }>>();
  for (const one of demands) {
    const ofColumn = users.get(one.column) ?? new Map();
    users.set(one.column, ofColumn.set(one.key, { one, count: (ofColumn.get(one.key)?.count ?? 0) + 1 }));
  }
  return [...users.values()]
    .flatMap((ofColumn) => [...ofColumn.values()])
    .sort((a, b) => b.count - a.count)
    .map(({ one }) => takeAtom(facts, one));
}

/** Another declaration, or another version of it, at a place that is taken. */
export function replaceDeclaration(engine: Engine, place: number, content: DeclarationContent): void {
  held(engine.facts.documents[place]);
  const declared = normalise(content);
  writeAnswers(engine.answers, place * ANSWER_STRIDE, engine.layout, declared);
  const { lively } = engine.facts;
  replaceSubjects(engine.facts, place, declared);
  if (engine.facts.lively === lively) return;
  // Something is open that never was before.
  for (const compiled of engine.profiles) Object.assign(compiled, wordsOfAtoms(engine.facts, compiled.atoms));
}

/** Another profile at a place that is taken: what it demands anew is evaluated, nothing else. */
export function replaceProfile(engine: Engine, place: number, profile: RequirementProfile): void {
  const before = held(engine.profiles[place]);
  // Taken before released: what both demand keeps its place.
  engine.profiles[place] = compileProfile(engine, profile, demandsOf(engine.facts, profile));
  for (const atom of before.atoms) releaseAtom(engine.facts, atom);
}

function compileProfile(
  { asOf, layout, facts }: Engine,
  profile: RequirementProfile,
  demands: ReadonlyArray<Demanded>,
): CompiledProfile {
  if (compileRequirements(profile.requirements).digest !== layout.digest)
    throw new RangeError("a profile of another catalogue");
  const rows = levelWords(layout, profile.slTarget);
  const countermeasureAt = new Map<number, string>();
  const ledger = new Int32Array(ROW_WORDS);
  for (const [row, countermeasure] of activeLedger(profile.countermeasures, asOf)) {
    const bit = layout.bitOf.get(row);
    if (bit === undefined) continue;
    countermeasureAt.set(bit, countermeasure);
    setBit(ledger, bit >>> 5, bit);
  }
  const atoms = demands.map((demand) => takeAtom(facts, demand));
  return {
    profile,
    target: packLevels(profile.slTarget),
    levels: nibblesByLevel(profile.slTarget),
    rows,
    ledger,
    hasLedger: countermeasureAt.size > 0,
    countermeasureAt,
    atoms,
    ...wordsOfAtoms(facts, atoms),
  };
}

function wordsOfAtoms(
  facts: FactTable,
  atoms: ReadonlyArray<number>,
): Pick<CompiledProfile, "factWords" | "factMasks"> {
  const masks = new Map<number, number>();
  for (const atom of atoms)
    if (held(facts.atoms[atom]).isLively)
      masks.set(atom >>> 5, (masks.get(atom >>> 5) ?? 0) | (1 << (atom & 31)));
  return { factWords: Int32Array.from(masks.keys()), factMasks: Int32Array.from(masks.values()) };
}
