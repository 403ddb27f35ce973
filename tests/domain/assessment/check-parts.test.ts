import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import {
  compareAllOf,
  compareAnyOf,
  compareAtMost,
  compareEncryption,
  compareFlag,
  compareOnly,
  compareSupport,
  demandedValues,
  findingsOf,
} from "~/domain/assessment/check-parts";
import { PROTECTION_CHECKS } from "~/domain/assessment/checks/protection";
import type { ProductFacts } from "~/domain/declaration/facts";
import { NO_POLICY, type Policy } from "~/domain/policy/policy";
import { aContent, aProfile } from "./rows";

test("a finding is about the product and says what is expected, unless told otherwise", () => {
  const finding = findingsOf("doors-are-closed", "RA");
  expect(finding({ outcome: "conforms", state: "kept" })).toEqual({
    about: "product",
    outcome: "conforms",
    foundationalRequirement: "RA",
    requirementIds: [],
    expected: { key: "checks:doors-are-closed.expected", params: {} },
    declared: { key: "checks:doors-are-closed.declared.kept", params: {} },
    reason: { key: "checks:doors-are-closed.reason.kept", params: {} },
    waysToClose: [],
  });
});

test("what is demanded is in every sentence but the one of what is declared", () => {
  const finding = findingsOf(
    "doors-are-closed",
    null,
  )({
    about: "cellar",
    expected: "expected.cellar",
    outcome: "note",
    state: "ajar",
    params: { open: 3 },
    demand: { most: 2 },
    hospital: ["guard"],
    supplier: ["close", "explain"],
  });
  const params = { open: 3, most: 2 };
  expect(finding).toMatchObject({
    about: "cellar",
    outcome: "conforms",
    severity: "note",
    foundationalRequirement: null,
    expected: { key: "checks:doors-are-closed.expected.cellar", params },
    declared: { key: "checks:doors-are-closed.declared.ajar", params: { open: 3 } },
    reason: { key: "checks:doors-are-closed.reason.ajar", params },
    waysToClose: [
      { by: "supplier", message: { key: "checks:doors-are-closed.close.close", params } },
      { by: "supplier", message: { key: "checks:doors-are-closed.close.explain", params } },
      { by: "hospital", message: { key: "checks:doors-are-closed.close.guard", params } },
    ],
  });
});

test("what is not stated is neither kept nor broken", () => {
  expect([compareFlag(null), compareFlag(true), compareFlag(false)]).toEqual(["unstated", "kept", "broken"]);
  expect([null, "a", "c"].map((one) => compareOnly(["a", "b"], one))).toEqual(["unstated", "kept", "broken"]);
  expect([null, 4, 5, 6].map((one) => compareAtMost(5, one))).toEqual(["unstated", "kept", "kept", "broken"]);
});

test("of several values all or one must be there; an empty list says that there is none", () => {
  const stated = [null, [], ["c"], ["a"], ["a", "b", "c"]];
  expect(stated.map((one) => compareAllOf(["a", "b"], one))).toEqual([
    "unstated",
    "none",
    "broken",
    "broken",
    "kept",
  ]);
  expect(stated.map((one) => compareAnyOf(["a", "b"], one))).toEqual([
    "unstated",
    "none",
    "broken",
    "kept",
    "kept",
  ]);
  expect([demandedValues(null), demandedValues([]), demandedValues(["a"])]).toEqual([null, null, ["a"]]);
});

test("support counts on its last day and for all the years of use", () => {
  const ends = [null, "2026-11-20", "2026-11-21", "2028-11-20", "2028-11-21"];
  expect(ends.map((endsOn) => compareSupport(endsOn, "2026-11-21", 2))).toEqual([
    "unstated",
    "ended",
    "ends-early",
    "ends-early",
    "kept",
  ]);
});

test("of several entries for a class of data the worst counts; what is not used needs no encryption", () => {
  const of = (...isEncrypted: ReadonlyArray<boolean | null>) =>
    isEncrypted.map((one) => ({ dataClass: "health", isUsed: true, isEncrypted: one }));
  const unused = { dataClass: "health", isUsed: false, isEncrypted: false };
  const other = { dataClass: "logs", isUsed: true, isEncrypted: false };
  expect(compareEncryption("health", null)).toBe("undescribed");
  expect(compareEncryption("health", [other])).toBe("undescribed");
  expect(compareEncryption("health", [unused, other])).toBe("unused");
  expect(compareEncryption("health", [unused, ...of(true)])).toBe("kept");
  expect(compareEncryption("health", of(true, null))).toBe("unstated");
  expect(compareEncryption("health", of(true, null, false))).toBe("broken");
});

/** Every rule of the group, once for each of two hospitals that come to the same judgement. */
const ONE: Partial<Policy> = {
  defaultCredentials: ["changeable"],
  loggedEvents: ["sign-on"],
  logFormats: ["json"],
  siemChannels: ["api"],
  timeSources: ["ntp"],
  updateMechanisms: ["automatic"],
  patchDaysCritical: 10,
  patchDaysHigh: 20,
  malwareProtection: ["included"],
  plannedServiceYears: 2,
  platformSupport: true,
};
const OTHER: Partial<Policy> = {
  ...ONE,
  defaultCredentials: ["fixed"],
  loggedEvents: ["sign-on", "update"],
  logFormats: ["json", "cef"],
  siemChannels: ["api", "agent"],
  timeSources: ["nts", "ntp"],
  updateMechanisms: ["automatic", "hosted"],
  patchDaysCritical: 11,
  patchDaysHigh: 21,
  malwareProtection: ["included", "supported"],
  plannedServiceYears: 3,
};
const facts: ProductFacts = {
  defaultCredentials: "changeable",
  loggedEvents: ["sign-on", "update"],
  logFormats: ["json"],
  siemChannels: ["api"],
  timeSources: ["ntp"],
  updateMechanisms: ["automatic"],
  patchDaysCritical: 5,
  patchDaysHigh: 15,
  malwareProtection: "included",
  supportEndsOn: "2040-01-01",
  platforms: [{ kind: "component", name: "Store", version: "3", supportEndsOn: "2040-01-01" }],
};

function declaredUnder(policy: Partial<Policy>, asOf: string) {
  const profile = aProfile({ slTarget: {}, rows: [], policy: { ...NO_POLICY, ...policy } });
  const { findings } = judge(profile, aContent({}, { facts }), asOf);
  const ids = PROTECTION_CHECKS.map((check) => check.id);
  return findings
    .filter(({ checkId }) => ids.includes(checkId))
    .map(({ id, declared }) => ({ id, declared }));
}

test("neither another day nor another rule makes another thing declared", () => {
  const declared = declaredUnder(ONE, "2026-11-21");
  expect(declared).toHaveLength(11);
  expect(declaredUnder(ONE, "2026-11-22")).toEqual(declared);
  expect(declaredUnder(OTHER, "2026-11-21")).toEqual(declared);
});
