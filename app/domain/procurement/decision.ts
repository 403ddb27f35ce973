import type { Assessment, Verdict } from "../assessment/assessment";
import type { IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import type { Condition, TrackedCondition } from "./condition";
import type { RequestMove } from "./request";

export const DECISION_KINDS = ["approve", "approve-with-conditions", "reject", "return-for-changes"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Bound to the fingerprint of what was judged; never updated, only superseded. */
export type Decision = {
  kind: DecisionKind;
  /** Empty where none was needed and none was given. */
  reason: string;
  conditions: ReadonlyArray<TrackedCondition>;
  fingerprint: string;
  verdict: Verdict;
  decidedOn: IsoDate;
};

export type DecisionRefusal =
  /** The person saw another assessment than the one that holds now. */
  | { code: "stale-assessment"; seen: string; current: string }
  | { code: "verdict-forbids-approval"; verdict: Verdict }
  /** Keys of gaps that no exception in force accepts. */
  | { code: "gaps-not-covered"; gaps: ReadonlyArray<string> }
  | { code: "conditions-missing" }
  | { code: "conditions-not-expected"; kind: DecisionKind }
  | { code: "condition-incomplete"; index: number; field: "text" | "owner" | "dueDate" }
  | { code: "condition-due-before-decision"; index: number }
  | { code: "reason-missing" };

/**
 * Records what procurement decides. `approve` is open only to what conforms; everything else can be approved
 * with at least one condition, and what does not conform only with a written reason on top and where an exception in
 * force accepts every gap that is left. Rejecting and returning need a reason, because the supplier reads it.
 */
export function decide({
  assessment,
  uncovered,
  seenFingerprint,
  kind,
  conditions,
  reason,
  decidedOn,
}: {
  assessment: Pick<Assessment, "fingerprint" | "verdict">;
  /** Keys of the gaps that no exception in force accepts (`uncoveredGaps`). */
  uncovered: ReadonlyArray<string>;
  /** The fingerprint on the screen of the person who decides. */
  seenFingerprint: string;
  kind: DecisionKind;
  conditions: ReadonlyArray<Condition>;
  reason: string;
  decidedOn: IsoDate;
}): Result<Decision, DecisionRefusal> {
  const { fingerprint, verdict } = assessment;
  if (seenFingerprint !== fingerprint)
    return refuse({ code: "stale-assessment", seen: seenFingerprint, current: fingerprint });
  if (kind === "approve" && verdict !== "conforms")
    return refuse({ code: "verdict-forbids-approval", verdict });
  if (kind === "approve-with-conditions" && verdict === "does-not-conform" && uncovered.length > 0)
    return refuse({ code: "gaps-not-covered", gaps: uncovered });
  const refusal = refusalOfConditions(kind, conditions, decidedOn);
  if (refusal) return refuse(refusal);
  if (needsReason(kind, verdict) && reason.trim() === "") return refuse({ code: "reason-missing" });
  return accept({
    kind,
    reason: reason.trim(),
    conditions: conditions.map((condition) => ({ ...condition, completedOn: null })),
    fingerprint,
    verdict,
    decidedOn,
  });
}

/** The kinds that a verdict and its uncovered gaps leave open, for the form; `decide` has the last word. */
export function allowedDecisions(
  verdict: Verdict,
  uncovered: ReadonlyArray<string>,
): ReadonlyArray<DecisionKind> {
  return DECISION_KINDS.filter((kind) => isOpen(kind, verdict, uncovered));
}

function isOpen(kind: DecisionKind, verdict: Verdict, uncovered: ReadonlyArray<string>): boolean {
  switch (kind) {
    case "approve":
      return verdict === "conforms";
    case "approve-with-conditions":
      return verdict !== "does-not-conform" || uncovered.length === 0;
    case "reject":
    case "return-for-changes":
      return true;
  }
}

/** True where a decision without a written reason is refused. */
export function needsReason(kind: DecisionKind, verdict: Verdict): boolean {
  switch (kind) {
    case "approve":
      return false;
    case "approve-with-conditions":
      return verdict === "does-not-conform";
    case "reject":
    case "return-for-changes":
      return true;
  }
}

/** True where the product may stand in the zone by it: only then does it rest on exceptions. */
export function isApproval(kind: DecisionKind): boolean {
  return kind === "approve" || kind === "approve-with-conditions";
}

/** How the request moves when the decision is recorded. */
export function requestMoveOf(kind: DecisionKind): RequestMove {
  return kind === "return-for-changes" ? "return-for-changes" : "decide";
}

function refusalOfConditions(
  kind: DecisionKind,
  conditions: ReadonlyArray<Condition>,
  decidedOn: IsoDate,
): DecisionRefusal | null {
  if (kind !== "approve-with-conditions")
    return conditions.length > 0 ? { code: "conditions-not-expected", kind } : null;
  if (conditions.length === 0) return { code: "conditions-missing" };
  for (const [index, condition] of conditions.entries()) {
    for (const field of ["text", "owner", "dueDate"] as const)
      if (condition[field].trim() === "") return { code: "condition-incomplete", index, field };
    if (condition.dueDate < decidedOn) return { code: "condition-due-before-decision", index };
  }
  return null;
}
