import {
  ANSWER_STRIDE,
  CLAIMED,
  LACKING,
  MASKS,
  NATIVE,
  STANDING_HIGH,
  STANDING_LOW,
  STANDING_MIDDLE,
  UNTYPED,
  UP_TO_LEVEL,
} from "./answer-rows";
import { CLAIM_BASE, FACT_BASE, LEVEL_BASE, ROW_SHIFT } from "./codes";
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

/**
 * One loop over everything, because a call or an object per pair would cost more than the pair; and no question where a
 * sum will do, because a wrong guess of the processor costs more than ten sums.
 */
function packBlock(
  engine: Engine,
  compiled: CompiledProfile,
  from: number,
  to: number,
  into: PackedFindings,
): void {
  const { rows, ledger, hasLedger, target, levels, factWords, factMasks } = compiled;
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
      const worst =
        (at(answers, offset + UP_TO_LEVEL) & at(levels, 0)) |
        (at(answers, offset + UP_TO_LEVEL + 1) & at(levels, 1)) |
        (at(answers, offset + UP_TO_LEVEL + 2) & at(levels, 2)) |
        (at(answers, offset + UP_TO_LEVEL + 3) & at(levels, 3));
      const silent = at(answers, offset + UNTYPED) | ((worst << 1) & FLAGS);
      gaps = hasLedger ? 0 : worst & FLAGS;
      for (let word = 0; word < ROW_WORDS; word += 1) {
        const masks = offset + word * MASKS;
        const lacking = at(rows, word) & at(answers, masks + LACKING);
        let low = at(answers, masks + STANDING_LOW);
        let middle = at(answers, masks + STANDING_MIDDLE);
        let high = at(answers, masks + STANDING_HIGH);
        if (hasLedger) {
          const compensated = at(ledger, word) & ~middle & (high | ~low);
          low |= compensated;
          middle |= compensated;
          high &= ~compensated;
          for (let rest = lacking & ~(middle | high); rest !== 0; rest &= rest - 1)
            gaps |= at(flagOf, word * 32 + lowestBit(rest));
        }
        for (let rest = lacking; rest !== 0; rest &= rest - 1) {
          const bit = lowestBit(rest);
          const standing = ((low >>> bit) & 1) | (((middle >>> bit) & 1) << 1) | (((high >>> bit) & 1) << 2);
          codes[end++] = (standing << ROW_SHIFT) + word * 32 + bit;
        }
      }
      const claimed = at(answers, offset + CLAIMED);
      const contradicted = claimed === 0 ? 0 : (claimed - target) & FLAGS;
      for (let rest = unreached; rest !== 0; rest &= rest - 1) {
        // The flag is the highest bit of its nibble: its index less 3 is four times its place.
        const bit = lowestBit(rest);
        const isGap = (gaps >>> bit) & 1;
        const level = bit - 2 + (isGap | ((silent >>> bit) & 1)) + isGap;
        codes[end++] = LEVEL_BASE + level;
        // Written in any case, and kept only where the claim says otherwise.
        codes[end] = CLAIM_BASE + level;
        end += (contradicted >>> bit) & 1;
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
