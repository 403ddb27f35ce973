import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import {
  deriveTarget,
  LEVEL_FORMULA,
  levelOfRisk,
  riskFromWhich,
  untouchedRequirements,
} from "~/domain/risk/derive-target";
import { isRated, openRatings } from "~/domain/risk/open-ratings";
import {
  CONSEQUENCE_CATEGORIES,
  newRiskAssessment,
  type RiskAssessment,
  RiskAssessmentSchema,
  type ThreatRating,
} from "~/domain/risk/risk-assessment";
import { FOUNDATIONAL_REQUIREMENTS, reaches, toNotation } from "~/domain/security-level/security-level";
import { anAssessment, anyMatrix, raised } from "./arbitraries";

const matrix = DEFAULT_RISK_MATRIX;

function aThreat(overrides: Partial<ThreatRating> = {}): ThreatRating {
  return {
    id: "ransomware",
    threatId: null,
    name: "Ransomware",
    foundationalRequirements: ["SI", "RDF", "RA"],
    consequence: null,
    likelihood: 4,
    residualLikelihood: null,
    reason: "",
    ...overrides,
  };
}

function assessed(overrides: Partial<RiskAssessment> = {}): RiskAssessment {
  return {
    ...newRiskAssessment(0),
    consequence: { patientSafety: 5, careContinuity: 4, data: 3 },
    threats: [aThreat()],
    ...overrides,
  };
}

// risk, tolerable risk, level of min(4, floor(risk / tolerable - 0.25))
const FORMULA: ReadonlyArray<[number, number, number]> = [
  [1, 25, 0],
  [5, 5, 0],
  [6, 5, 0],
  [5, 4, 1],
  [7, 5, 1],
  [9, 4, 2],
  [11, 5, 1],
  [12, 5, 2],
  [13, 4, 3],
  [16, 5, 2],
  [17, 5, 3],
  [17, 4, 4],
  [20, 5, 3],
  [21, 5, 3],
  [22, 5, 4],
  [25, 5, 4],
  [25, 1, 4],
];
test.each(FORMULA)("a risk of %i where %i is tolerable asks for level %i", (risk, tolerable, level) => {
  expect(levelOfRisk(risk, tolerable)).toBe(level);
});

test("whole numbers give what the formula says, and the first risk of each level is known", () => {
  for (let tolerable = 1; tolerable <= 25; tolerable += 1)
    for (let risk = 1; risk <= 25; risk += 1) {
      const exact = Math.min(4, Math.max(0, Math.floor(Number((risk / tolerable - 0.25).toFixed(9)))));
      expect(levelOfRisk(risk, tolerable), `${risk} of ${tolerable}`).toBe(exact);
      for (const level of [1, 2, 3, 4] as const)
        expect(levelOfRisk(risk, tolerable) >= level).toBe(risk >= riskFromWhich(level, tolerable));
    }
});

test("the formula says that it is recalled", () => {
  expect(LEVEL_FORMULA.confidence).toBe("recalled");
});

const SCENARIOS: ReadonlyArray<{ name: string; assessment: RiskAssessment; vector: string }> = [
  { name: "nothing rated", assessment: newRiskAssessment(0), vector: "{0 0 0 0 0 0 0}" },
  {
    name: "threats without any consequence",
    assessment: assessed({ consequence: { patientSafety: null, careContinuity: null, data: null } }),
    vector: "{0 0 0 0 0 0 0}",
  },
  { name: "one threat: 5 × 4 = 20, four times tolerable", assessment: assessed(), vector: "{0 0 3 0 3 0 3}" },
  {
    name: "a threat that does less harm than the worst: 3 × 4 = 12",
    assessment: assessed({ threats: [aThreat({ consequence: 3 })] }),
    vector: "{0 0 2 0 2 0 2}",
  },
  {
    name: "a threat cannot do more harm than the worst of the element",
    assessment: assessed({
      consequence: { patientSafety: 2, careContinuity: 1, data: 1 },
      threats: [aThreat({ consequence: 5 })],
    }),
    vector: "{0 0 1 0 1 0 1}",
  },
  {
    name: "the worst of several threats decides, requirement by requirement",
    assessment: assessed({
      threats: [
        aThreat({ likelihood: 5 }),
        aThreat({ id: "lost", foundationalRequirements: ["IAC", "DC", "RA"], likelihood: 3, consequence: 3 }),
      ],
    }),
    vector: "{1 0 4 1 4 0 4}",
  },
  {
    name: "an unrated threat raises nothing",
    assessment: assessed({ threats: [aThreat({ likelihood: null })] }),
    vector: "{0 0 0 0 0 0 0}",
  },
  {
    name: "a hospital that lives with more here asks for less",
    assessment: assessed({ tolerableRisk: 10 }),
    vector: "{0 0 1 0 1 0 1}",
  },
];
test.each(SCENARIOS)("$name", ({ assessment, vector }) => {
  expect(toNotation(deriveTarget(assessment, matrix).vector)).toBe(vector);
});

test("each requirement names what drives it, or that nothing does", () => {
  const threats = [
    aThreat(),
    aThreat({ id: "worm", name: "Worm", foundationalRequirements: ["SI"] }),
    aThreat({ id: "lost", name: "Lost", foundationalRequirements: ["DC"], likelihood: null }),
    aThreat({ id: "small", name: "Small", foundationalRequirements: ["SI", "TRE"], likelihood: 1 }),
  ];
  const derived = deriveTarget(assessed({ threats }), matrix);
  const driversOf = (fr: "SI" | "TRE" | "DC") => derived.levels[fr].drivers.map(({ threat }) => threat.id);
  expect(driversOf("SI")).toEqual(["ransomware", "worm"]);
  expect(driversOf("TRE")).toEqual(["small"]);
  expect(derived.levels.TRE).toMatchObject({ level: 0, basis: "rated" });
  expect(derived.levels.DC).toMatchObject({ level: 0, basis: "unrated", drivers: [] });
  expect(untouchedRequirements(derived)).toEqual(["IAC", "UC"]);
  expect(derived.worstConsequence).toEqual({ rating: 5, categories: ["patientSafety"] });
  expect(derived.threats[0]).toMatchObject({ consequence: 5, likelihood: 4, risk: 20, reductionFactor: 4 });
});

test("what is open is named in the order of the steps", () => {
  expect(openRatings(newRiskAssessment(0))).toEqual([
    ...CONSEQUENCE_CATEGORIES.map((category) => ({ kind: "consequence", category })),
    { kind: "no-threats" },
  ]);
  const open = assessed({ threats: [aThreat({ likelihood: null })] });
  expect(openRatings(open)).toEqual([{ kind: "likelihood", threatId: "ransomware", name: "Ransomware" }]);
  expect(isRated(open)).toBe(false);
  expect(isRated(assessed())).toBe(true);
});

test("two threats with one id are refused", () => {
  const doubled = assessed({ threats: [aThreat(), aThreat({ name: "Again" })] });
  expect(RiskAssessmentSchema.safeParse(doubled).success).toBe(false);
  expect(RiskAssessmentSchema.parse(assessed())).toEqual(assessed());
});

test("raising a likelihood or a consequence never lowers a level", () => {
  fc.assert(
    fc.property(anAssessment, anyMatrix, fc.nat(5), (assessment, anyOf, place) => {
      const before = deriveTarget(assessment, anyOf).vector;
      const threats = assessment.threats.map((threat, at) =>
        at === place && threat.likelihood !== null
          ? { ...threat, likelihood: raised(threat.likelihood) }
          : threat,
      );
      expect(reaches(deriveTarget({ ...assessment, threats }, anyOf).vector, before)).toBe(true);
      const harmed = assessment.threats.map((threat, at) =>
        at === place && threat.consequence !== null
          ? { ...threat, consequence: raised(threat.consequence) }
          : threat,
      );
      expect(reaches(deriveTarget({ ...assessment, threats: harmed }, anyOf).vector, before)).toBe(true);
      for (const category of CONSEQUENCE_CATEGORIES) {
        const consequence = {
          ...assessment.consequence,
          [category]: raised(assessment.consequence[category] ?? 1),
        };
        expect(reaches(deriveTarget({ ...assessment, consequence }, anyOf).vector, before)).toBe(true);
      }
    }),
  );
});

test("living with more risk never raises a level", () => {
  fc.assert(
    fc.property(anAssessment, anyMatrix, fc.integer({ min: 0, max: 24 }), (assessment, anyOf, more) => {
      const tolerableRisk = Math.min(25, (assessment.tolerableRisk ?? anyOf.tolerableRisk) + more);
      const before = deriveTarget(assessment, anyOf).vector;
      expect(reaches(before, deriveTarget({ ...assessment, tolerableRisk }, anyOf).vector)).toBe(true);
      const matrixWithMore = { ...anyOf, tolerableRisk: Math.min(25, anyOf.tolerableRisk + more) };
      expect(reaches(before, deriveTarget(assessment, matrixWithMore).vector)).toBe(true);
    }),
  );
});

test("the order of threats does not matter, and another threat never lowers a level", () => {
  fc.assert(
    fc.property(anAssessment, anyMatrix, fc.nat(), (assessment, anyOf, turn) => {
      const { threats } = assessment;
      const by = threats.length === 0 ? 0 : turn % threats.length;
      const turned = [...threats.slice(by), ...threats.slice(0, by)];
      expect(deriveTarget({ ...assessment, threats: turned }, anyOf)).toEqual(
        deriveTarget(assessment, anyOf),
      );
      const fewer = deriveTarget({ ...assessment, threats: threats.slice(1) }, anyOf).vector;
      expect(reaches(deriveTarget(assessment, anyOf).vector, fewer)).toBe(true);
    }),
  );
});

test("a level is above 0 exactly where a driver asks for it", () => {
  fc.assert(
    fc.property(anAssessment, anyMatrix, (assessment, anyOf) => {
      const { levels, tolerableRisk } = deriveTarget(assessment, anyOf);
      for (const fr of FOUNDATIONAL_REQUIREMENTS) {
        const { level, drivers } = levels[fr];
        for (const driver of drivers) {
          expect(driver.level).toBe(level);
          expect(driver.threat.foundationalRequirements).toContain(fr);
          expect(level > 0).toBe(4 * driver.risk >= 5 * tolerableRisk);
        }
        if (level > 0) expect(drivers.length).toBeGreaterThan(0);
      }
    }),
  );
});
