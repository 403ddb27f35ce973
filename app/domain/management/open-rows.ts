import type { FoundationalResult } from "../assessment/assessment";
import type { FoundationalRequirement } from "../security-level/security-level";

export const OPEN_REASONS = ["not-met", "countermeasure-missing"] as const;

/** A row that nothing makes up for: the supplier says that it is not met, or what it leaves to the zone is not there. */
export type OpenRow = {
  requirementId: string;
  foundationalRequirement: FoundationalRequirement;
  why: (typeof OPEN_REASONS)[number];
};

/** In the standard's order. What is not answered is no gap: nobody knows yet. */
export function openRowsOf(results: ReadonlyArray<FoundationalResult>): ReadonlyArray<OpenRow> {
  return results.flatMap(({ foundationalRequirement, missing, countermeasures, compensated }) => {
    const madeUpFor = new Set(compensated.map(({ requirementId }) => requirementId));
    const toRow = (why: OpenRow["why"]) => (requirementId: string) => ({
      ...{ requirementId, foundationalRequirement, why },
    });
    return [
      ...missing
        .filter(({ reason }) => reason !== "unanswered")
        .map(({ requirementId }) => requirementId)
        .map(toRow("not-met")),
      ...countermeasures.filter((id) => !madeUpFor.has(id)).map(toRow("countermeasure-missing")),
    ];
  });
}
