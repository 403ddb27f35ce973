import fc from "fast-check";
import { expect, test } from "vitest";
import { achievedLevel } from "~/domain/assessment/achieved-level";
import { judge } from "~/domain/assessment/assess";
import type { AcceptedCountermeasure } from "~/domain/assessment/assessment";
import { ANSWER_VALUES, type Answers } from "~/domain/declaration/declaration";
import { flatVector, reaches, vectorOf } from "~/domain/security-level/security-level";
import { aContent, aProfile, aRow, type GivenAnswers } from "./rows";

const DAY = "2026-11-21";
const ROWS = ["CR 1.1", "CR 1.2", "CR 2.1", "CR 3.1", "CR 7.1"].map((id, place) =>
  aRow(id, { minSl: place % 2 === 0 ? 1 : 2 }),
);

function resultsOf(answers: GivenAnswers, countermeasures: ReadonlyArray<AcceptedCountermeasure> = []) {
  const profile = aProfile({ slTarget: { IAC: 2, UC: 2 }, rows: ROWS, countermeasures });
  return judge(profile, aContent(answers), DAY).results;
}

function offsetting(...requirementIds: ReadonlyArray<string>): AcceptedCountermeasure {
  return { id: "wall", title: "Wall", requirementIds, acceptedOn: "2026-01-01", expiresOn: null };
}

const ALL_MET = Object.fromEntries(ROWS.map(({ id }) => [id, "met" as const]));

test("without a device nothing is known of a zone", () => {
  expect(achievedLevel([])).toEqual({ vector: null, alone: null, known: 0, unknown: 0 });
});

test("devices of which nothing is known are counted and lower nothing", () => {
  expect(achievedLevel([null, null])).toEqual({ vector: null, alone: null, known: 0, unknown: 2 });
  expect(achievedLevel([null, resultsOf(ALL_MET)])).toEqual({
    vector: flatVector(4),
    alone: flatVector(4),
    known: 1,
    unknown: 1,
  });
});

test("area by area the weakest device decides", () => {
  const weakInUse = resultsOf({ ...ALL_MET, "CR 2.1": "not-met" });
  const weakInSecondLevel = resultsOf({ ...ALL_MET, "CR 1.2": "not-met" });
  expect(achievedLevel([weakInUse, resultsOf(ALL_MET), weakInSecondLevel]).vector).toEqual({
    ...flatVector(4),
    IAC: 1,
    UC: 0,
  });
});

test("an accepted countermeasure raises what a device brings into the zone, also above the target", () => {
  const answers: GivenAnswers = { ...ALL_MET, "CR 2.1": "not-met", "CR 7.1": "met-with-countermeasure" };
  expect(achievedLevel([resultsOf(answers)]).vector).toEqual({ ...flatVector(4), UC: 0, RA: 0 });
  const madeUpFor = achievedLevel([resultsOf(answers, [offsetting("CR 2.1", "CR 7.1")])]);
  expect(madeUpFor.vector).toEqual(flatVector(4));
  expect(madeUpFor.alone).toEqual({ ...flatVector(4), UC: 0, RA: 0 });
});

test("an area without a result achieves nothing", () => {
  expect(achievedLevel([[]]).vector).toEqual(vectorOf(() => 0));
});

const answersOfDevice = fc
  .tuple(...ROWS.map(() => fc.option(fc.constantFrom(...ANSWER_VALUES))))
  .map((values): Answers => {
    const given = values.flatMap((value, place) =>
      value === null ? [] : [[ROWS[place]?.id ?? "", { value }] as const],
    );
    return Object.fromEntries(given);
  });
const devices = fc.array(answersOfDevice, { minLength: 1, maxLength: 4 });
const ledger = fc
  .array(fc.subarray(ROWS.map(({ id }) => id)), { maxLength: 3 })
  .map((all) =>
    all.map((requirementIds, place) => ({ ...offsetting(...requirementIds), id: `wall-${place}` })),
  );

test("adding an accepted countermeasure never lowers SL-A", () => {
  fc.assert(
    fc.property(devices, ledger, fc.subarray(ROWS.map(({ id }) => id)), (given, standing, more) => {
      const levelWith = (all: ReadonlyArray<AcceptedCountermeasure>) =>
        achievedLevel(given.map((answers) => resultsOf(answers, all))).vector ?? flatVector(0);
      const added = [...standing, { ...offsetting(...more), id: "added" }];
      expect(reaches(levelWith(added), levelWith(standing))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("adding a device never raises SL-A, whatever is known of it", () => {
  fc.assert(
    fc.property(devices, fc.option(answersOfDevice), ledger, (given, other, standing) => {
      const before = given.map((answers) => resultsOf(answers, standing));
      const after = [...before, other && resultsOf(other, standing)];
      const [level, raised] = [achievedLevel(before).vector, achievedLevel(after).vector];
      expect(level && raised && reaches(level, raised)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
