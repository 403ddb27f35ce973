import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import { isAboutRows } from "~/domain/assessment/questions/finding-topics";
import { whatBreaks } from "~/domain/assessment/questions/what-breaks";
import { compareVerdicts } from "~/domain/assessment/verdict";
import { NO_POLICY } from "~/domain/policy/policy";
import { higherOf, lowerOf } from "~/domain/security-level/security-level";
import { declarationContent, profile as everyProfile, slVector } from "../../../builders/arbitraries";
import { aContent, aProfile, aRow, type GivenLevels } from "../rows";
import { cases, DAY, vectors } from "./cases";

const ROWS = [
  aRow("CR 1.1"),
  aRow("CR 1.2", { minSl: 2 }),
  aRow("CR 1.3", { minSl: 3 }),
  aRow("CR 1.4", { minSl: 2 }),
];
const zone = (slTarget: GivenLevels, others = {}) => aProfile({ slTarget, rows: ROWS, ...others });
const MET = { "CR 1.1": "met", "CR 1.2": "met", "CR 1.3": "met", "CR 1.4": "met" } as const;

function broken(
  declaration: ReturnType<typeof aContent>,
  before = zone({ IAC: 1 }),
  after = zone({ IAC: 3 }),
) {
  return whatBreaks([{ subject: "pump", declaration }], before, after, DAY);
}

test("a higher target breaks a product that lacks rows of the new levels, lowest level first", () => {
  const [found] = broken(aContent({ ...MET, "CR 1.3": "not-met", "CR 1.4": "not-met" }));
  expect(found).toMatchObject({
    subject: "pump",
    verdict: { before: "conforms", after: "does-not-conform" },
    missing: [
      { requirementId: "CR 1.4", minSl: 2, reason: "not-met" },
      { requirementId: "CR 1.3", minSl: 3, reason: "not-met" },
    ],
    leaning: [],
  });
  expect(found?.findings.map(({ id }) => id)).toEqual(["capability-meets-target:IAC"]);
});

test("rows that were missing before are not named again", () => {
  const declaration = aContent({ "CR 1.2": "not-met", "CR 1.3": "met", "CR 1.4": "met" });
  const [found] = broken(declaration);
  expect(found?.verdict).toEqual({ before: "incomplete", after: "does-not-conform" });
  expect(found?.missing.map(({ requirementId }) => requirementId)).toEqual(["CR 1.2"]);
});

test("a product that now leans on the zone is named with the rows it leans on", () => {
  const declaration = aContent({ ...MET, "CR 1.3": { value: "met-with-countermeasure", note: "A gateway" } });
  const [found] = broken(declaration);
  expect(found).toMatchObject({
    verdict: { before: "conforms", after: "conforms-with-conditions" },
    missing: [],
    leaning: ["CR 1.3"],
  });
  expect(found?.findings.map(({ id }) => id)).toEqual([
    "capability-meets-target:IAC",
    "countermeasure-is-described:CR 1.3",
  ]);
});

test("a row that the supplier leans on and the ledger makes up for is named once", () => {
  const countermeasures = [
    { id: "c1", title: "Gateway", requirementIds: ["CR 1.2"], acceptedOn: DAY, expiresOn: null },
  ];
  const declaration = aContent({ ...MET, "CR 1.2": { value: "met-with-countermeasure", note: "A gateway" } });
  const [found] = broken(
    declaration,
    zone({ IAC: 1 }, { countermeasures }),
    zone({ IAC: 2 }, { countermeasures }),
  );
  expect(found?.leaning).toEqual(["CR 1.2"]);
});

test("a stricter policy breaks a product through a finding, without rows", () => {
  const policy = { ...NO_POLICY, signedUpdates: true };
  const [found] = broken(
    aContent(MET, { facts: { signedUpdates: false } }),
    zone({ IAC: 1 }),
    zone({ IAC: 1 }, { policy }),
  );
  expect(found).toMatchObject({
    verdict: { before: "conforms", after: "does-not-conform" },
    missing: [],
    leaning: [],
    findings: [{ id: "updates-are-signed:product" }],
  });
});

test("a finding that came out as badly before did not break anything", () => {
  const policy = { ...NO_POLICY, signedUpdates: true, hardeningGuide: true };
  const [found] = broken(
    aContent({ ...MET, "CR 1.3": "not-met" }, { facts: { signedUpdates: true } }),
    zone({ IAC: 1 }, { policy }),
    zone({ IAC: 3 }, { policy }),
  );
  expect(found?.verdict).toEqual({ before: "incomplete", after: "does-not-conform" });
  expect(found?.findings.map(({ id }) => id)).toEqual(["capability-meets-target:IAC"]);
});

test("whatever keeps or improves its verdict does not break", () => {
  expect(broken(aContent(MET))).toEqual([]);
  expect(broken(aContent({ "CR 1.1": "not-met" }))).toEqual([]);
  expect(broken(aContent({ ...MET, "CR 1.3": "not-met" }), zone({ IAC: 3 }), zone({ IAC: 1 }))).toEqual([]);
});

test("nothing breaks where nothing rises", () => {
  fc.assert(
    fc.property(cases, vectors, ({ profile, declaration }, other) => {
      const lower = { ...profile, slTarget: lowerOf(profile.slTarget, other) };
      expect(whatBreaks([{ subject: 1, declaration }], profile, profile, DAY)).toEqual([]);
      expect(whatBreaks([{ subject: 1, declaration }], profile, lower, DAY)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("exactly the pairs whose verdict gets worse are named, each with what broke it", () => {
  fc.assert(
    fc.property(cases, vectors, ({ profile, declaration }, other) => {
      const higher = { ...profile, slTarget: higherOf(profile.slTarget, other) };
      const [before, after] = [judge(profile, declaration, DAY), judge(higher, declaration, DAY)];
      const found = whatBreaks([{ subject: "it", declaration }], profile, higher, DAY);
      expect(found.length === 1).toBe(compareVerdicts(after.verdict, before.verdict) > 0);
      for (const { missing, leaning, findings } of found) {
        expect(findings.length).toBeGreaterThan(0);
        expect(findings.every(({ id }) => after.decidedBy.includes(id))).toBe(true);
        if (findings.every(isAboutRows)) expect(missing.length + leaning.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("over everything that can be demanded and declared, a rising target breaks what gets worse and nothing else", () => {
  fc.assert(
    fc.property(everyProfile, declarationContent, slVector, (profile, declaration, other) => {
      const higher = { ...profile, slTarget: higherOf(profile.slTarget, other) };
      const pairs = [{ subject: "it", declaration }];
      expect(whatBreaks(pairs, higher, profile, DAY)).toEqual([]);
      for (const { verdict, findings } of whatBreaks(pairs, profile, higher, DAY)) {
        expect(compareVerdicts(verdict.after, verdict.before)).toBeGreaterThan(0);
        expect(findings.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
