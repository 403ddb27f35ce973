/**
 * Findings as numbers of 16 bits. A row has one code for how it stands, a foundational requirement one for how it came
 * out, a claim that is too high one; every open finding of a fact check has the code of its atom, several of one atom
 * one after the other in the order of the check.
 */

/** Codes of rows: how the row stands, as a number of three bits, times `ROW_SPAN`, plus its bit. */
export const ROW_SHIFT = 7;
export const ROW_SPAN = 1 << ROW_SHIFT;
export const NOT_MET_ROW = 0;
export const UNFOUNDED_ROW = ROW_SPAN;
export const UNANSWERED_ROW = 2 * ROW_SPAN;
export const COMPENSATED_ROW = 3 * ROW_SPAN;
export const COUNTERMEASURE_ROW = 4 * ROW_SPAN;
export const CARE_ROW = 5 * ROW_SPAN;

/** Plus four times the place of the foundational requirement, plus the place of the outcome in `VERDICTS`. */
export const LEVEL_BASE = 6 * ROW_SPAN;
export const CLAIM_BASE = LEVEL_BASE + 32;

/** Plus the number of the atom. */
export const FACT_BASE = 1024;
/** Atoms that fit into the codes: more than 2,000 zones could demand. */
export const ATOM_CAPACITY = 0x10000 - FACT_BASE;
