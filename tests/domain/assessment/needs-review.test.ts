import { expect, test } from "vitest";
import { assess, judge } from "~/domain/assessment/assess";
import { differenceOfAssessments, isDifference, needsReview } from "~/domain/assessment/needs-review";
import { aContent, aProfile, aRow } from "./rows";

const rows = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 2.1")];
const profile = aProfile({ slTarget: { IAC: 1, UC: 1 }, rows });
const higher = aProfile({ slTarget: { IAC: 2, UC: 1 }, rows });
const content = aContent({ "CR 1.1": "met", "CR 1.2": "not-met", "CR 2.1": "met" });
const frozen = assess(profile, content, "2026-11-21");

test("another day alone needs no review", () => {
  const later = assess(profile, content, "2027-01-01");
  expect(later.fingerprint).not.toBe(frozen.fingerprint);
  expect(needsReview(frozen, later)).toBe(false);
});

test("another catalogue version with the same result needs no review", () => {
  expect(needsReview(frozen, assess({ ...profile, catalogueVersion: "next" }, content, "2026-11-21"))).toBe(
    false,
  );
});

test("the same content needs no review", () => {
  expect(needsReview(frozen, frozen)).toBe(false);
});

test("every part of a difference is one by itself", () => {
  const none = differenceOfAssessments(frozen, frozen);
  expect(isDifference(none)).toBe(false);
  const [result] = differenceOfAssessments(frozen, assess(higher, content, "2026-11-21")).results;
  const parts: ReadonlyArray<Partial<typeof none>> = [
    { verdict: { before: "conforms", after: "incomplete" } },
    { componentTypes: { before: [], after: ["host-device"] } },
    { results: result ? [result] : [] },
    { newFindings: ["a"] },
    { droppedFindings: ["a"] },
    { changedFindings: ["a"] },
  ];
  for (const part of parts) expect(isDifference({ ...none, ...part }), JSON.stringify(part)).toBe(true);
});

test("a higher target that opens a gap needs review and says what opened", () => {
  const fresh = assess(higher, content, "2026-11-21");
  expect(needsReview(frozen, fresh)).toBe(true);
  expect(differenceOfAssessments(frozen, fresh)).toMatchObject({
    verdict: { before: "conforms", after: "does-not-conform" },
    componentTypes: null,
    results: [
      {
        foundationalRequirement: "IAC",
        target: { before: 1, after: 2 },
        native: null,
        state: { before: "reached", after: "short" },
        newlyMissing: ["CR 1.2"],
        noLongerMissing: [],
      },
    ],
    changedFindings: ["capability-meets-target:IAC"],
  });
});

test("a gap that closes is a difference too", () => {
  const closed = assess(higher, aContent({ ...content.answers, "CR 1.2": "met" }), "2026-11-21");
  const difference = differenceOfAssessments(assess(higher, content, "2026-11-21"), closed);
  expect(difference.results[0]).toMatchObject({ noLongerMissing: ["CR 1.2"], newlyMissing: [] });
  expect(difference.verdict).toEqual({ before: "does-not-conform", after: "conforms" });
});

test("another countermeasure is another result although the verdict stays", () => {
  const describe = (note: string) =>
    assess(
      profile,
      aContent({ ...content.answers, "CR 2.1": { value: "met-with-countermeasure", note } }),
      "2026-11-21",
    );
  const difference = differenceOfAssessments(describe("a firewall"), describe("a data diode"));
  expect(difference).toMatchObject({
    verdict: null,
    results: [],
    changedFindings: ["countermeasure-is-described:CR 2.1"],
  });
  expect(needsReview(describe("a firewall"), describe("a data diode"))).toBe(true);
});

test("findings that came and went are named", () => {
  const withCountermeasure = assess(
    profile,
    aContent({ ...content.answers, "CR 2.1": { value: "met-with-countermeasure", note: "x" } }),
    "2026-11-21",
  );
  expect(differenceOfAssessments(frozen, withCountermeasure)).toMatchObject({
    newFindings: ["countermeasure-is-described:CR 2.1"],
    droppedFindings: [],
    results: [{ foundationalRequirement: "UC", newCountermeasures: ["CR 2.1"], droppedCountermeasures: [] }],
  });
  expect(differenceOfAssessments(withCountermeasure, frozen)).toMatchObject({
    newFindings: [],
    droppedFindings: ["countermeasure-is-described:CR 2.1"],
    results: [{ droppedCountermeasures: ["CR 2.1"] }],
  });
});

test("another component type is a difference", () => {
  const fresh = assess(profile, { ...content, componentTypes: ["host-device"] }, "2026-11-21");
  expect(differenceOfAssessments(frozen, fresh).componentTypes).toEqual({
    before: ["embedded-device"],
    after: ["host-device"],
  });
});

test("what the ledger makes up for is named, with what the product achieves in the zone", () => {
  const rows = [aRow("CR 1.1"), aRow("CR 2.1")];
  const gap = aContent({ "CR 1.1": "met", "CR 2.1": "not-met" });
  const wall = {
    id: "wall",
    title: "Wall",
    requirementIds: ["CR 2.1"],
    acceptedOn: "2026-11-21",
    expiresOn: null,
  };
  const judgedWith = (countermeasures: ReadonlyArray<typeof wall>) =>
    judge(aProfile({ slTarget: { IAC: 1, UC: 1 }, rows, countermeasures }), gap, "2026-11-21");
  expect(differenceOfAssessments(judgedWith([]), judgedWith([wall]))).toMatchObject({
    verdict: { before: "does-not-conform", after: "conforms-with-conditions" },
    results: [
      {
        foundationalRequirement: "UC",
        achieved: { before: 0, after: 4 },
        noLongerMissing: ["CR 2.1"],
        newlyCompensated: ["CR 2.1"],
        noLongerCompensated: [],
      },
    ],
  });
  expect(differenceOfAssessments(judgedWith([wall]), judgedWith([]))).toMatchObject({
    results: [{ newlyCompensated: [], noLongerCompensated: ["CR 2.1"], newlyMissing: ["CR 2.1"] }],
  });
});

test("a note that comes or goes calls no decision into question", () => {
  const claimed = assess(
    profile,
    { ...content, claimedSlCapability: { IAC: 4, UC: 1, SI: 0, DC: 0, RDF: 0, TRE: 0, RA: 0 } },
    "2026-11-21",
  );
  expect(claimed.findings.some(({ severity }) => severity === "note")).toBe(true);
  expect(needsReview(frozen, claimed)).toBe(false);
});
