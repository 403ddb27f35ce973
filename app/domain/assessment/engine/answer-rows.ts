import type { DeclarationContent } from "../../declaration/declaration";
import { isApplicable } from "../../requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, flatVector } from "../../security-level/security-level";
import type { ProfileRequirement } from "../assessment";
import { standingOf } from "../capability";
import { FLAGS, levelAt, packLevels, type RowLayout } from "./row-layout";
import { ROW_WORDS, setBit } from "./words";

/**
 * Layout of one declaration's answers: per word of rows five masks, then three numbers. Only rows that apply to its
 * component types have a bit, and only where they do not count alone.
 */
export const UNANSWERED = 0;
export const NOT_MET = 1;
/** Any of the three below: what few products have, so that most pairs need not look at them. */
export const OTHER = 2;
export const UNFOUNDED = 3;
/** Gives way to an essential function; what is `OTHER` and neither this nor unfounded leans on a countermeasure. */
export const CARE = 4;
export const MASKS = 5;
/** SL-C in nibbles. */
export const NATIVE = ROW_WORDS * MASKS;
/** The claimed level in nibbles with every flag set; 0 = no claim that could be compared. */
export const CLAIMED = NATIVE + 1;
/** Every flag where no component type is named, else 0. */
export const UNTYPED = NATIVE + 2;
export const ANSWER_STRIDE = NATIVE + 3;

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
    const masks = isApplicable(row, componentTypes) ? masksOf(row.id, declared) : [];
    for (const mask of masks) setBit(words, offset + (bit >>> 5) * MASKS + mask, bit);
    if (masks.length > 0) native = cappedBelow(native, row);
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

function masksOf(requirementId: string, declared: DeclarationContent): ReadonlyArray<number> {
  switch (standingOf(requirementId, declared)) {
    case "counts":
      return [];
    case "unanswered":
      return [UNANSWERED];
    case "not-met":
      return [NOT_MET];
    case "not-applicable-without-reason":
      return [OTHER, UNFOUNDED];
    case "needs-countermeasure":
      return declared.answers[requirementId]?.value === "not-met" ? [OTHER, CARE] : [OTHER];
  }
}
