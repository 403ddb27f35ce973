import { messagesOf, type RowCheck, rowParams } from "../../check";

const id = "requirement-is-answered";
const say = messagesOf(id);

/**
 * Silence is not compliance, and no gap either: an unanswered row up to the target keeps the verdict open and is
 * named as what it is (product.md §4.2). One finding per foundational requirement.
 */
export const requirementIsAnswered: RowCheck = {
  kind: "rows",
  id,
  clauses: [{ standard: "iec-62443-4-2", ref: "SL-C" }],
  evaluate: ({ results }) =>
    results.flatMap(({ foundationalRequirement, missing }) => {
      const rows = missing.filter(({ reason }) => reason === "unanswered").map((row) => row.requirementId);
      if (rows.length === 0) return [];
      const params = { fr: foundationalRequirement, ...rowParams(rows) };
      return [
        {
          about: foundationalRequirement,
          outcome: "incomplete",
          foundationalRequirement,
          requirementIds: rows,
          expected: say("expected", params),
          declared: say("declared", params),
          reason: say("reason", params),
          waysToClose: [{ by: "supplier", message: say("close.answer", params) }],
        },
      ];
    }),
};
