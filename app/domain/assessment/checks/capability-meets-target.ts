import type { FoundationalResult, Message, ReachState, WayToClose } from "../assessment";
import { type Check, messagesOf, rowParams } from "../check";
import { outcomeOf } from "../verdict";

const id = "capability-meets-target";
const say = messagesOf(id);

/** The target of a zone binds every product in it, FR by FR (IEC 62443-3-2 ZCR 5.6; 62443-4-2 for the levels). */
export const capabilityMeetsTarget: Check = {
  id,
  clauses: [
    { standard: "iec-62443-3-2", ref: "ZCR 5.6" },
    { standard: "iec-62443-4-2", ref: "SL-C" },
  ],
  evaluate: ({ results, declaration }) => {
    const hasTypes = declaration.componentTypes.length > 0;
    return results.map((result) => {
      const { state, missing, countermeasures, foundationalRequirement } = result;
      const params = paramsOf(result);
      return {
        about: foundationalRequirement,
        outcome: outcomeOf(state),
        foundationalRequirement,
        requirementIds:
          state === "reached-with-countermeasures"
            ? countermeasures
            : missing.map((row) => row.requirementId),
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

/** `rows` are those that the sentence is about: what is missing, or what the zone must make up for. */
function paramsOf({ state, missing, countermeasures, ...result }: FoundationalResult): Message["params"] {
  const isShort = state === "short";
  const unanswered = missing.filter((row) => row.reason === "unanswered");
  const about = isShort ? missing.filter((row) => row.reason !== "unanswered") : missing;
  const rows =
    state === "reached-with-countermeasures" ? countermeasures : about.map((row) => row.requirementId);
  return {
    fr: result.foundationalRequirement,
    target: result.target,
    native: result.native,
    withCountermeasures: result.withCountermeasures,
    unanswered: isShort ? unanswered.map((row) => row.requirementId).join(", ") : "",
    ...rowParams(rows),
  };
}
