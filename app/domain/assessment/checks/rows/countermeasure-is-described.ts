import type { WayToClose } from "../../assessment";
import { hasNote } from "../../capability";
import { messagesOf, type RowCheck } from "../../check";

const id = "countermeasure-is-described";
const say = messagesOf(id);

/**
 * A product that leans on its surroundings must say on what (IEC 62443-4-2 CCSC 2). One finding per row up to
 * the target, because each is one thing that the zone has to provide and procurement can make a condition.
 * Without a description the answer still counts (product.md §4.3) and the description becomes the condition.
 */
export const countermeasureIsDescribed: RowCheck = {
  kind: "rows",
  id,
  clauses: [{ standard: "iec-62443-4-2", ref: "CCSC 2" }],
  evaluate: ({ declaration, results }) =>
    results.flatMap(({ foundationalRequirement, countermeasures, compensated }) => {
      const inPlace = new Set(compensated.map((row) => row.requirementId));
      // Rows that give way to care and rows that the ledger makes up for have checks of their own.
      const open = countermeasures.filter(
        (row) => declaration.answers[row]?.value === "met-with-countermeasure" && !inPlace.has(row),
      );
      return open.map((requirementId) => {
        const answer = declaration.answers[requirementId];
        const isDescribed = hasNote(answer);
        const params = { row: requirementId, note: (answer?.note ?? "").trim() };
        const provide: WayToClose = { by: "hospital", message: say("close.provide", params) };
        const describe: WayToClose = { by: "supplier", message: say("close.describe", params) };
        return {
          about: requirementId,
          outcome: "conforms-with-conditions",
          foundationalRequirement,
          requirementIds: [requirementId],
          expected: say("expected", params),
          declared: say(isDescribed ? "declared.described" : "declared.undescribed", params),
          reason: say(isDescribed ? "reason.described" : "reason.undescribed", params),
          waysToClose: isDescribed ? [provide] : [describe],
        };
      });
    }),
};
