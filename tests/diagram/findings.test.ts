import { expect, test } from "vitest";
import { causeOf } from "~/diagram/findings/cause";
import { causeLines, edgesWithCause, nodesWithCause } from "~/diagram/findings/cause-marks";
import { groupedFindings } from "~/diagram/findings/grouped-findings";
import { toFlow } from "~/diagram/to-flow";
import { flatVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const zones = [
  aZone({ id: "internet", trustClass: "untrusted", slTarget: null }),
  aZone({ id: "office", slTarget: flatVector(1) }),
  aZone({ id: "icu" }),
  aZone({ id: "store" }),
];
const model: ZoneModel = aZoneModel({
  zones,
  conduits: [
    aConduit({ id: "in", fromZoneId: "internet", toZoneId: "office" }),
    aConduit({ id: "on", fromZoneId: "office", toZoneId: "icu" }),
    aConduit({ id: "by", fromZoneId: "icu", toZoneId: "store" }),
  ],
  assets: [
    anAsset({ id: "pump", zoneId: "icu", portable: true }),
    anAsset({ id: "monitor", zoneId: "icu", portable: false }),
  ],
});

function findingOf(of: ZoneModel, ruleId: string) {
  const finding = evaluateRules(of).find((one) => one.ruleId === ruleId);
  if (!finding) throw new Error(`${ruleId} finds nothing`);
  return finding;
}

test("the way from an untrusted zone is drawn with all its zones and conduits, and nothing else", () => {
  const index = indexModel(model);
  const cause = causeOf(index, findingOf(model, "untrusted-zone-has-a-boundary-zone"));
  expect([...cause.zones].sort()).toEqual(["icu", "internet", "office"]);
  expect([...cause.conduits].sort()).toEqual(["in", "on"]);
  const { nodes, edges } = toFlow(index, []);
  const drawn = nodesWithCause([...nodes], cause);
  expect(
    drawn
      .filter(({ className }) => className === "is-cause")
      .map(({ id }) => id)
      .sort(),
  ).toEqual(["icu", "internet", "office"]);
  expect(drawn.find(({ id }) => id === "store")).toBe(nodes.find(({ id }) => id === "store"));
  const lines = causeLines(edges, cause);
  const marked = edgesWithCause([...edges], lines).filter(({ data }) => data?.isCause);
  expect(marked.map(({ id }) => id).sort()).toEqual(["in", "on"]);
});

test("assets that do not belong beside the others stand out in their zone", () => {
  const cause = causeOf(indexModel(model), findingOf(model, "portable-assets-are-apart"));
  expect([...cause.assets]).toEqual(["pump"]);
  expect([...cause.zones]).toEqual(["icu"]);
  const { nodes } = toFlow(indexModel(model), []);
  const icu = nodesWithCause([...nodes], cause).find(({ id }) => id === "icu");
  expect(icu?.data.causeAssets).toBe(cause.assets);
  expect(nodesWithCause([...nodes], cause).find(({ id }) => id === "icu")?.data).toBe(icu?.data);
});

test("what a collapsed zone hides is shown by its box", () => {
  const inner = aZone({ id: "bed", parentId: "icu", slTarget: null });
  const collapsed: ZoneModel = {
    ...model,
    zones: [...zones, inner],
    layout: { icu: { x: 0, y: 0, collapsed: true } },
  };
  const cause = causeOf(indexModel(collapsed), { element: { kind: "zone", id: "bed" }, related: [] });
  expect([...cause.zones]).toEqual(["icu"]);
});

test("without a cause nothing is drawn anew", () => {
  const { nodes, edges } = toFlow(indexModel(model), []);
  const [allNodes, allEdges] = [[...nodes], [...edges]];
  expect(nodesWithCause(allNodes, null)).toBe(allNodes);
  expect(edgesWithCause(allEdges, causeLines(edges, null))).toBe(allEdges);
});

test("groups hold every finding once, the worst rule first, and the filter narrows them", () => {
  const findings = evaluateRules(aLargeZoneModel({ zones: 60, assets: 300, conduits: 90 }));
  const all = groupedFindings(findings, { severity: null, ruleId: null });
  expect(new Set(all.flatMap((group) => group.findings))).toEqual(new Set(findings));
  expect(all.reduce((sum, group) => sum + group.findings.length, 0)).toBe(findings.length);
  const order = all.map((group) => ["error", "warning", "notice"].indexOf(group.findings[0]?.severity ?? ""));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  const errors = groupedFindings(findings, { severity: "error", ruleId: null });
  expect(errors.flatMap((group) => group.findings).every(({ severity }) => severity === "error")).toBe(true);
  const ruleId = all.at(-1)?.rule.id ?? "";
  expect(groupedFindings(findings, { severity: null, ruleId }).map(({ rule }) => rule.id)).toEqual([ruleId]);
});
