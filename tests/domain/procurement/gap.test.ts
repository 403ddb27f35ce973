import { expect, test } from "vitest";
import type { Finding, MissingRow } from "~/domain/assessment/assessment";
import { gapsOf } from "~/domain/procurement/gap";

const SAY = { key: "checks:c.reason", params: {} };

function aFinding(id: string, overrides: Partial<Finding> = {}): Finding {
  return {
    ...{ id, checkId: id.split(":")[0] ?? id, clauses: [], outcome: "does-not-conform", severity: "gap" },
    ...{ foundationalRequirement: null, requirementIds: [], expected: SAY, declared: SAY, reason: SAY },
    waysToClose: [],
    ...overrides,
  };
}

const row = (requirementId: string, reason: MissingRow["reason"]): MissingRow => ({
  requirementId,
  minSl: 1,
  reason,
});

function keysOf(missing: ReadonlyArray<MissingRow>, findings: ReadonlyArray<Finding> = []) {
  return gapsOf({ results: [{ missing }], findings }).map(({ key }) => key);
}

test("rows that are not met are gaps, one by one; what nobody has answered is not", () => {
  expect(
    keysOf([
      row("CR 1.1", "not-met"),
      row("CR 1.2", "unanswered"),
      row("CR 1.3", "not-applicable-without-reason"),
    ]),
  ).toEqual(["CR 1.1", "CR 1.3"]);
});

test.each([
  ["what the zone asks for beyond rows is a gap", aFinding("wireless-is-permitted:product"), true],
  ["the finding that sums rows up is not", aFinding("capability-meets-target:IAC"), false],
  ["what is open is not", aFinding("a:b", { outcome: "incomplete", severity: "open" }), false],
  ["a condition is not", aFinding("a:b", { outcome: "conforms-with-conditions" }), false],
  ["a note is not", aFinding("a:b", { severity: "note" }), false],
  [
    "a finding about rows that are gaps already is not",
    aFinding("a:b", { requirementIds: ["CR 1.1"] }),
    false,
  ],
  ["a finding about another row is", aFinding("a:b", { requirementIds: ["CR 1.1", "CR 2.1"] }), true],
])("%s", (_case, finding, isGap) => {
  expect(keysOf([row("CR 1.1", "not-met")], [finding])).toEqual(isGap ? ["CR 1.1", finding.id] : ["CR 1.1"]);
});

test("what is declared otherwise is another gap; the words of a finding are not", () => {
  const substanceOf = (finding: Finding) => gapsOf({ results: [], findings: [finding] })[0]?.substance;
  const first = substanceOf(aFinding("a:b"));
  expect(substanceOf(aFinding("a:b", { declared: { ...SAY, params: { days: 3 } } }))).not.toBe(first);
  expect(substanceOf(aFinding("a:b", { reason: { key: "checks:c.other", params: {} } }))).toBe(first);
});
