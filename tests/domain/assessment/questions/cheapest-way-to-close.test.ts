import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import {
  type ClosingStep,
  cheapestOf,
  cheapestWayToClose,
  isAdmitted,
  type WayOut,
} from "~/domain/assessment/questions/cheapest-way-to-close";
import { isAboutRows } from "~/domain/assessment/questions/finding-topics";
import { verdictOf } from "~/domain/assessment/verdict";
import type { Answers, DeclarationContent } from "~/domain/declaration/declaration";
import { NO_POLICY, type PolicyLayer } from "~/domain/policy/policy";
import { declarationContent, profile as everyProfile } from "../../../builders/arbitraries";
import { aContent, aProfile, aRow, type GivenAnswers, type GivenLevels } from "../rows";
import { cases, DAY } from "./cases";

const ROWS = [
  aRow("CR 1.1"),
  aRow("CR 1.2"),
  aRow("CR 1.3", { minSl: 2 }),
  aRow("CR 2.1"),
  aRow("CR 2.2", { minSl: 3 }),
  aRow("CR 3.1", { minSl: 2 }),
];
const zone = (slTarget: GivenLevels, policy = {}) =>
  aProfile({ slTarget, rows: ROWS, policy: { ...NO_POLICY, ...policy } });
type Others = Partial<DeclarationContent> & { policy?: PolicyLayer };
const ask = (slTarget: GivenLevels, answers: GivenAnswers, { policy = {}, ...others }: Others = {}) =>
  cheapestWayToClose(zone(slTarget, policy), aContent(answers, others), DAY);

function wayBy(by: WayOut["by"], ways: ReadonlyArray<WayOut>): WayOut {
  const way = ways.find((one) => one.by === by);
  if (!way) throw new Error(`there is no way by ${by}`);
  return way;
}
const spell = ({ steps }: WayOut) => steps.map(({ id, by, verdict }) => [id, by, verdict]);

test("where nothing is open there is nothing to close", () => {
  expect(ask({ IAC: 1 }, { "CR 1.1": "met", "CR 1.2": "met" })).toEqual({
    verdict: "conforms",
    ways: [],
    cheapest: null,
  });
  const leaning = { value: "met-with-countermeasure", note: "A gateway" } as const;
  expect(ask({ IAC: 1 }, { "CR 1.1": "met", "CR 1.2": leaning })).toMatchObject({
    verdict: "conforms-with-conditions",
    ways: [],
  });
});

test("the cheapest way is enough, has the fewest steps, and of equally many leads to the better verdict", () => {
  const step = (id: string): ClosingStep => ({
    id,
    by: "supplier",
    verdict: "incomplete",
    closes: { kind: "findings", findings: [] },
  });
  const way = (by: WayOut["by"], steps: number, verdict: WayOut["verdict"] = "conforms"): WayOut => ({
    by,
    steps: Array.from({ length: steps }, (_, number) => step(`step-${number}`)),
    verdict,
    isEnough: isAdmitted(verdict),
    left: [],
  });
  expect(cheapestOf([])).toBeNull();
  expect(cheapestOf([way("supplier", 1, "incomplete")])).toBeNull();
  expect(cheapestOf([way("supplier", 3), way("hospital", 2), way("together", 4)])).toBe("hospital");
  expect(cheapestOf([way("supplier", 1, "does-not-conform"), way("hospital", 2)])).toBe("hospital");
  expect(cheapestOf([way("supplier", 2, "conforms-with-conditions"), way("hospital", 2)])).toBe("hospital");
  expect(cheapestOf([way("supplier", 2), way("hospital", 2)])).toBe("supplier");
});

test("the supplier meets rows of the lowest level first, within a level the fewest first", () => {
  const { ways } = ask(
    { IAC: 2, UC: 1, SI: 2 },
    {
      "CR 1.1": "not-met",
      "CR 1.2": "not-met",
      "CR 1.3": "not-met",
      "CR 2.1": "not-met",
      "CR 3.1": "not-met",
    },
  );
  const way = wayBy("supplier", ways);
  expect(spell(way)).toEqual([
    ["meet:UC:1", "supplier", "does-not-conform"],
    ["meet:IAC:1", "supplier", "does-not-conform"],
    ["meet:IAC:2", "supplier", "does-not-conform"],
    ["meet:SI:2", "supplier", "conforms"],
  ]);
  expect(way.steps[1]?.closes).toEqual({
    kind: "meet",
    foundationalRequirement: "IAC",
    level: 1,
    requirementIds: ["CR 1.1", "CR 1.2"],
  });
  expect(way).toMatchObject({ verdict: "conforms", isEnough: true, left: [] });
});

test("rows above the target and rows that count are left alone", () => {
  const { ways } = ask({ UC: 2 }, { "CR 1.1": "not-met", "CR 2.1": "not-met", "CR 2.2": "not-met" });
  expect(wayBy("supplier", ways).steps.map(({ closes }) => closes)).toMatchObject([
    { requirementIds: ["CR 2.1"] },
  ]);
});

test("what is not met, not answered and not explained are three different things to do", () => {
  const { ways } = ask({ IAC: 1, UC: 1 }, { "CR 1.1": "not-met", "CR 1.2": "not-applicable" });
  expect(spell(wayBy("supplier", ways))).toEqual([
    ["meet:IAC:1", "supplier", "does-not-conform"],
    ["give-reason:IAC:1", "supplier", "incomplete"],
    ["answer:UC:1", "supplier", "conforms"],
  ]);
});

test("the hospital can make up for what is not met, and the product then conforms on that condition", () => {
  const { ways, cheapest } = ask({ IAC: 1 }, { "CR 1.1": "not-met", "CR 1.2": "not-met" });
  expect(spell(wayBy("hospital", ways))).toEqual([
    ["compensate:IAC:1", "hospital", "conforms-with-conditions"],
  ]);
  expect(ways.map(({ by, isEnough }) => [by, isEnough])).toEqual([
    ["supplier", true],
    ["hospital", true],
  ]);
  expect(cheapest).toBe("supplier");
});

test("nothing in the zone answers for the supplier: what only the supplier can do is left, and named", () => {
  const { ways, cheapest } = ask({ IAC: 1, UC: 1 }, { "CR 1.1": "not-met", "CR 1.2": "met" });
  const hospital = wayBy("hospital", ways);
  expect(hospital).toMatchObject({ verdict: "incomplete", isEnough: false });
  expect(hospital.left.map(({ id }) => id)).toEqual([
    "capability-meets-target:UC",
    "requirement-is-answered:UC",
  ]);
  expect(spell(wayBy("together", ways))).toEqual([
    ["compensate:IAC:1", "hospital", "incomplete"],
    ["answer:UC:1", "supplier", "conforms-with-conditions"],
  ]);
  expect(cheapest).toBe("supplier");
});

test("what is open besides rows comes after them, gaps before what is not known", () => {
  const policy = { hardeningGuide: true, signedUpdates: true };
  const { ways } = ask(
    { IAC: 1 },
    { "CR 1.1": "met", "CR 1.2": "not-met" },
    { policy, facts: { signedUpdates: false } },
  );
  const way = wayBy("supplier", ways);
  expect(spell(way)).toEqual([
    ["meet:IAC:1", "supplier", "does-not-conform"],
    ["findings:updates-are-signed:product", "supplier", "incomplete"],
    ["findings:product-is-hardened:hardening-guide", "supplier", "conforms"],
  ]);
  expect(way.steps[1]?.closes).toMatchObject({ kind: "findings", findings: [{ severity: "gap" }] });
});

test("what the hospital closes besides rows stays a condition", () => {
  const { ways } = ask({}, {}, { policy: { signedUpdates: true }, facts: { signedUpdates: false } });
  expect(spell(wayBy("hospital", ways))).toEqual([
    ["findings:updates-are-signed:product", "hospital", "conforms-with-conditions"],
  ]);
  expect(wayBy("supplier", ways).verdict).toBe("conforms");
});

test("where the kind of component is not known, saying it is one step", () => {
  const { ways, cheapest } = ask({ IAC: 1, UC: 2 }, {}, { componentTypes: [] });
  const way = wayBy("supplier", ways);
  expect(spell(way)).toEqual([["findings:capability-meets-target", "supplier", "conforms"]]);
  expect(way.steps[0]?.closes).toMatchObject({
    findings: [{ id: "capability-meets-target:IAC" }, { id: "capability-meets-target:UC" }],
  });
  expect(wayBy("hospital", ways).steps).toEqual([]);
  expect(cheapest).toBe("supplier");
});

/** The verdict once these steps are done: rows in the input, whatever else by taking its finding away. */
function verdictAfter(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  steps: ReadonlyArray<ClosingStep>,
) {
  const closed = new Set(
    steps.flatMap(({ closes }) => (closes.kind === "findings" ? closes.findings.map(({ id }) => id) : [])),
  );
  const rows = steps.flatMap(({ closes }) => (closes.kind === "findings" ? [] : [closes]));
  const countermeasures = rows
    .filter(({ kind }) => kind === "compensate")
    .map(({ requirementIds }, place) => ({
      ...{ id: `made-up-${place}`, title: "", requirementIds, acceptedOn: DAY, expiresOn: null },
    }));
  const met: Answers = Object.fromEntries(
    rows
      .filter(({ kind }) => kind !== "compensate")
      .flatMap(({ requirementIds }) => requirementIds.map((id) => [id, { value: "met" as const }])),
  );
  const { findings } = judge(
    { ...profile, countermeasures: [...profile.countermeasures, ...countermeasures] },
    { ...declaration, answers: { ...declaration.answers, ...met } },
    DAY,
  );
  return verdictOf(findings.filter(({ id }) => !closed.has(id))).verdict;
}

test("a way that is enough admits the product, and none of its steps can be left out", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      for (const { isEnough, steps } of cheapestWayToClose(profile, declaration, DAY).ways) {
        expect(isAdmitted(verdictAfter(profile, declaration, steps))).toBe(isEnough);
        if (!isEnough) continue;
        for (const left of steps) {
          const others = steps.filter((step) => step !== left);
          expect(isAdmitted(verdictAfter(profile, declaration, others)), left.id).toBe(false);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("there is a way that is enough wherever something is open, and none where nothing is", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const { verdict, ways, cheapest } = cheapestWayToClose(profile, declaration, DAY);
      expect(verdict).toBe(judge(profile, declaration, DAY).verdict);
      expect(cheapest === null).toBe(isAdmitted(verdict));
      expect(ways.length === 0).toBe(isAdmitted(verdict));
      const enough = ways.filter((way) => way.isEnough);
      const best = enough.find(({ by }) => by === cheapest);
      for (const way of enough) expect(best?.steps.length).toBeLessThanOrEqual(way.steps.length);
      for (const way of ways) expect(way.left.length === 0).toBe(way.isEnough);
    }),
    { numRuns: 100 },
  );
});

test("steps on rows come first, from the lowest level up, and name each missing row once", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const missing = judge(profile, declaration, DAY).results.flatMap((result) => result.missing);
      for (const { by, steps } of cheapestWayToClose(profile, declaration, DAY).ways) {
        const rows = steps.flatMap(({ closes }) => (closes.kind === "findings" ? [] : [closes]));
        expect(steps.slice(0, rows.length).every(({ closes }) => closes.kind !== "findings")).toBe(true);
        expect(rows.map(({ level }) => level)).toEqual(rows.map(({ level }) => level).toSorted());
        const named = rows.flatMap(({ requirementIds }) => requirementIds);
        const wanted = missing.filter(({ reason }) => by !== "hospital" || reason === "not-met");
        expect(named.toSorted()).toEqual(wanted.map(({ requirementId }) => requirementId).toSorted());
        const besides = steps.flatMap(({ closes }) => (closes.kind === "findings" ? closes.findings : []));
        expect(besides.some(isAboutRows)).toBe(false);
      }
    }),
    { numRuns: 100 },
  );
});

test("over everything that can be demanded and declared, a way that is enough needs each of its steps", () => {
  fc.assert(
    fc.property(everyProfile, declarationContent, (profile, declaration) => {
      for (const { isEnough, steps } of cheapestWayToClose(profile, declaration, DAY).ways) {
        expect(isAdmitted(verdictAfter(profile, declaration, steps))).toBe(isEnough);
        if (!isEnough) continue;
        for (const left of steps) {
          const others = steps.filter((step) => step !== left);
          expect(isAdmitted(verdictAfter(profile, declaration, others)), left.id).toBe(false);
        }
      }
    }),
    { numRuns: 25 },
  );
});
