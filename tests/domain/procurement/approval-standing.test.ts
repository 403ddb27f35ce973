import fc from "fast-check";
import { expect, test } from "vitest";
import { VERDICTS } from "~/domain/assessment/verdict";
import {
  APPROVAL_STANDINGS,
  approvalStandingOf,
  approvalsOf,
  NO_APPROVALS,
} from "~/domain/procurement/approval-standing";
import { DECISION_KINDS, type DecisionKind } from "~/domain/procurement/decision";
import { indexModel } from "~/domain/zone-model/queries";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const on = (kind: DecisionKind, restsOnException = false) => ({ kind, restsOnException });

test.each([
  [undefined, "conforms", "never-assessed"],
  [undefined, "incomplete", "never-assessed"],
  [undefined, null, "never-assessed"],
  [undefined, "does-not-conform", "does-not-conform"],
  [on("approve"), "conforms", "approved"],
  [on("approve"), null, "approved"],
  [on("approve"), "does-not-conform", "approved-but-short"],
  [on("approve", true), "does-not-conform", "approved"],
  [on("approve-with-conditions"), "conforms-with-conditions", "approved-with-conditions"],
  [on("approve-with-conditions"), "does-not-conform", "approved-but-short"],
  [on("reject"), "conforms", "rejected"],
  [on("return-for-changes"), "does-not-conform", "returned"],
] as const)(
  "with the decision %o and the verdict %s a product stands as %s",
  (decision, verdict, expected) => {
    expect(approvalStandingOf(decision, verdict)).toBe(expected);
  },
);

test("nothing undecided stands as approved, nothing refused either, whatever the verdict", () => {
  const decision = fc.option(
    fc.record({ kind: fc.constantFrom(...DECISION_KINDS), restsOnException: fc.boolean() }),
    {
      nil: undefined,
    },
  );
  fc.assert(
    fc.property(decision, fc.constantFrom(...VERDICTS, null), (decided, verdict) => {
      const standing = approvalStandingOf(decided, verdict);
      expect(APPROVAL_STANDINGS).toContain(standing);
      const isApproval = decided?.kind === "approve" || decided?.kind === "approve-with-conditions";
      expect(standing.startsWith("approved")).toBe(isApproval);
    }),
  );
});

const model = aZoneModel({
  zones: [aZone({ id: "a" }), aZone({ id: "b" }), aZone({ id: "empty" })],
  conduits: [],
  assets: [
    anAsset({ id: "one", zoneId: "a", productReleaseId: "pump" }),
    anAsset({ id: "two", zoneId: "a", productReleaseId: "pump" }),
    anAsset({ id: "three", zoneId: "b", productReleaseId: "pump" }),
    anAsset({ id: "four", zoneId: "b", productReleaseId: null }),
    anAsset({ id: "five", zoneId: null, productReleaseId: "pump" }),
  ],
});
const approval = { zoneId: "a", releaseId: "pump", decisionId: "d", ...on("approve") };

test("a product stands by the decision on its own zone, and what is unlinked or in no zone stands nowhere", () => {
  const standing = new Map([
    [
      "b",
      {
        key: "k",
        worst: "does-not-conform" as const,
        products: [
          { zoneId: "b", releaseId: "pump", assetIds: ["three"], verdict: "does-not-conform" as const },
        ],
      },
    ],
  ]);
  const approvals = approvalsOf(indexModel(model), standing, [approval]);
  expect([...approvals].map(([zone, own]) => [zone, [...own]])).toEqual([
    ["a", [["pump", "approved"]]],
    ["b", [["pump", "does-not-conform"]]],
  ]);
});

test("what has not changed keeps its map, so that nothing else is drawn again", () => {
  const index = indexModel(model);
  const before = approvalsOf(index, new Map(), [approval], NO_APPROVALS);
  expect(approvalsOf(index, new Map(), [approval], before)).toBe(before);
  const after = approvalsOf(index, new Map(), [{ ...approval, kind: "reject" }], before);
  expect(after.get("a")?.get("pump")).toBe("rejected");
  expect(after.get("b")).toBe(before.get("b"));
});
