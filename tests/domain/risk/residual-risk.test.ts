import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RISK_MATRIX } from "~/catalogue/risk";
import { residualRisk } from "~/domain/risk/residual-risk";
import { newRiskAssessment, type Rating, type ThreatRating } from "~/domain/risk/risk-assessment";
import { anAssessment, anyMatrix } from "./arbitraries";

type Rated = { likelihood: Rating | null; residual: Rating | null; consequence?: Rating };

function assessmentOf(rated: ReadonlyArray<Rated>) {
  const threats = rated.map(
    ({ likelihood, residual, consequence }, place): ThreatRating => ({
      id: `t${place}`,
      threatId: null,
      name: `Threat ${place}`,
      foundationalRequirements: ["SI"],
      consequence: null,
      likelihood,
      residualLikelihood: residual,
      residualConsequence: consequence,
      reason: "",
    }),
  );
  return {
    ...newRiskAssessment(0),
    consequence: { patientSafety: 4 as const, careContinuity: 2 as const, data: 1 as const },
    threats,
  };
}

// The worst consequence is 4 and 5 is tolerable.
const SCENARIOS: ReadonlyArray<{
  name: string;
  rated: ReadonlyArray<Rated>;
  worst: number | null;
  above: ReadonlyArray<string>;
  open: ReadonlyArray<string>;
}> = [
  { name: "no threats", rated: [], worst: null, above: [], open: [] },
  {
    name: "countermeasures bring it down",
    rated: [{ likelihood: 4, residual: 1 }],
    worst: 4,
    above: [],
    open: [],
  },
  {
    name: "countermeasures do not suffice",
    rated: [{ likelihood: 4, residual: 2 }],
    worst: 8,
    above: ["t0"],
    open: [],
  },
  {
    name: "nobody has said what they do",
    rated: [{ likelihood: 4, residual: null }],
    worst: null,
    above: [],
    open: ["t0"],
  },
  {
    name: "tolerable from the start needs no second rating",
    rated: [{ likelihood: 1, residual: null }],
    worst: 4,
    above: [],
    open: [],
  },
  {
    name: "countermeasures never make it more likely",
    rated: [{ likelihood: 2, residual: 5 }],
    worst: 8,
    above: ["t0"],
    open: [],
  },
  {
    name: "countermeasures make the harm less, the likelihood stays",
    rated: [{ likelihood: 4, residual: null, consequence: 1 }],
    worst: 4,
    above: [],
    open: [],
  },
  {
    name: "both are rated again",
    rated: [{ likelihood: 4, residual: 2, consequence: 3 }],
    worst: 6,
    above: ["t0"],
    open: [],
  },
  {
    name: "countermeasures never make the harm worse",
    rated: [{ likelihood: 4, residual: 1, consequence: 5 }],
    worst: 4,
    above: [],
    open: [],
  },
  {
    name: "what is not rated at all is not among the risks",
    rated: [
      { likelihood: null, residual: 1 },
      { likelihood: 5, residual: 1 },
    ],
    worst: 4,
    above: [],
    open: [],
  },
];
test.each(SCENARIOS)("$name", ({ rated, worst, above, open }) => {
  const residual = residualRisk(assessmentOf(rated), DEFAULT_RISK_MATRIX);
  expect(residual.worst).toBe(worst);
  expect(residual.aboveTolerable.map(({ threat }) => threat.id)).toEqual(above);
  expect(residual.open.map(({ threat }) => threat.id)).toEqual(open);
});

test("what is left is never more than what was there, and every threat is either fine, above or open", () => {
  fc.assert(
    fc.property(anAssessment, anyMatrix, (assessment, matrix) => {
      const { threats, aboveTolerable, open, tolerableRisk } = residualRisk(assessment, matrix);
      for (const { risk, residualRisk: rest, isTolerable } of threats) {
        expect(rest ?? risk).toBeLessThanOrEqual(risk);
        if (isTolerable) expect(rest ?? risk).toBeLessThanOrEqual(tolerableRisk);
      }
      const fine = threats.filter(({ isTolerable }) => isTolerable);
      expect(fine.length + aboveTolerable.length + open.length).toBe(threats.length);
    }),
  );
});
