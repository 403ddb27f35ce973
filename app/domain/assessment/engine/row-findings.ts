import { FOUNDATIONAL_REQUIREMENTS, type FoundationalRequirement } from "../../security-level/security-level";
import type { CheckFinding } from "../check";
import { VERDICTS } from "../verdict";
import { ANSWER_STRIDE, CLAIMED, LACKING, MASKS, STANDING_HIGH } from "./answer-rows";
import {
  CARE_ROW,
  CLAIM_BASE,
  COMPENSATED_ROW,
  COUNTERMEASURE_ROW,
  LEVEL_BASE,
  NOT_MET_ROW,
  ROW_SPAN,
  UNANSWERED_ROW,
  UNFOUNDED_ROW,
} from "./codes";
import type { Engine } from "./engine";
import { levelWords, unpackLevels } from "./row-layout";
import { compiledAt } from "./verdicts";
import { at, bitsOf, held, ROW_WORDS } from "./words";

export type DecidedPair = { engine: Engine; profile: number; declaration: number; codes: Uint16Array };
type Found = Pick<CheckFinding, "about" | "outcome" | "foundationalRequirement" | "requirementIds">;

/** How each check on rows reads the codes of a pair; a check that is not here cannot be run by the engine. */
export const ROW_FINDINGS: Readonly<Record<string, (pair: DecidedPair) => ReadonlyArray<Found>>> = {
  "capability-meets-target": (pair) =>
    onePerLevel(pair, LEVEL_BASE, (fr, outcome) =>
      outcome === "conforms-with-conditions" ? madeUpFor(pair, fr) : rowsOf(pair, fr, MISSING_ROWS),
    ),
  "claimed-level-is-computed": (pair) => onePerLevel(pair, CLAIM_BASE, (fr) => rowsAgainstClaim(pair, fr)),
  "requirement-is-answered": (pair) => onePerArea(pair, UNANSWERED_ROW, "incomplete"),
  "not-applicable-has-a-reason": (pair) => onePerArea(pair, UNFOUNDED_ROW, "does-not-conform"),
  "countermeasure-is-described": (pair) => onePerRow(pair, COUNTERMEASURE_ROW),
  "essential-function-is-kept": (pair) => onePerRow(pair, CARE_ROW),
  "gap-is-compensated": onePerCountermeasure,
};

const MISSING_ROWS = [NOT_MET_ROW, UNANSWERED_ROW, UNFOUNDED_ROW];

/** Ids of rows with one of the standings, in the order of a result; null = of every foundational requirement. */
function rowsOf(
  { engine, codes }: DecidedPair,
  fr: FoundationalRequirement | null,
  standings: ReadonlyArray<number>,
): ReadonlyArray<string> {
  const bits = standings.flatMap((base) =>
    Array.from(codes, (code) => code - base).filter((bit) => bit >= 0 && bit < ROW_SPAN),
  );
  return idsOf(
    engine,
    fr,
    bits.sort((a, b) => a - b),
  );
}

function idsOf(
  { layout }: Engine,
  fr: FoundationalRequirement | null,
  bits: ReadonlyArray<number>,
): ReadonlyArray<string> {
  return bits.flatMap((bit) => {
    const row = held(layout.rows[bit]);
    return fr === null || row.foundationalRequirement === fr ? [row.id] : [];
  });
}

function onePerLevel(
  { codes }: DecidedPair,
  base: number,
  rowsFor: (fr: FoundationalRequirement, outcome: Found["outcome"]) => ReadonlyArray<string>,
): ReadonlyArray<Found> {
  return FOUNDATIONAL_REQUIREMENTS.flatMap((fr, place) => {
    const rank = Array.from(codes, (code) => code - base - 4 * place).find((one) => one > 0 && one < 4);
    if (rank === undefined) return [];
    const outcome = held(VERDICTS[rank]);
    return [{ about: fr, outcome, foundationalRequirement: fr, requirementIds: rowsFor(fr, outcome) }];
  });
}

function onePerArea(pair: DecidedPair, standing: number, outcome: Found["outcome"]): ReadonlyArray<Found> {
  return FOUNDATIONAL_REQUIREMENTS.flatMap((fr) => {
    const requirementIds = rowsOf(pair, fr, [standing]);
    return requirementIds.length === 0
      ? []
      : [{ about: fr, outcome, foundationalRequirement: fr, requirementIds }];
  });
}

function onePerRow(pair: DecidedPair, standing: number): ReadonlyArray<Found> {
  return FOUNDATIONAL_REQUIREMENTS.flatMap((fr) =>
    rowsOf(pair, fr, [standing]).map((id) => ({
      about: id,
      outcome: "conforms-with-conditions" as const,
      foundationalRequirement: fr,
      requirementIds: [id],
    })),
  );
}

function onePerCountermeasure(pair: DecidedPair): ReadonlyArray<Found> {
  const { layout } = pair.engine;
  const { countermeasureAt } = compiledAt(pair.engine, pair.profile);
  const rows = new Map<string, Array<string>>();
  for (const id of rowsOf(pair, null, [COMPENSATED_ROW])) {
    const countermeasure = held(countermeasureAt.get(held(layout.bitOf.get(id))));
    rows.set(countermeasure, [...(rows.get(countermeasure) ?? []), id]);
  }
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([about, requirementIds]) => ({
      about,
      outcome: "conforms-with-conditions",
      foundationalRequirement: null,
      requirementIds,
    }));
}

/** What the supplier names a countermeasure for comes first, then what only the ledger makes up for. */
function madeUpFor(pair: DecidedPair, fr: FoundationalRequirement): ReadonlyArray<string> {
  const ids = rowsOf(pair, fr, [COUNTERMEASURE_ROW, CARE_ROW, COMPENSATED_ROW]);
  const named = idsOf(pair.engine, fr, bitsOf(maskOf(pair, STANDING_HIGH)));
  return [...ids.filter((id) => named.includes(id)), ...ids.filter((id) => !named.includes(id))];
}

/** Rows that keep the product from the level it claims, whatever the zone makes up for. */
function rowsAgainstClaim(pair: DecidedPair, fr: FoundationalRequirement): ReadonlyArray<string> {
  const { layout, answers } = pair.engine;
  const claimed = unpackLevels(at(answers, pair.declaration * ANSWER_STRIDE + CLAIMED));
  const upToClaim = levelWords(layout, claimed);
  const lacking = maskOf(pair, LACKING).map((word, place) => word & at(upToClaim, place));
  const leaning = maskOf(pair, STANDING_HIGH);
  const missing = idsOf(pair.engine, fr, bitsOf(lacking.map((word, place) => word & ~at(leaning, place))));
  return missing.length > 0 ? missing : idsOf(pair.engine, fr, bitsOf(lacking));
}

/** One mask of a declaration, every word of it. */
function maskOf({ engine, declaration }: DecidedPair, mask: number): Int32Array {
  return new Int32Array(ROW_WORDS).map((_, word) =>
    at(engine.answers, declaration * ANSWER_STRIDE + word * MASKS + mask),
  );
}
