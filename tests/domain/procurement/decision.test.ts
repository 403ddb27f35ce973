import { describe, expect, test } from "vitest";
import type { Verdict } from "~/domain/assessment/assessment";
import { VERDICTS } from "~/domain/assessment/verdict";
import { ConditionSchema, completeCondition, conditionState } from "~/domain/procurement/condition";
import {
  allowedDecisions,
  DECISION_KINDS,
  type DecisionKind,
  decide,
  isApproval,
  needsReason,
  requestMoveOf,
} from "~/domain/procurement/decision";

const condition = { text: "Limit traffic to the pump", owner: "Network team", dueDate: "2026-12-31" };
const DAY = "2026-11-21";

function decided(
  verdict: Verdict,
  kind: DecisionKind,
  overrides: Partial<Parameters<typeof decide>[0]> = {},
) {
  const conditions = kind === "approve-with-conditions" ? [condition] : [];
  const assessment = { fingerprint: "f1", verdict };
  return decide({
    assessment,
    uncovered: [],
    seenFingerprint: "f1",
    kind,
    conditions,
    reason: " because ",
    decidedOn: DAY,
    ...overrides,
  });
}

describe.each(VERDICTS)("where the verdict is %s", (verdict) => {
  test.each(DECISION_KINDS)("%s with everything it needs", (kind) => {
    const isForbidden = kind === "approve" && verdict !== "conforms";
    expect(decided(verdict, kind)).toMatchObject(
      isForbidden
        ? { ok: false, refusal: { code: "verdict-forbids-approval", verdict } }
        : { ok: true, value: { kind, verdict, fingerprint: "f1", decidedOn: DAY, reason: "because" } },
    );
    expect(allowedDecisions(verdict, []).includes(kind)).toBe(!isForbidden);
  });

  test.each(DECISION_KINDS)("%s without a reason", (kind) => {
    const outcome = decided(verdict, kind, { reason: "  " });
    const isMissing =
      kind === "reject" ||
      kind === "return-for-changes" ||
      (kind === "approve-with-conditions" && verdict === "does-not-conform");
    expect(needsReason(kind, verdict)).toBe(isMissing);
    if (isMissing) expect(outcome).toEqual({ ok: false, refusal: { code: "reason-missing" } });
    else if (kind !== "approve" || verdict === "conforms") expect(outcome.ok).toBe(true);
  });
});

test.each(VERDICTS)(
  "a gap that no exception accepts stands in the way of approving what is %s",
  (verdict) => {
    const uncovered = ["CR 1.1", "updates-are-signed:update"];
    const outcome = decided(verdict, "approve-with-conditions", { uncovered });
    const isInTheWay = verdict === "does-not-conform";
    if (isInTheWay)
      expect(outcome).toEqual({ ok: false, refusal: { code: "gaps-not-covered", gaps: uncovered } });
    else expect(outcome.ok).toBe(true);
    expect(allowedDecisions(verdict, uncovered).includes("approve-with-conditions")).toBe(!isInTheWay);
    expect(decided(verdict, "reject", { uncovered }).ok).toBe(true);
    expect(decided(verdict, "return-for-changes", { uncovered }).ok).toBe(true);
  },
);

test.each(DECISION_KINDS)("%s on another assessment than the one on the screen is refused", (kind) => {
  expect(decided("conforms", kind, { seenFingerprint: "f0" })).toEqual({
    ok: false,
    refusal: { code: "stale-assessment", seen: "f0", current: "f1" },
  });
});

describe("conditions", () => {
  const approve = (conditions: Parameters<typeof decide>[0]["conditions"]) =>
    decided("conforms-with-conditions", "approve-with-conditions", { conditions });

  test("are needed to approve with conditions", () => {
    expect(approve([])).toMatchObject({ refusal: { code: "conditions-missing" } });
  });

  test.each(["approve", "reject", "return-for-changes"] as const)("have no place in %s", (kind) => {
    expect(decided("conforms", kind, { conditions: [condition] })).toMatchObject({
      refusal: { code: "conditions-not-expected", kind },
    });
  });

  test.each(["text", "owner", "dueDate"] as const)("need their %s", (field) => {
    expect(approve([condition, { ...condition, [field]: " " }])).toMatchObject({
      refusal: { code: "condition-incomplete", index: 1, field },
    });
  });

  test("are due on the day of the decision or later", () => {
    expect(approve([{ ...condition, dueDate: "2026-11-20" }])).toMatchObject({
      refusal: { code: "condition-due-before-decision", index: 0 },
    });
    expect(approve([{ ...condition, dueDate: DAY }]).ok).toBe(true);
  });

  test("start open", () => {
    expect(approve([condition])).toMatchObject({
      value: { conditions: [{ ...condition, completedOn: null }] },
    });
  });

  test.each([
    { completedOn: null, asOf: "2026-12-31", state: "open" },
    { completedOn: null, asOf: "2027-01-01", state: "overdue" },
    { completedOn: "2026-12-01", asOf: "2026-12-01", state: "completed" },
    { completedOn: "2026-12-01", asOf: "2026-11-30", state: "open" },
    { completedOn: "2027-02-01", asOf: "2027-01-15", state: "overdue" },
    { completedOn: "2027-02-01", asOf: "2027-02-01", state: "completed" },
  ])("completed on $completedOn are $state on $asOf", ({ completedOn, asOf, state }) => {
    expect(conditionState({ ...condition, completedOn }, asOf)).toBe(state);
  });

  test("are completed once", () => {
    const open = { ...condition, completedOn: null };
    expect(completeCondition(open, DAY)).toEqual({ ok: true, value: { ...condition, completedOn: DAY } });
    expect(completeCondition({ ...open, completedOn: DAY }, "2027-01-01")).toEqual({
      ok: false,
      refusal: { code: "already-completed", on: DAY },
    });
  });

  test.each([
    { ...condition, dueDate: "2026-02-30" },
    { ...condition, owner: "" },
    { ...condition, text: "a\nb" },
  ])("are refused at the door: %j", (given) => {
    expect(ConditionSchema.safeParse(given).success).toBe(false);
  });
});

test("approving, with conditions or without, lets a product in; nothing else does", () => {
  expect(DECISION_KINDS.filter(isApproval)).toEqual(["approve", "approve-with-conditions"]);
});

test("returning hands the request back, everything else decides it", () => {
  expect(DECISION_KINDS.map(requestMoveOf)).toEqual(["decide", "decide", "decide", "return-for-changes"]);
});
