import type { Verdict } from "../assessment";
import { VERDICTS } from "../verdict";
import {
  ANSWER_STRIDE,
  LACKING,
  MASKS,
  NATIVE,
  STANDING_HIGH,
  STANDING_LOW,
  STANDING_MIDDLE,
  UNTYPED,
} from "./answer-rows";
import type { CompiledProfile, Engine } from "./engine";
import { HIGH, LOW, PLANES } from "./fact-table";
import { FLAGS } from "./row-layout";
import { at, held, ROW_WORDS } from "./words";

/** Of one profile against every declaration, as places in `VERDICTS`. */
export function verdictsOfProfile(engine: Engine, profile: number): Uint8Array {
  const compiled = compiledAt(engine, profile);
  const verdicts = new Uint8Array(engine.declarations);
  for (let place = 0; place < verdicts.length; place += 1) verdicts[place] = rankOf(engine, compiled, place);
  return verdicts;
}

/** Of one declaration against every profile, as places in `VERDICTS`. */
export function verdictsOfDeclaration(engine: Engine, declaration: number): Uint8Array {
  return Uint8Array.from(engine.profiles, (compiled) => rankOf(engine, compiled, declaration));
}

export function verdictAt(engine: Engine, profile: number, declaration: number): Verdict {
  return held(VERDICTS[rankOf(engine, compiledAt(engine, profile), declaration)]);
}

export function compiledAt({ profiles }: Engine, profile: number): CompiledProfile {
  return held(profiles[profile]);
}

function rankOf(engine: Engine, compiled: CompiledProfile, place: number): number {
  const rows = rankOfRows(engine, compiled, place);
  return rows === 3 ? rows : Math.max(rows, rankOfFacts(engine, compiled, place));
}

/** A gap where a row is missing for good, open where one is unanswered, a condition where a level is not reached alone. */
function rankOfRows({ answers }: Engine, { rows, ledger, target }: CompiledProfile, place: number): number {
  const offset = place * ANSWER_STRIDE;
  if (((((at(answers, offset + NATIVE) | FLAGS) - target) & FLAGS) ^ FLAGS) === 0) return 0;
  let missing = 0;
  let unanswered = at(answers, offset + UNTYPED);
  for (let word = 0; word < ROW_WORDS; word += 1) {
    const masks = offset + word * MASKS;
    const lacking = at(rows, word) & at(answers, masks + LACKING);
    const silent = lacking & at(answers, masks + STANDING_MIDDLE);
    const stated = lacking & ~silent & ~at(answers, masks + STANDING_HIGH);
    unanswered |= silent;
    missing |= stated & (at(answers, masks + STANDING_LOW) | ~at(ledger, word));
  }
  return missing !== 0 ? 3 : unanswered !== 0 ? 2 : 1;
}

function rankOfFacts({ facts }: Engine, { factWords, factMasks }: CompiledProfile, place: number): number {
  const { planes, width } = facts;
  let gaps = 0;
  let open = 0;
  let conditions = 0;
  for (let index = 0; index < factWords.length; index += 1) {
    const word = (place * width + at(factWords, index)) * PLANES;
    const high = at(planes, word + HIGH) & at(factMasks, index);
    const low = at(planes, word + LOW) & at(factMasks, index);
    gaps |= high & low;
    open |= high;
    conditions |= low;
  }
  return gaps !== 0 ? 3 : open !== 0 ? 2 : conditions !== 0 ? 1 : 0;
}
