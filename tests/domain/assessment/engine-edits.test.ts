import { expect, test } from "vitest";
import type { ProfileRequirement } from "~/domain/assessment/assessment";
import { type FactCheck, factCheck } from "~/domain/assessment/check";
import { releaseAtom, replaceSubjects, takeAtom } from "~/domain/assessment/engine/atoms";
import { ATOM_CAPACITY } from "~/domain/assessment/engine/codes";
import { compileEngine, replaceDeclaration, replaceProfile } from "~/domain/assessment/engine/engine";
import { factTable } from "~/domain/assessment/engine/fact-table";
import { findingObjects } from "~/domain/assessment/engine/finding-objects";
import { packProfile } from "~/domain/assessment/engine/pack-findings";
import { verdictAt, verdictsOfDeclaration, verdictsOfProfile } from "~/domain/assessment/engine/verdicts";
import { at, bitsOf, held, lowestBit } from "~/domain/assessment/engine/words";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { NO_POLICY, type Policy } from "~/domain/policy/policy";
import { aContent, aProfile, aRow, type GivenLevels } from "./rows";

const DAY = "2026-11-21";
const rows: ReadonlyArray<ProfileRequirement> = [
  aRow("CR 1.1"),
  aRow("CR 1.2", { minSl: 2 }),
  aRow("CR 3.4", { minSl: 3 }),
];
const demanding = (policy: Partial<Policy>, slTarget: GivenLevels = {}) =>
  aProfile({ slTarget, rows, policy: { ...NO_POLICY, ...policy } });
const stating = (facts: DeclarationContent["facts"], answers = {}) => aContent(answers, { facts });
const engineOf = (
  profiles: ReadonlyArray<ReturnType<typeof demanding>>,
  declarations: ReadonlyArray<DeclarationContent>,
) => compileEngine({ requirements: rows, asOf: DAY, profiles, declarations });

test("verdicts of a profile and of a declaration are places in the list of verdicts", () => {
  const engine = engineOf(
    [demanding({}, { IAC: 1 }), demanding({}, { IAC: 2 })],
    [
      stating({}, { "CR 1.1": "met", "CR 1.2": "not-met" }),
      stating({}, { "CR 1.1": "met-with-countermeasure" }),
    ],
  );
  expect([...verdictsOfProfile(engine, 0)]).toEqual([0, 1]);
  expect([...verdictsOfProfile(engine, 1)]).toEqual([3, 2]);
  expect([...verdictsOfDeclaration(engine, 1)]).toEqual([1, 2]);
});

test("a demand that many share is evaluated once per thing that is said to it", () => {
  const engine = engineOf(
    [demanding({ signedUpdates: true }), demanding({ signedUpdates: true, patchDaysHigh: 30 })],
    [stating({ signedUpdates: true }), stating({ signedUpdates: false }), stating({ signedUpdates: true })],
  );
  const column = engine.facts.columns.find(({ check }) => check.id === "updates-are-signed");
  expect(column?.atomByKey.size).toBe(1);
  expect(column?.users).toEqual([2, 1]);
});

test("an edit of a declaration leaves those alone that said the same", () => {
  const engine = engineOf(
    [demanding({ signedUpdates: true })],
    [stating({ signedUpdates: true }), stating({ signedUpdates: true }), stating({ signedUpdates: true })],
  );
  replaceDeclaration(engine, 0, stating({ signedUpdates: false }));
  expect([...verdictsOfProfile(engine, 0)]).toEqual([3, 0, 0]);
  replaceDeclaration(engine, 0, stating({}));
  replaceDeclaration(engine, 1, stating({ signedUpdates: false }));
  expect([...verdictsOfProfile(engine, 0)]).toEqual([2, 3, 0]);
  replaceProfile(engine, 0, demanding({ signedUpdates: true, patchDaysHigh: 30 }));
  expect([...verdictsOfProfile(engine, 0)]).toEqual([2, 3, 2]);
});

test("objects show what is said now", () => {
  const engine = engineOf([demanding({ signedUpdates: true })], [stating({ signedUpdates: false })]);
  const objects = () => findingObjects(engine, packProfile(engine, 0), 0, 0, 0);
  expect(objects()).toMatchObject([
    { checkId: "updates-are-signed", severity: "gap", expected: true, actual: false },
  ]);
  expect(objects()[0]).toBe(objects()[0]);
  replaceDeclaration(engine, 0, stating({}));
  expect(objects()).toMatchObject([{ severity: "open", actual: null }]);
});

test("objects of rows and levels say what is asked and what is there", () => {
  const claimed = { IAC: 2, UC: 0, SI: 0, DC: 0, RDF: 0, TRE: 0, RA: 0 } as const;
  const content = aContent(
    { "CR 1.1": "met", "CR 1.2": { value: "not-applicable" } },
    { claimedSlCapability: claimed },
  );
  const engine = engineOf([demanding({}, { IAC: 2, SI: 3 })], [content]);
  expect(
    findingObjects(engine, packProfile(engine, 0), 0, 0, 0).map(({ code: _, ...object }) => object),
  ).toEqual([
    {
      checkId: "not-applicable-has-a-reason",
      severity: "gap",
      expected: 2,
      actual: "not-applicable-without-reason",
    },
    { checkId: "requirement-is-answered", severity: "open", expected: 3, actual: "unanswered" },
    { checkId: "capability-meets-target", severity: "gap", expected: 2, actual: 1 },
    { checkId: "claimed-level-is-computed", severity: "gap", expected: 2, actual: 2 },
    { checkId: "capability-meets-target", severity: "open", expected: 3, actual: 2 },
  ]);
});

test("more than one finding of one demand are told apart by their order", () => {
  const engine = engineOf(
    [demanding({ patchDaysCritical: 10, patchDaysHigh: 30 })],
    [stating({ patchDaysCritical: 90 }), stating({ patchDaysHigh: 90 }), stating({ patchDaysCritical: 5 })],
  );
  const packed = packProfile(engine, 0);
  const severities = [0, 1, 2].map((number) =>
    findingObjects(engine, packed, number, 0, number).map(({ severity }) => severity),
  );
  expect(severities).toEqual([["gap", "open"], ["open", "gap"], ["open"]]);
  replaceDeclaration(engine, 0, stating({ patchDaysCritical: 5, patchDaysHigh: 5 }));
  expect(packProfile(engine, 0, packed).ends).toEqual(Int32Array.of(0, 2, 3));
});

test("a demand that nobody has any more gives its place to the next", () => {
  const engine = engineOf([demanding({ patchDaysHigh: 30 })], [stating({ patchDaysHigh: 40 })]);
  const atoms = engine.facts.atoms.length;
  replaceProfile(engine, 0, demanding({ patchDaysHigh: 50 }));
  expect(verdictAt(engine, 0, 0)).toBe("conforms");
  for (const days of [20, 30, 60, 30]) replaceProfile(engine, 0, demanding({ patchDaysHigh: days }));
  expect(verdictAt(engine, 0, 0)).toBe("does-not-conform");
  expect(engine.facts.atoms).toHaveLength(atoms + 1);
});

test("a profile of another catalogue and more rows than bits are refused", () => {
  const others = aProfile({ slTarget: {}, rows: [aRow("CR 1.1")] });
  expect(() => engineOf([others], [])).toThrow(RangeError);
  const tooMany = Array.from({ length: 129 }, (_, number) => aRow(`CR 1.${number}`));
  expect(() => compileEngine({ requirements: tooMany, asOf: DAY, profiles: [], declarations: [] })).toThrow(
    RangeError,
  );
});

test("a place that nobody holds is refused", () => {
  const engine = engineOf([demanding({})], [stating({})]);
  expect(() => replaceDeclaration(engine, 1, stating({}))).toThrow(RangeError);
  expect(() => replaceProfile(engine, 1, demanding({}))).toThrow(RangeError);
  expect(() => verdictAt(engine, 1, 0)).toThrow(RangeError);
});

/** Finds one gap per letter that is demanded. */
const letters: FactCheck = factCheck<string, string | null>({
  id: "letters-are-there",
  clauses: [],
  demandOf: () => null,
  subjectOf: ({ facts }) => facts.product ?? null,
  evaluate: (demanded, stated) =>
    [...demanded]
      .filter((letter) => !stated?.includes(letter))
      .map((letter) => ({
        ...{ about: letter, outcome: "does-not-conform", foundationalRequirement: null, requirementIds: [] },
        ...{ expected: SAID, declared: SAID, reason: SAID, waysToClose: [] },
      })),
}) as FactCheck;
const SAID = { key: "", params: {} };

test("atoms stand side by side however many words they fill", () => {
  const table = factTable([letters], DAY, [aContent({}, { facts: { product: "a" } }), aContent()]);
  const [column] = table.columns;
  if (!column) throw new Error("there is one check");
  const numbers = Array.from({ length: 70 }, (_, number) =>
    takeAtom(table, { column, key: `${number}`, demand: number % 2 === 0 ? "a" : "b" }),
  );
  expect(numbers).toEqual(Array.from({ length: 70 }, (_, number) => number));
  expect(table.width).toBe(3);
  const low = (place: number) => Array.from({ length: 3 }, (_, word) => table.planes[(place * 3 + word) * 3]);
  expect(low(0)).toEqual([0xaaaaaaaa | 0, 0xaaaaaaaa | 0, 0b101010]);
  expect(low(1)).toEqual([-1, -1, 0b111111]);
  replaceSubjects(table, 1, aContent({}, { facts: { product: "ab" } }));
  expect(low(1)).toEqual([0, 0, 0]);
});

test("more declarations than sixteen bits can count keep their own words", () => {
  const [silent, a] = [aContent(), aContent({}, { facts: { product: "a" } })];
  const table = factTable([letters], DAY, [...Array.from({ length: 0x10000 }, () => silent), a]);
  const [column] = table.columns;
  expect(column?.speakers).toEqual([0, 0x10000]);
  expect(column?.subjectAt[0x10000]).toBe(1);
  expect(column?.subjectAt).toBeInstanceOf(Uint32Array);
});

test("there are only as many demands as there are codes", () => {
  const table = factTable([letters], DAY, []);
  const [column] = table.columns;
  if (!column) throw new Error("there is one check");
  for (let number = 0; number < ATOM_CAPACITY; number += 1)
    takeAtom(table, { column, key: `${number}`, demand: "" });
  expect(() => takeAtom(table, { column, key: "one more", demand: "" })).toThrow(RangeError);
  releaseAtom(table, 7);
  expect(takeAtom(table, { column, key: "one more", demand: "" })).toBe(7);
});

test("words are read bit by bit", () => {
  expect(bitsOf([0b101, 1 << 31])).toEqual([0, 2, 63]);
  expect(lowestBit(0b1000)).toBe(3);
  expect(at(Int32Array.of(7), 0)).toBe(7);
  expect(at(Int32Array.of(7), 1)).toBe(0);
  expect(() => held(undefined)).toThrow(RangeError);
});
