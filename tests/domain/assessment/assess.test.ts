import { expect, test } from "vitest";
import { assess, judge, judgedContent } from "~/domain/assessment/assess";
import type { Finding, FindingOutcome, Severity } from "~/domain/assessment/assessment";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { compareVerdicts, VERDICTS, verdictOf } from "~/domain/assessment/verdict";
import { flatVector } from "~/domain/security-level/security-level";
import { fingerprintOf } from "~/domain/shared/fingerprint";
import { aContent, aProfile, aRow } from "./rows";

const DAY = "2026-11-21";
const rows = [aRow("CR 1.1"), aRow("CR 2.1"), aRow("CR 2.2", { minSl: 2 })];
const profile = aProfile({ slTarget: { IAC: 1, UC: 2 }, rows });

function aFinding(id: string, outcome: FindingOutcome, severity: Severity = "gap"): Finding {
  const message = { key: "", params: {} };
  return {
    ...{ id, outcome, severity, checkId: "", clauses: [], foundationalRequirement: null, requirementIds: [] },
    ...{ expected: message, declared: message, reason: message, waysToClose: [] },
  };
}

test("everything met conforms, and the seven comparisons are what decided", () => {
  const assessment = assess(profile, aContent({ "CR 1.1": "met", "CR 2.1": "met", "CR 2.2": "met" }), DAY);
  expect(assessment.verdict).toBe("conforms");
  expect(assessment.decidedBy).toEqual(
    ["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"].map((fr) => `capability-meets-target:${fr}`),
  );
});

test("one gap decides, whatever else is open", () => {
  const assessment = assess(
    profile,
    aContent({ "CR 1.1": "not-met", "CR 2.1": "met-with-countermeasure" }),
    DAY,
  );
  expect(assessment.verdict).toBe("does-not-conform");
  expect(assessment.decidedBy).toEqual(["capability-meets-target:IAC"]);
});

test("silence alone is incomplete", () => {
  const assessment = assess(profile, aContent({ "CR 1.1": "met", "CR 2.1": "met-with-countermeasure" }), DAY);
  expect(assessment.verdict).toBe("incomplete");
  expect(assessment.decidedBy).toEqual(["capability-meets-target:UC", "requirement-is-answered:UC"]);
});

test("countermeasures alone are conditions, each named", () => {
  const content = aContent({ "CR 1.1": "met", "CR 2.1": "met-with-countermeasure", "CR 2.2": "met" });
  const assessment = assess(profile, content, DAY);
  expect(assessment.verdict).toBe("conforms-with-conditions");
  expect(assessment.decidedBy).toEqual(["capability-meets-target:UC", "countermeasure-is-described:CR 2.1"]);
});

test("a claim that is too high never spoils a product that conforms", () => {
  const modest = aProfile({ slTarget: { IAC: 1 }, rows });
  const claimed = aContent({ "CR 1.1": "met", "CR 2.1": "not-met" }, { claimedSlCapability: flatVector(4) });
  const assessment = assess(modest, claimed, DAY);
  expect(assessment.verdict).toBe("conforms");
  expect(assessment.findings.filter((finding) => finding.severity === "note")).toHaveLength(1);
  expect(assessment.decidedBy).not.toContain("claimed-level-is-computed:UC");
});

test("a product without a component type is incomplete, not conforming", () => {
  expect(assess(profile, aContent({}, { componentTypes: [] }), DAY).verdict).toBe("incomplete");
});

test("ids of findings are unique", () => {
  const ids = assess(profile, aContent({ "CR 2.1": "not-applicable" }), DAY).findings.map(
    (finding) => finding.id,
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test("it says which catalogue and which rules it used, and on which day", () => {
  const assessment = assess(profile, aContent(), DAY);
  expect(assessment).toMatchObject({ asOf: DAY, catalogueVersion: "test", ruleSetVersion: RULE_SET_VERSION });
});

test("the fingerprint is the SHA-256 of what was judged", () => {
  const content = aContent({ "CR 1.1": "met" });
  expect(assess(profile, content, DAY).fingerprint).toBe(fingerprintOf(judgedContent(profile, content, DAY)));
});

test("a judgement is the assessment without its fingerprint", () => {
  const content = aContent({ "CR 1.1": "met", "CR 2.1": "not-met" });
  const { fingerprint, ...rest } = assess(profile, content, DAY);
  expect(judge(profile, content, DAY)).toEqual(rest);
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
});

test("order and white space never change a byte", () => {
  const a = assess(
    profile,
    aContent(
      { "CR 1.1": { value: "met", note: "how" }, "CR 2.1": "not-met" },
      { componentTypes: ["host-device", "embedded-device"] },
    ),
    DAY,
  );
  const b = assess(
    aProfile({ slTarget: { UC: 2, IAC: 1 }, rows: [...rows].reverse() }),
    aContent(
      { "CR 2.1": { value: "not-met", note: " " }, "CR 1.1": { value: "met", note: " how\n" } },
      { componentTypes: ["embedded-device", "host-device", "host-device"] },
    ),
    DAY,
  );
  expect(JSON.stringify(b)).toBe(JSON.stringify(a));
});

test.each([
  {
    name: "the target",
    other: () => assess(aProfile({ slTarget: { IAC: 2, UC: 2 }, rows }), aContent(), DAY),
  },
  {
    name: "a row",
    other: () => assess(aProfile({ slTarget: { IAC: 1, UC: 2 }, rows: rows.slice(1) }), aContent(), DAY),
  },
  { name: "an answer", other: () => assess(profile, aContent({ "CR 1.1": "met" }), DAY) },
  {
    name: "a note",
    other: () => assess(profile, aContent({ "CR 1.1": { value: "not-met", note: "x" } }), DAY),
  },
  {
    name: "the component types",
    other: () => assess(profile, aContent({}, { componentTypes: ["host-device"] }), DAY),
  },
  {
    name: "the claim",
    other: () => assess(profile, aContent({}, { claimedSlCapability: flatVector(0) }), DAY),
  },
  { name: "the day", other: () => assess(profile, aContent(), "2026-11-22") },
  { name: "the catalogue", other: () => assess({ ...profile, catalogueVersion: "other" }, aContent(), DAY) },
])("another fingerprint where $name differs", ({ other }) => {
  expect(other().fingerprint).not.toBe(assess(profile, aContent(), DAY).fingerprint);
});

test("the input is left as it was", () => {
  const content = aContent({ "CR 1.1": { value: "met", note: " x " } });
  const before = structuredClone(content);
  assess(profile, content, DAY);
  expect(content).toEqual(before);
});

test("the worst outcome decides and notes never do", () => {
  const findings = [
    aFinding("a", "conforms", "none"),
    aFinding("b", "incomplete", "open"),
    aFinding("c", "conforms-with-conditions", "condition"),
    aFinding("d", "conforms", "note"),
  ];
  expect(verdictOf(findings)).toEqual({ verdict: "incomplete", decidedBy: ["b"] });
  expect(verdictOf([...findings, aFinding("e", "does-not-conform")]).decidedBy).toEqual(["e"]);
  expect(verdictOf(findings.filter((finding) => finding.outcome === "conforms")).decidedBy).toEqual(["a"]);
  expect(verdictOf([])).toEqual({ verdict: "conforms", decidedBy: [] });
  expect([...VERDICTS].sort(compareVerdicts)).toEqual(VERDICTS);
});
