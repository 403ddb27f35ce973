import { describe, expect, test } from "vitest";
import { compareWithTarget, computeCapability, hasNote, standingOf } from "~/domain/assessment/capability";
import { flatVector } from "~/domain/security-level/security-level";
import { aContent, aProfile, aRow, type GivenAnswers, levels } from "./rows";

const rows = [
  aRow("CR 1.1"),
  aRow("CR 1.2", { minSl: 2 }),
  aRow("CR 1.3", { minSl: 3 }),
  aRow("CR 1.4", { minSl: 4 }),
];

const steps: ReadonlyArray<{ name: string; answers: GivenAnswers; native: number; with: number }> = [
  { name: "no answers reach nothing", answers: {}, native: 0, with: 0 },
  {
    name: "all rows met reach 4",
    answers: { "CR 1.1": "met", "CR 1.2": "met", "CR 1.3": "met", "CR 1.4": "met" },
    native: 4,
    with: 4,
  },
  {
    name: "the first row that does not count ends the climb just below its level",
    answers: { "CR 1.1": "met", "CR 1.2": "met", "CR 1.3": "not-met", "CR 1.4": "met" },
    native: 2,
    with: 2,
  },
  {
    name: "a missing base row means 0 however much is met above it",
    answers: { "CR 1.1": "not-met", "CR 1.2": "met", "CR 1.3": "met", "CR 1.4": "met" },
    native: 0,
    with: 0,
  },
  {
    name: "an unanswered row counts as not met",
    answers: { "CR 1.1": "met", "CR 1.3": "met" },
    native: 1,
    with: 1,
  },
  {
    name: "met by configuration is met",
    answers: { "CR 1.1": "met-by-configuration" },
    native: 1,
    with: 1,
  },
  {
    name: "a countermeasure counts only in the second level",
    answers: { "CR 1.1": "met", "CR 1.2": "met-with-countermeasure", "CR 1.3": "met" },
    native: 1,
    with: 3,
  },
  {
    name: "not applicable counts with a reason",
    answers: { "CR 1.1": { value: "not-applicable", note: "has no users" } },
    native: 1,
    with: 1,
  },
  {
    name: "not applicable without a reason counts in neither",
    answers: { "CR 1.1": "not-applicable" },
    native: 0,
    with: 0,
  },
];

test.each(steps)("$name", ({ answers, native, with: withCountermeasures }) => {
  const capability = computeCapability(rows, aContent(answers));
  expect(capability.native).toEqual({ ...flatVector(4), IAC: native });
  expect(capability.withCountermeasures).toEqual({ ...flatVector(4), IAC: withCountermeasures });
});

test("a gap in the levels of the rows is no gap in the level reached", () => {
  const sparse = [aRow("CR 5.1"), aRow("CR 5.2", { minSl: 4 })];
  expect(computeCapability(sparse, aContent({ "CR 5.1": "met" })).native.RDF).toBe(3);
});

test("where no row exists for the component types the level is reached", () => {
  const network = [aRow("NDR 5.2", { appliesTo: ["network-device"] })];
  expect(computeCapability(network, aContent()).native.RDF).toBe(4);
  expect(computeCapability(network, aContent({}, { componentTypes: ["network-device"] })).native.RDF).toBe(0);
});

test("a product without a component type shows nothing", () => {
  const { native, withCountermeasures } = computeCapability(rows, aContent({}, { componentTypes: [] }));
  expect(native).toEqual(flatVector(0));
  expect(withCountermeasures).toEqual(flatVector(0));
});

describe("compared with a target", () => {
  const resultOf = (answers: GivenAnswers, target: 0 | 1 | 2 | 3 | 4) => {
    const profile = aProfile({ slTarget: { IAC: target }, rows });
    const declaration = aContent(answers);
    const capability = computeCapability(profile.requirements, declaration);
    return compareWithTarget(profile, declaration, capability, "2026-11-21")[0];
  };

  test("rows above the target are not missing", () => {
    expect(resultOf({ "CR 1.1": "met" }, 1)).toMatchObject({ state: "reached", missing: [] });
  });

  test("each missing row says why", () => {
    expect(resultOf({ "CR 1.1": "not-met", "CR 1.2": "not-applicable" }, 3)).toMatchObject({
      state: "short",
      missing: [
        { requirementId: "CR 1.1", minSl: 1, reason: "not-met" },
        { requirementId: "CR 1.2", minSl: 2, reason: "not-applicable-without-reason" },
        { requirementId: "CR 1.3", minSl: 3, reason: "unanswered" },
      ],
    });
  });

  test("only unanswered rows leave it undecided, also beside countermeasures", () => {
    expect(resultOf({ "CR 1.1": "met-with-countermeasure" }, 2)).toMatchObject({
      state: "undecided",
      missing: [{ requirementId: "CR 1.2" }],
      countermeasures: ["CR 1.1"],
    });
  });

  test("countermeasures that close everything are listed and nothing is missing", () => {
    expect(resultOf({ "CR 1.1": "met", "CR 1.2": "met-with-countermeasure" }, 2)).toMatchObject({
      native: 1,
      withCountermeasures: 2,
      state: "reached-with-countermeasures",
      missing: [],
      countermeasures: ["CR 1.2"],
    });
  });

  test("seven results in the standard's order", () => {
    const profile = aProfile({ slTarget: levels({}), rows });
    const declaration = aContent();
    const results = compareWithTarget(
      profile,
      declaration,
      computeCapability(rows, declaration),
      "2026-11-21",
    );
    expect(results.map((result) => result.foundationalRequirement)).toEqual(Object.keys(flatVector(0)));
  });
});

test("no answer is unanswered, never not met", () => {
  expect(standingOf("CR 1.1", aContent())).toBe("unanswered");
  expect(standingOf("CR 1.1", aContent({ "CR 1.1": "not-met" }))).toBe("not-met");
});

test("white space says nothing", () => {
  expect(hasNote(undefined)).toBe(false);
  expect(hasNote({ value: "not-applicable" })).toBe(false);
  expect(hasNote({ value: "not-applicable", note: " \n" })).toBe(false);
  expect(hasNote({ value: "not-applicable", note: "no radio" })).toBe(true);
  expect(standingOf("CR 1.1", aContent({ "CR 1.1": { value: "not-applicable", note: " " } }))).toBe(
    "not-applicable-without-reason",
  );
});
