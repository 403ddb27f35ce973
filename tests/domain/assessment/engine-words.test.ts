import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import { computeCapability } from "~/domain/assessment/capability";
import { compileEngine, replaceDeclaration, replaceProfile } from "~/domain/assessment/engine/engine";
import { type FindingObject, findingObjects } from "~/domain/assessment/engine/finding-objects";
import { openFindingsAt } from "~/domain/assessment/engine/open-findings";
import { packDeclaration, packProfile } from "~/domain/assessment/engine/pack-findings";
import { rowLayout } from "~/domain/assessment/engine/row-layout";
import { verdictAt } from "~/domain/assessment/engine/verdicts";
import { VERDICTS } from "~/domain/assessment/verdict";
import type { Answer, DeclarationContent } from "~/domain/declaration/declaration";
import { ROWS_THAT_MAY_GIVE_WAY } from "~/domain/declaration/essential-function";
import { NO_POLICY } from "~/domain/policy/policy";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, vectorOf } from "~/domain/security-level/security-level";
import { aContent, aProfile } from "./rows";

/** The real rows stand in several words of bits: one at each end of each word, and one of every area. */
const DAY = "2026-11-21";
const { rows } = rowLayout(COMPONENT_REQUIREMENTS);
const ENDS = [...new Set([0, 31, 32, 63, 64, 95, 96, rows.length - 1])].filter((bit) => bit < rows.length);
const AREAS = FOUNDATIONAL_REQUIREMENTS.map((fr) =>
  rows.findIndex((row) => row.foundationalRequirement === fr),
);
const CARE = rows.findIndex(({ id }) => ROWS_THAT_MAY_GIVE_WAY.includes(id));
const CHOSEN = [...new Set([...ENDS, ...AREAS, CARE])].map((bit) => rows[bit] ?? rows[0]);

type Way = Pick<FindingObject, "checkId" | "severity" | "actual"> & {
  name: string;
  answer: Answer | undefined;
  isInLedger?: boolean;
  isCare?: boolean;
};
const WAYS: ReadonlyArray<Way> = [
  {
    ...{ name: "is not met", answer: { value: "not-met" } },
    ...{ checkId: "capability-meets-target", severity: "gap", actual: "not-met" },
  },
  {
    ...{ name: "does not apply, and nobody says why", answer: { value: "not-applicable" } },
    ...{
      ...{ checkId: "not-applicable-has-a-reason", severity: "gap" },
      actual: "not-applicable-without-reason",
    },
  },
  {
    ...{ name: "is not answered", answer: undefined },
    ...{ checkId: "requirement-is-answered", severity: "open", actual: "unanswered" },
  },
  {
    ...{ name: "is made up for", answer: { value: "not-met" }, isInLedger: true },
    ...{ checkId: "gap-is-compensated", severity: "condition", actual: "compensated" },
  },
  {
    ...{ name: "leans on a countermeasure", answer: { value: "met-with-countermeasure" } },
    ...{ checkId: "countermeasure-is-described", severity: "condition", actual: "needs-countermeasure" },
  },
  {
    ...{ name: "gives way to care", answer: { value: "not-met" }, isCare: true },
    ...{ checkId: "essential-function-is-kept", severity: "condition", actual: "gives-way-to-care" },
  },
];
const MET = Object.fromEntries(rows.map(({ id }) => [id, { value: "met" as const }]));

function saying(id: string, { answer, isCare }: Way): DeclarationContent {
  const { [id]: _left, ...others } = MET;
  const essentialFunction = {
    ...{ functions: "Ventilation", reason: "Care goes on", compensation: "Guarded room" },
    requirementIds: [id],
  };
  return aContent(answer ? { ...others, [id]: answer } : others, {
    componentTypes: [...COMPONENT_TYPES],
    ...(isCare && { facts: { essentialFunction } }),
  });
}

test.each(WAYS)(
  "a row that $name is found in whatever word it stands, as a number and as an object",
  (way) => {
    const chosen = CHOSEN.flatMap((row) =>
      row && (!way.isCare || ROWS_THAT_MAY_GIVE_WAY.includes(row.id)) ? [row] : [],
    );
    expect(chosen.length).toBeGreaterThan(0);
    const inPlace = {
      ...{ id: "guards", title: "Guards", acceptedOn: "2026-01-01", expiresOn: null },
      requirementIds: chosen.map(({ id }) => id),
    };
    const four = Object.fromEntries(FOUNDATIONAL_REQUIREMENTS.map((fr) => [fr, 4 as const]));
    const profile = aProfile({
      ...{ slTarget: four, rows: COMPONENT_REQUIREMENTS },
      countermeasures: way.isInLedger ? [inPlace] : [],
    });
    const declarations = chosen.map(({ id }) => saying(id, way));
    const engine = compileEngine({
      ...{ requirements: COMPONENT_REQUIREMENTS, asOf: DAY, profiles: [profile], declarations },
    });
    const ofProfile = packProfile(engine, 0);
    for (const [place, content] of declarations.entries()) {
      const row = chosen[place];
      const { verdict, findings } = judge(profile, content, DAY);
      expect(verdictAt(engine, 0, place)).toBe(verdict);
      const open = findings.filter(({ severity }) => severity !== "none" && severity !== "note");
      expect(openFindingsAt(engine, 0, place).map(({ id }) => id)).toEqual(open.map(({ id }) => id));

      const objects = findingObjects(engine, ofProfile, place, 0, place);
      const { checkId, severity, actual } = way;
      expect(objects).toContainEqual(
        expect.objectContaining({ checkId, severity, actual, expected: row?.minSl }),
      );
      const area = row?.foundationalRequirement ?? "IAC";
      const native = computeCapability(COMPONENT_REQUIREMENTS, content).native[area];
      expect(objects.filter(({ expected }) => expected === 4)).toContainEqual(
        expect.objectContaining({ checkId: "capability-meets-target", expected: 4, actual: native }),
      );
      expect(findingObjects(engine, packDeclaration(engine, place), 0, 0, place)).toEqual(objects);
    }
  },
);

test("a claim above what is computed says the claimed level of that declaration", () => {
  const claimedSlCapability = vectorOf(() => 4);
  const [row] = rows;
  const none = saying("none of them", { ...(WAYS[0] as Way) });
  const short = saying(row?.id ?? "", WAYS[0] as Way);
  const declarations = [none, { ...short, claimedSlCapability }];
  const profile = aProfile({ slTarget: { IAC: 4 }, rows: COMPONENT_REQUIREMENTS });
  const engine = compileEngine({
    ...{ requirements: COMPONENT_REQUIREMENTS, asOf: DAY, profiles: [profile], declarations },
  });
  const objects = findingObjects(engine, packProfile(engine, 0), 1, 0, 1);
  expect(objects).toContainEqual(
    expect.objectContaining({ checkId: "claimed-level-is-computed", expected: 4, actual: 4 }),
  );
});

test("more demands than a word has bits are told apart, also after edits", () => {
  const limits = Array.from({ length: 70 }, (_, days) => days + 1);
  const stated: Array<number | null> = [null, 0, 31, 32, 33, 64, 65, 90];
  const within = (days: number) =>
    aProfile({ slTarget: {}, rows: [], policy: { ...NO_POLICY, patchDaysHigh: days } });
  const patchedIn = (days: number | null) =>
    aContent({}, { facts: days === null ? {} : { patchDaysHigh: days } });
  const engine = compileEngine({
    ...{ requirements: [], asOf: DAY },
    ...{ profiles: limits.map(within), declarations: stated.map(patchedIn) },
  });
  const expectAll = () => {
    const ofDeclarations = stated.map((_, place) => packDeclaration(engine, place));
    const found = limits.map((_limit, number) => {
      const ofProfile = packProfile(engine, number);
      return stated.map((_days, place) => ({
        verdicts: [
          verdictAt(engine, number, place),
          VERDICTS[ofProfile.verdicts[place] ?? -1],
          VERDICTS[ofDeclarations[place]?.verdicts[number] ?? -1],
        ],
        demands: findingObjects(engine, ofProfile, place, number, place).map(({ expected }) => expected),
        open: openFindingsAt(engine, number, place).length,
      }));
    });
    const wanted = limits.map((limit) =>
      stated.map((days) => {
        const verdict = days === null ? "incomplete" : days > limit ? "does-not-conform" : "conforms";
        const demands = verdict === "conforms" ? [] : [{ critical: null, high: limit }];
        return { verdicts: [verdict, verdict, verdict], demands, open: demands.length };
      }),
    );
    expect(found).toEqual(wanted);
  };
  expectAll();
  for (const [place, days] of [
    [0, 40],
    [6, null],
    [7, 2],
  ] as const) {
    stated[place] = days;
    replaceDeclaration(engine, place, patchedIn(days));
  }
  for (const [number, days] of [
    [0, 71],
    [33, 72],
    [69, 5],
  ] as const) {
    limits[number] = days;
    replaceProfile(engine, number, within(days));
  }
  expectAll();
});
