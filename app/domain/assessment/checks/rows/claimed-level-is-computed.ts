import type { FoundationalResult } from "../../assessment";
import { compareWithTarget } from "../../capability";
import { messagesOf, type RowCheck, rowParams } from "../../check";
import { outcomeOf } from "../../verdict";

const id = "claimed-level-is-computed";
const say = messagesOf(id);

/**
 * A level claimed on a data sheet is compared with the computed one and never used instead (product.md §4.5).
 * So a claim that is too high is a note, unless the target would need it: then the contradiction comes out
 * like the capability it contradicts, and stands beside it among what decided. It never decides alone.
 */
export const claimedLevelIsComputed: RowCheck = {
  kind: "rows",
  id,
  clauses: [{ standard: "iec-62443-4-2", ref: "SL-C" }],
  evaluate: ({ profile, declaration, capability, results, asOf }) => {
    const { claimedSlCapability, componentTypes } = declaration;
    if (claimedSlCapability === null || componentTypes.length === 0) return [];
    // A claim is about the product: what this zone makes up for says nothing about it.
    const claim = { ...profile, slTarget: claimedSlCapability, countermeasures: [] };
    const atClaim = compareWithTarget(claim, declaration, capability, asOf);
    return atClaim
      .filter((claim) => claim.state !== "reached")
      .map((claim) => {
        const result = results.find((one) => one.foundationalRequirement === claim.foundationalRequirement);
        const isNeeded = result !== undefined && result.state !== "reached" && claim.target >= result.target;
        const rows = rowsOf(claim);
        const params = {
          fr: claim.foundationalRequirement,
          claimed: claim.target,
          native: claim.native,
          ...rowParams(rows),
        };
        return {
          about: claim.foundationalRequirement,
          outcome: isNeeded ? outcomeOf(result.state) : "conforms",
          ...(isNeeded ? {} : { severity: "note" as const }),
          foundationalRequirement: claim.foundationalRequirement,
          requirementIds: rows,
          expected: say("expected", params),
          declared: say("declared", params),
          reason: say(`reason.${claim.state}`, params),
          waysToClose: [
            { by: "supplier", message: say("close.show", params) },
            { by: "supplier", message: say("close.lower-claim", params) },
          ],
        };
      });
  },
};

function rowsOf({ state, missing, countermeasures }: FoundationalResult): ReadonlyArray<string> {
  return state === "reached-with-countermeasures" ? countermeasures : missing.map((row) => row.requirementId);
}
