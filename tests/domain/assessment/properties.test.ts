import fc from "fast-check";
import { expect, test } from "vitest";
import { assess } from "~/domain/assessment/assess";
import type { ProfileRequirement } from "~/domain/assessment/assessment";
import { computeCapability } from "~/domain/assessment/capability";
import { differenceOfAssessments, needsReview } from "~/domain/assessment/needs-review";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { compareVerdicts } from "~/domain/assessment/verdict";
import { ANSWER_VALUES, type Answers, type DeclarationContent } from "~/domain/declaration/declaration";
import { COMPONENT_TYPES, selectRequired } from "~/domain/requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  fromLevels,
  reaches,
  type SlVector,
} from "~/domain/security-level/security-level";
import { aRow } from "./rows";

const DAY = "2026-11-21";
const level = fc.constantFrom(0, 1, 2, 3, 4);
const vector = fc
  .array(level, { minLength: 7, maxLength: 7 })
  .map((list) => fromLevels(list as Array<0 | 1 | 2 | 3 | 4>));
const types = fc.subarray([...COMPONENT_TYPES], { minLength: 1 });
const note = fc.constantFrom(undefined, "", "  ", "because");
const answer = fc.record({ value: fc.constantFrom(...ANSWER_VALUES), note });

const requirements = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 })), {
    selector: String,
    minLength: 1,
    maxLength: 25,
  })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map(([chapter, number]) =>
        fc
          .record({ minSl: fc.constantFrom(1, 2, 3, 4), appliesTo: types })
          .map(
            (overrides): ProfileRequirement =>
              aRow(`CR ${chapter}.${number}`, overrides as Partial<ProfileRequirement>),
          ),
      ),
    ),
  );

const cases = requirements.chain((rows) =>
  fc.record({
    rows: fc.constant(rows as ReadonlyArray<ProfileRequirement>),
    slTarget: vector,
    declaration: fc.record({
      componentTypes: types,
      answers: fc
        .tuple(...rows.map(() => fc.option(answer, { freq: 4 })))
        .map((list) => toAnswers(rows, list)),
      claimedSlCapability: fc.option(vector),
      facts: fc.constant({}),
      evidence: fc.constant<DeclarationContent["evidence"]>([]),
    }),
  }),
);
type Case = { rows: ReadonlyArray<ProfileRequirement>; slTarget: SlVector; declaration: DeclarationContent };

function toAnswers(
  rows: ReadonlyArray<{ id: string }>,
  list: ReadonlyArray<Answers[string] | null>,
): Answers {
  const given = rows.flatMap((row, index) => (list[index] ? [[row.id, list[index]] as const] : []));
  return Object.fromEntries(given);
}

function assessed({ rows, slTarget, declaration }: Case) {
  return assess(
    requirementProfile({ slTarget, requirements: rows, catalogueVersion: "test" }),
    declaration,
    DAY,
  );
}

function holds(property: (given: Case, pick: (count: number) => number) => void) {
  fc.assert(
    fc.property(cases, fc.nat(), (given, seed) => property(given, (count) => seed % Math.max(1, count))),
    { numRuns: 300 },
  );
}

test("raising any component of the target never improves a verdict", () => {
  holds((given, pick) => {
    const fr = FOUNDATIONAL_REQUIREMENTS[pick(7)] ?? "IAC";
    fc.pre(given.slTarget[fr] < 4);
    const raised = { ...given.slTarget, [fr]: given.slTarget[fr] + 1 };
    const before = assessed(given).verdict;
    expect(compareVerdicts(assessed({ ...given, slTarget: raised }).verdict, before)).toBeGreaterThanOrEqual(
      0,
    );
  });
});

test("turning an answer to met never worsens a verdict and never lowers a level", () => {
  holds((given, pick) => {
    const id = given.rows[pick(given.rows.length)]?.id ?? "";
    const answers = { ...given.declaration.answers, [id]: { value: "met" as const } };
    const before = assessed(given);
    const after = assessed({ ...given, declaration: { ...given.declaration, answers } });
    expect(compareVerdicts(after.verdict, before.verdict)).toBeLessThanOrEqual(0);
    expect(reaches(after.slCapability.native, before.slCapability.native)).toBe(true);
  });
});

test("no order of answers, requirements or component types ever matters", () => {
  holds((given, pick) => {
    const turn = <Value>(list: ReadonlyArray<Value>) => {
      const by = pick(list.length);
      return [...list.slice(by), ...list.slice(0, by)].reverse();
    };
    const { componentTypes, answers } = given.declaration;
    const turned = {
      ...given,
      rows: turn(given.rows).map((row) => ({ ...row, appliesTo: turn(row.appliesTo) })),
      declaration: {
        ...given.declaration,
        componentTypes: turn(componentTypes),
        answers: Object.fromEntries(turn(Object.entries(answers))),
      },
    };
    expect(JSON.stringify(assessed(turned))).toBe(JSON.stringify(assessed(given)));
  });
});

test("adding a component type never removes a required row and never raises a level", () => {
  holds((given, pick) => {
    const more = [...given.declaration.componentTypes, COMPONENT_TYPES[pick(4)] ?? "host-device"];
    const before = selectRequired(given.rows, given.slTarget, given.declaration.componentTypes);
    const after = selectRequired(given.rows, given.slTarget, more);
    expect(after).toEqual(expect.arrayContaining([...before]));
    const { native } = computeCapability(given.rows, { ...given.declaration, componentTypes: more });
    expect(reaches(computeCapability(given.rows, given.declaration).native, native)).toBe(true);
  });
});

test("countermeasures never lower a level", () => {
  holds(({ rows, declaration }) => {
    const { native, withCountermeasures } = computeCapability(rows, declaration);
    expect(reaches(withCountermeasures, native)).toBe(true);
  });
});

test("every verdict names a finding that caused it, and one that does not conform names rows", () => {
  holds((given) => {
    const { verdict, decidedBy, findings } = assessed(given);
    expect(decidedBy.length).toBeGreaterThan(0);
    const decisive = findings.filter((finding) => decidedBy.includes(finding.id));
    expect(decisive.every((finding) => finding.outcome === verdict)).toBe(true);
    if (verdict !== "conforms")
      expect(decisive.every((finding) => finding.requirementIds.length > 0)).toBe(true);
  });
});

test("meeting every row that decided changes a verdict that does not conform", () => {
  holds((given) => {
    const { verdict, decidedBy, findings } = assessed(given);
    fc.pre(verdict !== "conforms");
    const named = findings
      .filter((finding) => decidedBy.includes(finding.id))
      .flatMap((finding) => finding.requirementIds);
    const met = Object.fromEntries(named.map((id) => [id, { value: "met" as const }]));
    const answers = { ...given.declaration.answers, ...met };
    expect(assessed({ ...given, declaration: { ...given.declaration, answers } }).verdict).not.toBe(verdict);
  });
});

test("the verdict agrees with seven compared with seven", () => {
  holds((given) => {
    const { verdict, slCapability, slTarget } = assessed(given);
    expect(verdict === "conforms").toBe(reaches(slCapability.native, slTarget));
    if (verdict === "conforms-with-conditions")
      expect(reaches(slCapability.withCountermeasures, slTarget)).toBe(true);
    if (reaches(slCapability.withCountermeasures, slTarget))
      expect(["conforms", "conforms-with-conditions"]).toContain(verdict);
  });
});

test("an assessment is stable under a JSON round trip of its input", () => {
  holds((given) => {
    const copy: Case = JSON.parse(JSON.stringify(given));
    expect(JSON.stringify(assessed(copy))).toBe(JSON.stringify(assessed(given)));
  });
});

test("an assessment survives a JSON round trip of its own", () => {
  holds((given) => {
    const assessment = assessed(given);
    expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
  });
});

test("a difference is there exactly where the result differs", () => {
  fc.assert(
    fc.property(cases, vector, (given, otherTarget) => {
      const a = assessed(given);
      const b = assessed({ ...given, slTarget: otherTarget });
      expect(needsReview(a, a)).toBe(false);
      expect(needsReview(a, b)).toBe(JSON.stringify(a.results) !== JSON.stringify(b.results));
      expect(differenceOfAssessments(a, b).results.map((result) => result.foundationalRequirement)).toEqual(
        FOUNDATIONAL_REQUIREMENTS.filter(
          (fr) =>
            JSON.stringify(a.results.find((one) => one.foundationalRequirement === fr)) !==
            JSON.stringify(b.results.find((one) => one.foundationalRequirement === fr)),
        ),
      );
    }),
  );
});
