import { VERDICTS } from "~/domain/assessment/verdict";
import type { ChangedPair } from "./changed-pairs.server";
import { verdictRanks } from "./verdict-ranks.server";

/** Pairs of one change that are kept one by one at most, beside those with a decision; the rest is counted. */
export const LISTED_AT_MOST = 1_000;

export type Listed = { pair: ChangedPair; decisionId: string | null };

/**
 * What is worth reading: every pair on which somebody has decided; then what came out otherwise, what became worse
 * first; then what is new or gone. Within these in the order given. A hospital with hundreds of zones and thousands of
 * products gets more new pairs in a day than anybody reads; how all of them stand, the matrix shows.
 */
export function mostImportant(
  pairs: ReadonlyArray<ChangedPair>,
  decisionOf: (pair: ChangedPair) => string | null,
  most = LISTED_AT_MOST,
): ReadonlyArray<Listed> {
  const worsening = worseningOf(pairs);
  const weighed = pairs
    .map((pair) => ({ pair, decisionId: decisionOf(pair), worsening: worsening(pair) }))
    .sort((a, b) => b.worsening - a.worsening);
  const isDecided = ({ decisionId }: Listed) => decisionId !== null;
  const others = weighed.filter((one) => !isDecided(one));
  return [...weighed.filter(isDecided), ...others.slice(0, most)].map(({ pair, decisionId }) => ({
    pair,
    decisionId,
  }));
}

/** By how many places of `VERDICTS` a pair became worse; less than any of them where it is new or gone. */
function worseningOf(pairs: ReadonlyArray<ChangedPair>): (pair: ChangedPair) => number {
  const compared = pairs.flatMap(({ before, after }) => (before && after ? [before, after] : []));
  const rankOf = verdictRanks(compared);
  return ({ before, after }) => (before && after ? rankOf(after) - rankOf(before) : -VERDICTS.length);
}
