import { messagesOf, type RowCheck } from "../../check";

const id = "essential-function-is-kept";
const say = messagesOf(id);

/**
 * Security must not keep care from a patient (IEC 62443-4-2 CCSC 1, 62443-3-3 clause 4.2): a row that gives way to an
 * essential function, with its reason and what stands in for it, is a condition and no gap. One finding per row.
 */
export const essentialFunctionIsKept: RowCheck = {
  kind: "rows",
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CCSC 1" },
    { standard: "iec-62443-3-3", ref: "4.2" },
  ],
  evaluate: ({ declaration, results }) =>
    results.flatMap(({ foundationalRequirement, countermeasures, compensated }) => {
      const { essentialFunction } = declaration.facts;
      if (essentialFunction === undefined) return [];
      const inPlace = new Set(compensated.map((row) => row.requirementId));
      const rows = countermeasures.filter(
        (row) => declaration.answers[row]?.value === "not-met" && !inPlace.has(row),
      );
      return rows.map((requirementId) => {
        const { functions, reason, compensation } = essentialFunction;
        const params = { row: requirementId, functions, why: reason, compensation };
        return {
          about: requirementId,
          outcome: "conforms-with-conditions",
          foundationalRequirement,
          requirementIds: [requirementId],
          expected: say("expected", params),
          declared: say("declared", params),
          reason: say("reason", params),
          waysToClose: [{ by: "hospital", message: say("close.compensate", params) }],
        };
      });
    }),
};
