import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import {
  countFindings,
  faultOfTerm,
  judgeModel,
  sortOutWaived,
  waiverTerm,
} from "~/domain/zone-model/waivers";
import type { Waiver } from "~/domain/zone-model/zone-model";
import { aConduit, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "./arbitraries";

const zones = [aZone({ id: "imaging" }), aZone({ id: "archive" })];
const findings = evaluateRules(
  aZoneModel({
    zones,
    assets: [],
    conduits: [aConduit({ id: "a", channels: [] }), aConduit({ id: "b", channels: [] })],
  }),
);
const aWaiver = (overrides: Partial<Waiver> = {}): Waiver => ({
  id: "w1",
  ruleId: "conduit-has-channels",
  element: { kind: "conduit", id: "a" },
  reason: "Laid in, not yet in use",
  expiresOn: "2026-12-31",
  ...overrides,
});
const idsOf = (list: ReadonlyArray<ModelFinding>) => list.map(({ id }) => id);

test("a waiver covers its rule at its element, and nothing else", () => {
  const { open, waived, lapsed } = sortOutWaived(findings, [aWaiver()], "2026-11-22");
  expect(waived.map(({ finding }) => finding.id)).toEqual(["conduit-has-channels:conduit:a"]);
  expect(idsOf(open)).toEqual(idsOf(findings).filter((id) => id !== "conduit-has-channels:conduit:a"));
  expect(lapsed.size).toBe(0);
});

test.each([
  ["2026-12-31", true],
  ["2027-01-01", false],
])("on %s a waiver until the last day of 2026 holds: %s", (asOf, holds) => {
  const { waived, lapsed } = sortOutWaived(findings, [aWaiver()], asOf);
  expect(waived.length === 1).toBe(holds);
  expect(lapsed.get("conduit-has-channels:conduit:a")?.id).toBe(holds ? undefined : "w1");
});

test("of several waivers for one finding the one that holds longest counts, in any order", () => {
  const both = [aWaiver({ id: "early", expiresOn: "2026-11-01" }), aWaiver({ id: "late" })];
  for (const waivers of [both, both.toReversed()])
    expect(sortOutWaived(findings, waivers, "2026-11-22").waived[0]?.waiver.id).toBe("late");
});

test("no finding is lost or doubled, whatever is waived", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const all = evaluateRules(model);
      const { open, waived } = sortOutWaived(all, model.waivers, "2027-01-15");
      expect(open.length + waived.length).toBe(all.length);
      expect(new Set([...open, ...waived.map(({ finding }) => finding)])).toEqual(new Set(all));
    }),
  );
});

test.each([
  ["2026-11-22", "not-in-the-future"],
  ["2026-11-23", null],
  ["2028-11-22", null],
  ["2028-11-23", "too-far-ahead"],
])("a waiver given on 22 November 2026 until %s: %s", (expiresOn, fault) => {
  expect(faultOfTerm(expiresOn, "2026-11-22")).toBe(fault);
});

test("the term that is offered is half a year and may be taken on any day", () => {
  expect(waiverTerm("2026-11-22").offered).toBe("2027-05-23");
  for (const today of ["2028-02-29", "2026-12-31", "2027-08-30"])
    expect(faultOfTerm(waiverTerm(today).offered, today)).toBeNull();
});

test("waived findings are counted apart from open ones", () => {
  const model = aZoneModel({
    zones,
    assets: [],
    conduits: [aConduit({ id: "a", channels: [] }), aConduit({ id: "b", channels: [], wireless: true })],
    waivers: [aWaiver()],
  });
  const counts = countFindings(judgeModel(model, "2026-11-22"));
  const later = countFindings(judgeModel(model, "2027-01-01"));
  expect([counts.warning, counts.waived]).toEqual([1, 1]);
  expect([later.warning, later.waived]).toEqual([2, 0]);
});
