import { describe, expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import type { AcceptedCountermeasure, ProfileRequirement } from "~/domain/assessment/assessment";
import { compileEngine } from "~/domain/assessment/engine/engine";
import { findingObjects } from "~/domain/assessment/engine/finding-objects";
import { compileNamed, nameProfile, verdictByName } from "~/domain/assessment/engine/named-profiles";
import { openFindingsAt } from "~/domain/assessment/engine/open-findings";
import { noFindings, packDeclaration, packProfile } from "~/domain/assessment/engine/pack-findings";
import { verdictAt, verdictsOfProfile } from "~/domain/assessment/engine/verdicts";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { NO_POLICY } from "~/domain/policy/policy";
import { aContent, aProfile, aRow, type GivenAnswers } from "./rows";

/** Pairs that are written by hand: whatever chance leaves out of `engine.test.ts` stands here. */

const DAY = "2026-11-21";
/** CR 2.5 may give way to an essential function. */
const rows: ReadonlyArray<ProfileRequirement> = [
  aRow("CR 1.1"),
  aRow("CR 1.2", { minSl: 2 }),
  aRow("CR 2.1"),
  aRow("CR 2.5"),
  aRow("CR 3.4", { minSl: 3, appliesTo: ["host-device"] }),
];
const MET: GivenAnswers = { "CR 1.1": "met", "CR 1.2": "met", "CR 2.1": "met", "CR 2.5": "met" };
const CARE = {
  essentialFunction: {
    functions: "Ventilation",
    reason: "Care goes on",
    compensation: "Guarded room",
    requirementIds: ["CR 2.5"],
  },
};
const inPlace = (...requirementIds: ReadonlyArray<string>): AcceptedCountermeasure => ({
  id: requirementIds.join("+"),
  title: "In place",
  requirementIds,
  acceptedOn: "2026-01-01",
  expiresOn: null,
});

type Told = {
  slTarget?: Parameters<typeof aProfile>[0]["slTarget"];
  ledger?: ReadonlyArray<AcceptedCountermeasure>;
  policy?: Partial<typeof NO_POLICY>;
  content: DeclarationContent;
};

const engineOf = ({ slTarget = { IAC: 2, UC: 1, SI: 3 }, ledger = [], policy = {}, content }: Told) => {
  const profile = aProfile({
    ...{ slTarget, rows, countermeasures: ledger },
    policy: { ...NO_POLICY, ...policy },
  });
  const engine = compileEngine({
    requirements: rows,
    asOf: DAY,
    profiles: [profile],
    declarations: [content],
  });
  return { engine, profile };
};
const saying = (answers: GivenAnswers, overrides: Partial<DeclarationContent> = {}) =>
  aContent({ ...MET, ...answers }, overrides);
const claiming = { IAC: 2, UC: 0, SI: 0, DC: 0, RDF: 0, TRE: 0, RA: 0 } as const;

type Case = Told & { name: string; verdict: string; found: ReadonlyArray<string> };
const CASES: ReadonlyArray<Case> = [
  { name: "everything counts", content: saying({}), verdict: "conforms", found: [] },
  {
    name: "one level is out of reach for good",
    content: saying({ "CR 1.2": "not-met" }),
    verdict: "does-not-conform",
    found: ["capability-meets-target:IAC CR 1.2"],
  },
  {
    name: "a row above the target is nobody's business",
    slTarget: { IAC: 1 },
    content: saying({ "CR 1.2": "not-met" }),
    verdict: "conforms",
    found: [],
  },
  {
    name: "a row of another component type is never demanded",
    content: saying({}, { componentTypes: ["host-device"] }),
    verdict: "incomplete",
    found: ["capability-meets-target:SI CR 3.4", "requirement-is-answered:SI CR 3.4"],
  },
  {
    name: "not applicable without a reason is a gap that no ledger closes",
    ledger: [inPlace("CR 1.2")],
    content: saying({ "CR 1.2": { value: "not-applicable" } }),
    verdict: "does-not-conform",
    found: ["capability-meets-target:IAC CR 1.2", "not-applicable-has-a-reason:IAC CR 1.2"],
  },
  {
    name: "silence is open, and no ledger answers for it",
    ledger: [inPlace("CR 1.1")],
    content: aContent({ "CR 1.2": "met", "CR 2.1": "met", "CR 2.5": "met" }),
    verdict: "incomplete",
    found: ["capability-meets-target:IAC CR 1.1", "requirement-is-answered:IAC CR 1.1"],
  },
  {
    name: "the ledger makes up for what is not met",
    ledger: [inPlace("CR 1.2"), inPlace("CR 9.9")],
    content: saying({ "CR 1.2": "not-met" }),
    verdict: "conforms-with-conditions",
    found: ["capability-meets-target:IAC CR 1.2", "gap-is-compensated:CR 1.2 CR 1.2"],
  },
  {
    name: "what leans on a countermeasure comes before what only the ledger makes up for",
    ledger: [
      { ...inPlace("CR 2.5"), id: "locks" },
      inPlace("CR 2.1"),
      { ...inPlace("CR 1.1", "CR 1.2"), id: "guards" },
    ],
    content: saying({
      ...{ "CR 1.1": "not-met", "CR 1.2": "met-with-countermeasure" },
      ...{ "CR 2.1": "not-met", "CR 2.5": "not-met" },
    }),
    verdict: "conforms-with-conditions",
    found: [
      "capability-meets-target:IAC CR 1.2,CR 1.1",
      "capability-meets-target:UC CR 2.1,CR 2.5",
      "gap-is-compensated:CR 2.1 CR 2.1",
      "gap-is-compensated:guards CR 1.1,CR 1.2",
      "gap-is-compensated:locks CR 2.5",
    ],
  },
  {
    name: "a countermeasure of the supplier is a condition of its own",
    content: saying({ "CR 1.2": "met-with-countermeasure" }),
    verdict: "conforms-with-conditions",
    found: ["capability-meets-target:IAC CR 1.2", "countermeasure-is-described:CR 1.2 CR 1.2"],
  },
  {
    name: "a row gives way to care",
    content: saying({ "CR 2.5": "not-met" }, { facts: CARE }),
    verdict: "conforms-with-conditions",
    found: ["capability-meets-target:UC CR 2.5", "essential-function-is-kept:CR 2.5 CR 2.5"],
  },
  {
    name: "the ledger stands in where a row gives way to care",
    ledger: [inPlace("CR 2.5")],
    content: saying({ "CR 2.5": "not-met" }, { facts: CARE }),
    verdict: "conforms-with-conditions",
    found: ["capability-meets-target:UC CR 2.5", "gap-is-compensated:CR 2.5 CR 2.5"],
  },
  {
    name: "a claim is contradicted by what is missing",
    content: saying(
      { "CR 1.1": "met-with-countermeasure", "CR 1.2": "not-met" },
      { claimedSlCapability: claiming },
    ),
    verdict: "does-not-conform",
    found: [
      "capability-meets-target:IAC CR 1.2",
      "claimed-level-is-computed:IAC CR 1.2",
      "countermeasure-is-described:CR 1.1 CR 1.1",
    ],
  },
  {
    name: "a claim is contradicted by what leans on something else, where nothing is missing",
    content: saying({ "CR 1.2": "met-with-countermeasure" }, { claimedSlCapability: claiming }),
    verdict: "conforms-with-conditions",
    found: [
      "capability-meets-target:IAC CR 1.2",
      "claimed-level-is-computed:IAC CR 1.2",
      "countermeasure-is-described:CR 1.2 CR 1.2",
    ],
  },
  {
    name: "without a component type nothing is shown, and a claim says nothing",
    content: saying({}, { componentTypes: [], claimedSlCapability: claiming }),
    verdict: "incomplete",
    found: ["capability-meets-target:IAC ", "capability-meets-target:UC ", "capability-meets-target:SI "],
  },
  {
    name: "a fact alone keeps a product out",
    policy: { signedUpdates: true },
    content: saying({}, { facts: { signedUpdates: false } }),
    verdict: "does-not-conform",
    found: ["updates-are-signed:product "],
  },
  {
    name: "a fact alone is a condition",
    policy: { malwareProtection: ["included"] },
    content: saying(
      {},
      { facts: { malwareProtection: "not-possible", malwareJustification: "No other code can be started" } },
    ),
    verdict: "conforms-with-conditions",
    found: ["malware-is-kept-out:product "],
  },
  {
    name: "a fact that is not stated is open beside a condition of the rows",
    policy: { signedUpdates: true },
    content: saying({ "CR 1.2": "met-with-countermeasure" }),
    verdict: "incomplete",
    found: [
      "capability-meets-target:IAC CR 1.2",
      "countermeasure-is-described:CR 1.2 CR 1.2",
      "updates-are-signed:product ",
    ],
  },
];

describe.each(CASES)("$name", ({ verdict, found, ...told }) => {
  const { engine, profile } = engineOf(told);

  test("is what judge says", () => {
    const judged = judge(profile, told.content, DAY);
    const open = judged.findings.filter(({ severity }) => severity !== "none" && severity !== "note");
    expect(judged.verdict).toBe(verdict);
    expect(open.map(({ id, requirementIds }) => `${id} ${requirementIds.join()}`)).toEqual(found);
  });

  test("is what the engine says, in every form", () => {
    const open = openFindingsAt(engine, 0, 0);
    expect(open.map(({ id, requirementIds }) => `${id} ${requirementIds.join()}`)).toEqual(found);
    expect(verdictAt(engine, 0, 0)).toBe(verdict);
    const packed = packProfile(engine, 0);
    expect(packed.verdicts).toEqual(verdictsOfProfile(engine, 0));
    const objects = findingObjects(engine, packed, 0, 0, 0);
    expect(new Set(objects.map(({ checkId }) => checkId))).toEqual(
      new Set(open.map(({ checkId }) => checkId)),
    );
  });
});

test("a long demand is one for all profiles that make it, and evaluated once", () => {
  const mds2Questions = Array.from({ length: 40 }, (_, number) => ({
    ...{ id: `Q-${number}`, favourable: "Yes" as const, requirementIds: ["CR 1.1"] },
  }));
  const asking = () => aProfile({ slTarget: { IAC: 1 }, rows, mds2Questions });
  const mds2 = { edition: "2019" as const, releasedOn: DAY, answers: { "Q-7": { answer: "No" as const } } };
  const content = saying({}, { facts: { mds2 } });
  const engine = compileEngine({
    ...{ requirements: rows, asOf: DAY, profiles: [asking(), asking()], declarations: [content] },
  });
  const column = engine.facts.columns.find(({ check }) => check.id === "mds2-agrees-with-answers");
  expect(column?.atomByKey.size).toBe(1);
  expect(openFindingsAt(engine, 1, 0).map(({ id }) => id)).toEqual(["mds2-agrees-with-answers:Q-7"]);
});

test("findings of many pairs stand one after the other, whatever room they need", () => {
  const silent = aContent();
  const engine = compileEngine({
    requirements: rows,
    asOf: DAY,
    profiles: Array.from({ length: 70 }, () => aProfile({ slTarget: { IAC: 2, UC: 1 }, rows })),
    declarations: Array.from({ length: 300 }, (_, place) => (place % 3 === 0 ? saying({}) : silent)),
  });
  // Four rows that are not answered, and two levels.
  const ends = (pairs: number, count: (pair: number) => number) =>
    Int32Array.from({ length: pairs }, (_, pair) =>
      Array.from({ length: pair + 1 }, (_, number) => count(number)).reduce((sum, one) => sum + one, 0),
    );
  const packed = packProfile(engine, 0, noFindings());
  expect(packed.pairs).toBe(300);
  expect(packed.ends).toEqual(ends(300, (pair) => (pair % 3 === 0 ? 0 : 6)));
  const room = packed.codes;
  expect(packDeclaration(engine, 1, packed).ends.subarray(0, 70)).toEqual(ends(70, () => 6));
  expect(packed.codes).toBe(room);
});

describe("profiles that go by name", () => {
  const at = (IAC: 0 | 1 | 2) => aProfile({ slTarget: { IAC }, rows });
  const start = () =>
    compileNamed({
      requirements: rows,
      asOf: DAY,
      profiles: new Map([["ward", at(2)]]),
      declarations: [saying({ "CR 1.2": "not-met" })],
    });

  test("are found by their names and changed in their places", () => {
    const named = start();
    expect(verdictByName(named, "ward", 0)).toBe("does-not-conform");
    nameProfile(named, "ward", at(1), () => true);
    expect(verdictByName(named, "ward", 0)).toBe("conforms");
    expect(named.engine.profiles).toHaveLength(1);
  });

  test("take the place of one that nobody needs, and a new one where all are needed", () => {
    const named = start();
    nameProfile(named, "theatre", at(1), () => true);
    expect(named.engine.profiles).toHaveLength(2);
    expect([verdictByName(named, "ward", 0), verdictByName(named, "theatre", 0)]).toEqual([
      "does-not-conform",
      "conforms",
    ]);
    nameProfile(named, "laboratory", at(2), (name) => name === "theatre");
    expect(named.engine.profiles).toHaveLength(2);
    expect(() => verdictByName(named, "ward", 0)).toThrow(RangeError);
    expect(verdictByName(named, "laboratory", 0)).toBe("does-not-conform");
    expect(verdictByName(named, "theatre", 0)).toBe("conforms");
  });

  test("are at least one", () => {
    expect(() =>
      compileNamed({ requirements: rows, asOf: DAY, profiles: new Map(), declarations: [] }),
    ).toThrow(RangeError);
  });
});
