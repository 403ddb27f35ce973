import { messagesOf, type RowCheck, rowParams } from "../../check";

const id = "not-applicable-has-a-reason";
const say = messagesOf(id);

/**
 * `not-applicable` is a way out of a requirement, so it counts only where the reader can judge why
 * (product.md §4.2). Looks at rows up to the target: the others decide nothing in this zone.
 */
export const notApplicableHasAReason: RowCheck = {
  kind: "rows",
  id,
  clauses: [{ standard: "iec-62443-4-2", ref: "SL-C" }],
  evaluate: ({ results }) =>
    results.flatMap(({ foundationalRequirement, missing }) => {
      const rows = missing
        .filter((row) => row.reason === "not-applicable-without-reason")
        .map((row) => row.requirementId);
      if (rows.length === 0) return [];
      const params = { fr: foundationalRequirement, ...rowParams(rows) };
      return [
        {
          about: foundationalRequirement,
          outcome: "does-not-conform",
          foundationalRequirement,
          requirementIds: rows,
          expected: say("expected", params),
          declared: say("declared", params),
          reason: say("reason", params),
          waysToClose: [
            { by: "supplier", message: say("close.give-reason", params) },
            { by: "supplier", message: say("close.answer-otherwise", params) },
          ],
        },
      ];
    }),
};
