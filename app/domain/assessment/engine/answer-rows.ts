import type { DeclarationContent } from "../../declaration/declaration";
import { isApplicable } from "../../requirement/component-requirement";
import { computeCapability, standingOf } from "../capability";
import { FLAGS, packLevels, type RowLayout } from "./row-layout";
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
  for (const [bit, row] of layout.rows.entries())
    if (isApplicable(row, componentTypes))
      for (const mask of masksOf(row.id, declared)) setBit(words, offset + (bit >>> 5) * MASKS + mask, bit);
  const hasTypes = componentTypes.length > 0;
  words[offset + NATIVE] = packLevels(computeCapability(layout.rows, declared).native);
  words[offset + CLAIMED] = claimedSlCapability && hasTypes ? packLevels(claimedSlCapability) | FLAGS : 0;
  words[offset + UNTYPED] = hasTypes ? 0 : FLAGS;
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
