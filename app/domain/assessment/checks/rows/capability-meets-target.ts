import type { FoundationalResult, Message, MissingRow, ReachState, WayToClose } from "../../assessment";
import { rowsOnCountermeasures } from "../../capability";
import { messagesOf, type RowCheck, rowParams } from "../../check";
import { outcomeOf } from "../../verdict";

const id = "capability-meets-target";
const say = messagesOf(id);

/** The target of a zone binds every product in it, FR by FR (IEC 62443-3-2 ZCR 5.6; 62443-4-2 for the levels). */
export const capabilityMeetsTarget: RowCheck = {
  kind: "rows",
  id,
  clauses: [
    { standard: "iec-62443-3-2", ref: "ZCR 5.6" },
    { standard: "iec-62443-4-2", ref: "SL-C" },
  ],
  evaluate: ({ results, declaration }) => {
    const hasTypes = declaration.componentTypes.length > 0;
    return results.map((result) => {
      const { state, missing, foundationalRequirement } = result;
      const params = paramsOf(result);
      return {
        about: foundationalRequirement,
        outcome: outcomeOf(state),
        foundationalRequirement,
        requirementIds: [...rowsOnCountermeasuresAlone(result), ...missing.map((row) => row.requirementId)],
        expected: say("expected", params),
        declared: say("declared", params),
        reason: say(`reason.${reasonOf(result, hasTypes)}`, params),
        waysToClose: waysToClose(state, params, hasTypes),
      };
    });
  },
};

function reasonOf({ state, target, missing }: FoundationalResult, hasTypes: boolean): string {
  if (target === 0) return "not-demanded";
  if (!hasTypes) return "no-component-type";
  if (state === "short" && missing.some((row) => row.reason === "unanswered")) return "short-and-unanswered";
  return state;
}

function waysToClose(
  state: ReachState,
  params: Message["params"],
  hasTypes: boolean,
): ReadonlyArray<WayToClose> {
  const supplier = (way: string): WayToClose => ({ by: "supplier", message: say(`close.${way}`, params) });
  const hospital = (way: string): WayToClose => ({ by: "hospital", message: say(`close.${way}`, params) });
  if (state !== "reached" && !hasTypes) return [supplier("name-component-type")];
  switch (state) {
    case "reached":
      return [];
    case "reached-with-countermeasures":
      return [hospital("provide-countermeasures"), supplier("meet-without-help")];
    case "undecided":
      return [supplier("answer")];
    case "short":
      return [supplier("meet"), hospital("compensate"), hospital("other-zone")];
  }
}

/** Where nothing is missing any more, the finding is about what the zone must make up for. */
function rowsOnCountermeasuresAlone(result: FoundationalResult): ReadonlyArray<string> {
  return result.state === "reached-with-countermeasures" ? rowsOnCountermeasures(result) : [];
}

function paramsOf(result: FoundationalResult): Message["params"] {
  const { foundationalRequirement: fr, target, native, withCountermeasures, state, missing } = result;
  const isToAnswer = (row: MissingRow) => state === "short" && row.reason === "unanswered";
  const idsOf = (rows: ReadonlyArray<MissingRow>) => rows.map((row) => row.requirementId);
  const open = idsOf(missing.filter((row) => !isToAnswer(row)));
  const unanswered = idsOf(missing.filter(isToAnswer)).join(", ");
  const rows = rowParams([...rowsOnCountermeasuresAlone(result), ...open]);
  return { fr, target, native, withCountermeasures, unanswered, ...rows };
}
