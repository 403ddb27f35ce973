import type { DeclarationContent } from "../../declaration/declaration";
import { isApplicable } from "../../requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, flatVector } from "../../security-level/security-level";
import type { ProfileRequirement } from "../assessment";
import { standingOf } from "../capability";
import { CARE_ROW, COUNTERMEASURE_ROW, NOT_MET_ROW, ROW_SPAN, UNANSWERED_ROW, UNFOUNDED_ROW } from "./codes";
import { FLAGS, LEVELS, levelAt, packLevels, type RowLayout } from "./row-layout";
import { at, ROW_WORDS, setBit } from "./words";

/**
 * Layout of one declaration's answers: per word of rows four masks, then seven numbers. Only rows that apply to its
 * component types have a bit, and only where they do not count alone. The last three masks are the bits of how the row
 * stands, as the codes number it, so that a code is put together without asking which it is.
 */
export const LACKING = 0;
/** Unfounded, or what gives way to an essential function. */
export const STANDING_LOW = 1;
/** Unanswered; with the low bit, what the ledger makes up for: that only a profile knows. */
export const STANDING_MIDDLE = 2;
/** Leans on a countermeasure or gives way to an essential function. */
export const STANDING_HIGH = 3;
export const MASKS = 4;
/** SL-C in nibbles. */
export const NATIVE = ROW_WORDS * MASKS;
/** The claimed level in nibbles with every flag set; 0 = no claim that could be compared. */
export const CLAIMED = NATIVE + 1;
/** Every flag where no component type is named, else 0. */
export const UNTYPED = NATIVE + 2;
/** By level from 1 to 4: in nibbles, whether a row up to there is missing for good or unanswered, whatever the ledger. */
export const UP_TO_LEVEL = NATIVE + 3;
const IS_GAP = 8;
const IS_SILENT = 4;
export const ANSWER_STRIDE = UP_TO_LEVEL + LEVELS;

/** Writes one declaration over whatever stood at `offset`. */
export function writeAnswers(
  words: Int32Array,
  offset: number,
  layout: RowLayout,
  declared: DeclarationContent,
): void {
  const { componentTypes, claimedSlCapability } = declared;
  words.fill(0, offset, offset + ANSWER_STRIDE);
  const hasTypes = componentTypes.length > 0;
  let native = packLevels(flatVector(hasTypes ? 4 : 0));
  for (const [bit, row] of layout.rows.entries()) {
    const code = isApplicable(row, componentTypes) ? codeOf(row.id, declared) : null;
    if (code === null) continue;
    const word = offset + (bit >>> 5) * MASKS;
    setBit(words, word + LACKING, bit);
    for (let mask = STANDING_LOW, rest = code / ROW_SPAN; rest !== 0; mask += 1, rest >>= 1)
      if ((rest & 1) !== 0) setBit(words, word + mask, bit);
    native = cappedBelow(native, row);
    markLevels(words, offset + UP_TO_LEVEL, row, code);
  }
  words[offset + NATIVE] = native;
  words[offset + CLAIMED] = claimedSlCapability && hasTypes ? packLevels(claimedSlCapability) | FLAGS : 0;
  words[offset + UNTYPED] = hasTypes ? 0 : FLAGS;
}

/** A row that does not count alone keeps its foundational requirement below its level. */
function cappedBelow(levels: number, { foundationalRequirement, minSl }: ProfileRequirement): number {
  const place = FOUNDATIONAL_REQUIREMENTS.indexOf(foundationalRequirement);
  const level = Math.min(levelAt(levels, place), minSl - 1);
  return (levels & ~(7 << (4 * place))) | (level << (4 * place));
}

function markLevels(
  words: Int32Array,
  offset: number,
  { foundationalRequirement, minSl }: ProfileRequirement,
  code: number,
): void {
  const mark = code === UNANSWERED_ROW ? IS_SILENT : code < UNANSWERED_ROW ? IS_GAP : 0;
  const place = FOUNDATIONAL_REQUIREMENTS.indexOf(foundationalRequirement);
  for (let level = minSl - 1; level < LEVELS; level += 1)
    words[offset + level] = at(words, offset + level) | (mark << (4 * place));
}

/** How a row stands, as its code less its bit; null where it counts alone. */
function codeOf(requirementId: string, declared: DeclarationContent): number | null {
  switch (standingOf(requirementId, declared)) {
    case "counts":
      return null;
    case "unanswered":
      return UNANSWERED_ROW;
    case "not-met":
      return NOT_MET_ROW;
    case "not-applicable-without-reason":
      return UNFOUNDED_ROW;
    case "needs-countermeasure":
      return declared.answers[requirementId]?.value === "not-met" ? CARE_ROW : COUNTERMEASURE_ROW;
  }
}
