import { standingOf } from "../assessment/capability";
import { type ComponentRequirement, isApplicable } from "../requirement/component-requirement";
import type { DeclarationContent } from "./declaration";

/** Four unsigned 32-bit words: bit `i & 31` of word `i >>> 5` stands for the row at index `i` of the catalogue. */
export type MaskWords = readonly [number, number, number, number];

/**
 * The answers as bits, to be stored in a narrow table beside the JSON document and written together with it:
 * a portfolio is loaded from here without parsing a single document. A row counts natively where
 * `met | (notApplicable & ~notMet)` has its bit, with countermeasures where `countermeasure` has it too.
 * A row in none of the masks is unanswered or does not apply to the component types.
 */
export type AnswerMasks = {
  /** `met` and `met-by-configuration`. */
  met: MaskWords;
  /** `met-with-countermeasure`, and rows that give way to an essential function. */
  countermeasure: MaskWords;
  /** `not-met`, and `not-applicable` without a reason. */
  notMet: MaskWords;
  /** Every `not-applicable`; one without a reason has its bit in `notMet` too. */
  notApplicable: MaskWords;
};

/** Rows that fit: 4 words of 32 bits. The catalogue of IEC 62443-4-2 has 122. */
export const MASK_CAPACITY = 128;

/** To be stored beside the masks with the catalogue version: another number means that they must be made anew. */
export const MASK_ENCODER_VERSION = 2;

/**
 * Masks over the order of `requirements`, a pure function of the document. Throws a RangeError where there are
 * more rows than {@link MASK_CAPACITY}.
 */
export function answerMasks(
  content: Pick<DeclarationContent, "componentTypes" | "answers" | "facts">,
  requirements: ReadonlyArray<Pick<ComponentRequirement, "id" | "appliesTo">>,
): AnswerMasks {
  if (requirements.length > MASK_CAPACITY) throw new RangeError(`masks hold at most ${MASK_CAPACITY} rows`);
  const met = new Uint32Array(4);
  const countermeasure = new Uint32Array(4);
  const notMet = new Uint32Array(4);
  const notApplicable = new Uint32Array(4);
  for (const [index, row] of requirements.entries()) {
    if (!isApplicable(row, content.componentTypes)) continue;
    if (content.answers[row.id]?.value === "not-applicable") setBit(notApplicable, index);
    switch (standingOf(row.id, content)) {
      case "counts":
        if (content.answers[row.id]?.value !== "not-applicable") setBit(met, index);
        break;
      case "needs-countermeasure":
        setBit(countermeasure, index);
        break;
      case "not-met":
      case "not-applicable-without-reason":
        setBit(notMet, index);
        break;
      case "unanswered":
        break;
    }
  }
  return {
    met: toWords(met),
    countermeasure: toWords(countermeasure),
    notMet: toWords(notMet),
    notApplicable: toWords(notApplicable),
  };
}

function setBit(words: Uint32Array, index: number): void {
  words[index >>> 5] = ((words[index >>> 5] ?? 0) | (1 << (index & 31))) >>> 0;
}

function toWords(words: Uint32Array): MaskWords {
  return [words[0] ?? 0, words[1] ?? 0, words[2] ?? 0, words[3] ?? 0];
}
