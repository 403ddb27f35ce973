import { givesWayToCare } from "../declaration/essential-function";
import type { ProductFacts } from "../declaration/facts";
import type { FoundationalRequirement } from "../security-level/security-level";
import { addYears, type IsoDate } from "../shared/iso-date";
import type { FindingOutcome, Message, WayToClose } from "./assessment";
import { type CheckFinding, messagesOf } from "./check";

/** Values of a fact or of a choice of the policy. */
export type Values = ReadonlyArray<string>;

/** How what is stated stands to one rule; `none`: the supplier says that there is nothing of the kind. */
export type Comparison = "unstated" | "none" | "broken" | "kept";

/** How the end of support stands to the years of use. */
export type SupportState = "unstated" | "ended" | "ends-early" | "kept";

/** How one class of data stands to a rule on encryption; `unused`: the product does not send or store it. */
export type EncryptionState = "undescribed" | "unused" | "unstated" | "broken" | "kept";

/** What is wrong is a gap, what is not said is open. */
export const OUTCOME_OF: Readonly<Record<Comparison | SupportState | EncryptionState, FindingOutcome>> = {
  unstated: "incomplete",
  undescribed: "incomplete",
  none: "does-not-conform",
  broken: "does-not-conform",
  ended: "does-not-conform",
  "ends-early": "does-not-conform",
  unused: "conforms",
  kept: "conforms",
};

/** A choice of which something is demanded; where nothing is chosen, nothing is demanded. */
export function demandedValues(chosen: Values | null): Values | null {
  return chosen === null || chosen.length === 0 ? null : chosen;
}

export function compareFlag(stated: boolean | null): Exclude<Comparison, "none"> {
  if (stated === null) return "unstated";
  return stated ? "kept" : "broken";
}

export function compareAllOf(demanded: Values, stated: Values | null): Comparison {
  if (stated === null) return "unstated";
  if (stated.length === 0) return "none";
  return demanded.every((value) => stated.includes(value)) ? "kept" : "broken";
}

export function compareAnyOf(demanded: Values, stated: Values | null): Comparison {
  if (stated === null) return "unstated";
  if (stated.length === 0) return "none";
  return demanded.some((value) => stated.includes(value)) ? "kept" : "broken";
}

export function compareOnly(permitted: Values, stated: string | null): Exclude<Comparison, "none"> {
  if (stated === null) return "unstated";
  return permitted.includes(stated) ? "kept" : "broken";
}

export function compareAtMost(limit: number, stated: number | null): Exclude<Comparison, "none"> {
  if (stated === null) return "unstated";
  return stated <= limit ? "kept" : "broken";
}

/** The last day of support against `years` of use from `asOf`; on its last day support still counts. */
export function compareSupport(endsOn: IsoDate | null, asOf: IsoDate, years: number): SupportState {
  if (endsOn === null) return "unstated";
  if (endsOn < asOf) return "ended";
  return endsOn < addYears(asOf, years) ? "ends-early" : "kept";
}

/** One class of data at one place: on the way or where it is kept. */
export type HandledData = { dataClass: string; isUsed: boolean; isEncrypted: boolean | null };

/** Of several entries for one class the worst counts. */
export function compareEncryption(
  dataClass: string,
  handled: ReadonlyArray<HandledData> | null,
): EncryptionState {
  const described = (handled ?? []).filter((one) => one.dataClass === dataClass);
  if (described.length === 0) return "undescribed";
  const used = described.filter((one) => one.isUsed);
  if (used.length === 0) return "unused";
  if (used.some((one) => one.isEncrypted === false)) return "broken";
  return used.some((one) => one.isEncrypted === null) ? "unstated" : "kept";
}

/** For which care a row gives way, why, and what stands in for it. */
export type Care = { functions: string; reason: string; compensation: string };

/** Null where the row does not give way to an essential function (IEC 62443-4-2 CCSC 1). */
export function careBehind(requirementId: string, facts: ProductFacts): Care | null {
  const { essentialFunction } = facts;
  if (essentialFunction === undefined || !givesWayToCare(requirementId, facts)) return null;
  const { functions, reason, compensation } = essentialFunction;
  return { functions, reason, compensation };
}

/** Last steps of the keys `close.…`, by who can do it. */
export type Ways = { supplier?: Values; hospital?: Values };

/** What a check makes of what it saw: `state` is the last step of the keys `declared.…` and `reason.…`. */
export type Judgement = Ways & { outcome: FindingOutcome | "note"; state: string };

type Found = Judgement & {
  about?: string;
  /** Key of what is expected, where the check expects more than one thing. */
  expected?: string;
  /** What is declared. */
  params?: Message["params"];
  /**
   * What follows from the demand and from the day, for every sentence but the one of what is declared: else a finding
   * would count as another one tomorrow, or whenever a rule changes without changing what comes of it.
   */
  demand?: Message["params"];
};

/** Builds the findings of one check. */
export function findingsOf(checkId: string, foundationalRequirement: FoundationalRequirement | null) {
  const say = messagesOf(checkId);
  return (found: Found): CheckFinding => {
    const { about = "product", outcome, state, expected = "expected", params: declared = {} } = found;
    const params = { ...declared, ...found.demand };
    const waysOf = (by: WayToClose["by"]): ReadonlyArray<WayToClose> =>
      (found[by] ?? []).map((way) => ({ by, message: say(`close.${way}`, params) }));
    return {
      about,
      ...(outcome === "note" ? ({ outcome: "conforms", severity: "note" } as const) : { outcome }),
      foundationalRequirement,
      requirementIds: [],
      expected: say(expected, params),
      declared: say(`declared.${state}`, declared),
      reason: say(`reason.${state}`, params),
      waysToClose: [...waysOf("supplier"), ...waysOf("hospital")],
    };
  };
}
