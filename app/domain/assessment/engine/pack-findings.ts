import {
  ANSWER_STRIDE,
  CARE,
  CLAIMED,
  MASKS,
  NATIVE,
  NOT_MET,
  OTHER,
  UNANSWERED,
  UNFOUNDED,
  UNTYPED,
} from "./answer-rows";
import {
  CARE_ROW,
  CLAIM_BASE,
  COMPENSATED_ROW,
  COUNTERMEASURE_ROW,
  FACT_BASE,
  LEVEL_BASE,
  NOT_MET_ROW,
  UNANSWERED_ROW,
  UNFOUNDED_ROW,
} from "./codes";
import type { CompiledProfile, Engine } from "./engine";
import { HIGH, LOW, PLANES, patternOf, SEVERAL } from "./fact-table";
import { FLAGS } from "./row-layout";
import { compiledAt } from "./verdicts";
import { at, held, lowestBit, ROW_CAPACITY, ROW_WORDS } from "./words";

/** The open findings of many pairs, one after the other; reused from call to call. */
export type PackedFindings = {
  pairs: number;
  /** By pair: its place in `VERDICTS`, and where its codes end; they begin where those of the pair before end. */
  verdicts: Uint8Array;
  ends: Int32Array;
  codes: Uint16Array;
};

export function noFindings(): PackedFindings {
  return { pairs: 0, verdicts: new Uint8Array(0), ends: new Int32Array(0), codes: new Uint16Array(1024) };
}

/** One profile against every declaration, in their order. */
export function packProfile(engine: Engine, profile: number, into = noFindings()): PackedFindings {
  reserve(into, engine.declarations);
  return packPairs(engine, profile, 0, engine.declarations, into);
}

/** One declaration against every profile, in their order. */
export function packDeclaration(engine: Engine, declaration: number, into = noFindings()): PackedFindings {
  reserve(into, engine.profiles.length);
  for (let profile = 0; profile < engine.profiles.length; profile += 1)
    packPairs(engine, profile, declaration, declaration + 1, into);
  return into;
}

export function packPair(engine: Engine, profile: number, declaration: number): PackedFindings {
  const into = noFindings();
  reserve(into, 1);
  return packPairs(engine, profile, declaration, declaration + 1, into);
}

function reserve(into: PackedFindings, pairs: number): void {
  into.pairs = 0;
  if (into.ends.length >= pairs) return;
  into.ends = new Int32Array(pairs);
  into.verdicts = new Uint8Array(pairs);
}

/** Pairs for which room is made at once. */
const BLOCK = 64;

/** Appends one profile against the declarations from one place up to another. */
function packPairs(
  engine: Engine,
  profile: number,
  from: number,
  to: number,
  into: PackedFindings,
): PackedFindings {
  const compiled = compiledAt(engine, profile);
  const most = BLOCK * mostCodes(engine, compiled);
  for (let start = from; start < to; start += BLOCK) {
    const end = into.pairs === 0 ? 0 : at(into.ends, into.pairs - 1);
    if (end + most > into.codes.length) into.codes = grown(into.codes, end + most);
    packBlock(engine, compiled, start, Math.min(start + BLOCK, to), into);
  }
  return into;
}

/** One loop over everything, because a call or an object per pair would cost more than the pair. */
function packBlock(
  engine: Engine,
  compiled: CompiledProfile,
  from: number,
  to: number,
  into: PackedFindings,
): void {
  const { rows, ledger, hasLedger, target, factWords, factMasks } = compiled;
  const { answers } = engine;
  const { flagOf } = engine.layout;
  const { planes, width } = engine.facts;
  const { verdicts, ends, codes } = into;
  const words = factWords.length;
  let { pairs } = into;
  let end = pairs === 0 ? 0 : at(ends, pairs - 1);
  for (let place = from; place < to; place += 1) {
    let gaps = 0;
    let open = 0;
    let conditions = 0;
    const offset = place * ANSWER_STRIDE;
    const unreached = (((at(answers, offset + NATIVE) | FLAGS) - target) & FLAGS) ^ FLAGS;
    if (unreached !== 0) {
      let silent = at(answers, offset + UNTYPED);
      for (let word = 0; word < ROW_WORDS; word += 1) {
        const masks = offset + word * MASKS;
        const demanded = at(rows, word);
        const bit = word * 32;
        let missing = demanded & at(answers, masks + NOT_MET);
        let other = demanded & at(answers, masks + OTHER);
        if (other !== 0) {
          const unfounded = other & at(answers, masks + UNFOUNDED);
          const upheld = at(ledger, word);
          const care = other & at(answers, masks + CARE);
          for (let rest = unfounded; rest !== 0; rest &= rest - 1) {
            const row = bit + lowestBit(rest);
            codes[end++] = UNFOUNDED_ROW + row;
            gaps |= at(flagOf, row);
          }
          for (let rest = other & ~unfounded & ~care & ~upheld; rest !== 0; rest &= rest - 1)
            codes[end++] = COUNTERMEASURE_ROW + bit + lowestBit(rest);
          for (let rest = care & ~upheld; rest !== 0; rest &= rest - 1)
            codes[end++] = CARE_ROW + bit + lowestBit(rest);
          other &= ~unfounded;
        }
        if (hasLedger) {
          const compensated = (missing | other) & at(ledger, word);
          for (let rest = compensated; rest !== 0; rest &= rest - 1)
            codes[end++] = COMPENSATED_ROW + bit + lowestBit(rest);
          missing &= ~compensated;
        }
        for (let rest = missing; rest !== 0; rest &= rest - 1) {
          const row = bit + lowestBit(rest);
          codes[end++] = NOT_MET_ROW + row;
          gaps |= at(flagOf, row);
        }
        for (let rest = demanded & at(answers, masks + UNANSWERED); rest !== 0; rest &= rest - 1) {
          const row = bit + lowestBit(rest);
          codes[end++] = UNANSWERED_ROW + row;
          silent |= at(flagOf, row);
        }
      }
      const claimed = at(answers, offset + CLAIMED);
      const contradicted = claimed === 0 ? 0 : (claimed - target) & FLAGS;
      for (let rest = unreached; rest !== 0; rest &= rest - 1) {
        const flag = rest & -rest;
        // The flag is the highest bit of its nibble: its index less 3 is four times its place.
        const level = lowestBit(rest) - 3 + ((gaps & flag) !== 0 ? 3 : (silent & flag) !== 0 ? 2 : 1);
        codes[end++] = LEVEL_BASE + level;
        if ((contradicted & flag) !== 0) codes[end++] = CLAIM_BASE + level;
      }
      open = silent & unreached;
      conditions = 1;
    }
    for (let index = 0; index < words; index += 1) {
      const word = at(factWords, index);
      const at0 = (place * width + word) * PLANES;
      const mask = at(factMasks, index);
      const high = at(planes, at0 + HIGH) & mask;
      const low = at(planes, at0 + LOW) & mask;
      if ((high | low) === 0) continue;
      gaps |= high & low;
      open |= high;
      conditions |= low;
      const several = at(planes, at0 + SEVERAL) & mask;
      for (let rest = high | low; rest !== 0; rest &= rest - 1) {
        const atom = word * 32 + lowestBit(rest);
        codes[end++] = FACT_BASE + atom;
        if ((several & rest & -rest) !== 0) end = repeat(engine, place, atom, codes, end);
      }
    }
    verdicts[pairs] = gaps !== 0 ? 3 : open !== 0 ? 2 : conditions !== 0 ? 1 : 0;
    ends[pairs] = end;
    pairs += 1;
  }
  into.pairs = pairs;
}

/** Every row, each foundational requirement twice, and every atom with the most findings that any of them has. */
function mostCodes({ facts }: Engine, { atoms }: CompiledProfile): number {
  return (
    ROW_CAPACITY + 14 + atoms.length * facts.patterns.reduce((most, { length }) => Math.max(most, length), 1)
  );
}

function grown(codes: Uint16Array, length: number): Uint16Array {
  const larger = new Uint16Array(2 * length);
  larger.set(codes);
  return larger;
}

/** The second and all further findings of one atom. */
function repeat({ facts }: Engine, place: number, number: number, codes: Uint16Array, start: number): number {
  const end = start + patternOf(facts, held(facts.atoms[number]), place).length - 1;
  codes.fill(FACT_BASE + number, start, end);
  return end;
}
