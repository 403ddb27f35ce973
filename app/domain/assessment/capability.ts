import type { Answer, DeclarationContent } from "../declaration/declaration";
import {
  FOUNDATIONAL_REQUIREMENTS,
  SECURITY_LEVELS,
  type SecurityLevel,
  type SlVector,
  vectorOf,
} from "../security-level/security-level";
import type {
  FoundationalResult,
  MissingReason,
  MissingRow,
  ProfileRequirement,
  ReachState,
  RequirementProfile,
} from "./assessment";
import { compileRequirements } from "./compiled-requirements";

/** The part of a declaration that levels are computed from. */
type Declared = Pick<DeclarationContent, "componentTypes" | "answers">;

/** What one row is worth: it counts, it counts once the zone provides something, or why it does not count. */
export type RowStanding = "counts" | "needs-countermeasure" | MissingReason;

export type SlCapability = { native: SlVector; withCountermeasures: SlVector };

/** What an answer is worth. Silence is not compliance, and `not-applicable` counts only with a reason. */
export function standingOf(answer: Answer | undefined): RowStanding {
  if (answer === undefined) return "unanswered";
  switch (answer.value) {
    case "met":
    case "met-by-configuration":
      return "counts";
    case "met-with-countermeasure":
      return "needs-countermeasure";
    case "not-met":
      return "not-met";
    case "not-applicable":
      return hasNote(answer) ? "counts" : "not-applicable-without-reason";
  }
}

/** True where the supplier has said how, with what, or why. */
export function hasNote(answer: Answer | undefined): boolean {
  return (answer?.note ?? "").trim() !== "";
}

/**
 * SL-C per foundational requirement, 0 to 4 (product.md §4 steps 1 to 3): the highest n such that every
 * applicable row with `minSl` up to n counts; a row lowers only its own foundational requirement, and where no
 * row stands in the way the level is reached. Without a component type nothing is shown: all levels are 0.
 */
export function computeCapability(
  requirements: ReadonlyArray<ProfileRequirement>,
  declared: Declared,
): SlCapability {
  const rowsFor = compileRequirements(requirements).rowsFor(declared.componentTypes);
  if (declared.componentTypes.length === 0)
    return { native: vectorOf(() => 0), withCountermeasures: vectorOf(() => 0) };
  return {
    native: vectorOf((fr) => levelOf(rowsFor[fr], declared, false)),
    withCountermeasures: vectorOf((fr) => levelOf(rowsFor[fr], declared, true)),
  };
}

/** Seven levels compared with seven targets (product.md §4 step 4), in the standard's order. */
export function compareWithTarget(
  profile: RequirementProfile,
  declared: Declared,
  capability: SlCapability,
): ReadonlyArray<FoundationalResult> {
  const rowsFor = compileRequirements(profile.requirements).rowsFor(declared.componentTypes);
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => {
    const target = profile.slTarget[fr];
    const demanded = rowsFor[fr].filter((row) => row.minSl <= target);
    const missing = demanded.flatMap((row) => missingRow(row, declared));
    const levels = {
      target,
      native: capability.native[fr],
      withCountermeasures: capability.withCountermeasures[fr],
    };
    return {
      foundationalRequirement: fr,
      ...levels,
      state: stateOf(levels, missing),
      missing,
      countermeasures: demanded
        .filter((row) => standingOf(declared.answers[row.id]) === "needs-countermeasure")
        .map((row) => row.id),
    };
  });
}

/** `rows` are sorted by level: the first that does not count ends the climb just below it. */
function levelOf(
  rows: ReadonlyArray<ProfileRequirement>,
  { answers }: Declared,
  acceptsCountermeasures: boolean,
): SecurityLevel {
  for (const row of rows) {
    const standing = standingOf(answers[row.id]);
    const counts = standing === "counts" || (acceptsCountermeasures && standing === "needs-countermeasure");
    if (!counts) return SECURITY_LEVELS[row.minSl - 1] ?? 0;
  }
  return 4;
}

function missingRow(row: ProfileRequirement, { answers }: Declared): ReadonlyArray<MissingRow> {
  const standing = standingOf(answers[row.id]);
  if (standing === "counts" || standing === "needs-countermeasure") return [];
  return [{ requirementId: row.id, minSl: row.minSl, reason: standing }];
}

function stateOf(
  {
    target,
    native,
    withCountermeasures,
  }: Pick<FoundationalResult, "target" | "native" | "withCountermeasures">,
  missing: ReadonlyArray<MissingRow>,
): ReachState {
  if (native >= target) return "reached";
  if (withCountermeasures >= target) return "reached-with-countermeasures";
  return missing.every((row) => row.reason === "unanswered") ? "undecided" : "short";
}
