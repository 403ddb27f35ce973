import { expect, test } from "vitest";
import { REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import {
  DEFAULT_RISK_MATRIX,
  isUsualInZone,
  isUsualOnConduit,
  MATRIX_BASIS,
  OFFERED_THREATS,
  THREAT_BASIS,
} from "~/catalogue/risk";
import threats from "~/catalogue/threats.json";
import { deriveTarget } from "~/domain/risk/derive-target";
import { newRiskAssessment, ThreatRatingSchema } from "~/domain/risk/risk-assessment";
import { fallingCells, RiskMatrixSchema } from "~/domain/risk/risk-matrix";
import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

test("about twenty threats, each with an id, words, and a reason per foundational requirement", () => {
  expect(OFFERED_THREATS.length).toBeGreaterThanOrEqual(20);
  expect(new Set(OFFERED_THREATS.map(({ id }) => id)).size).toBe(OFFERED_THREATS.length);
  for (const { id, name, description, foundationalRequirements } of OFFERED_THREATS) {
    const against = FOUNDATIONAL_REQUIREMENTS.filter((fr) => foundationalRequirements[fr]);
    expect(Object.keys(foundationalRequirements), id).toEqual(against);
    for (const reason of Object.values(foundationalRequirements))
      expect(reason.length, id).toBeGreaterThan(15);
    expect(description.length, id).toBeGreaterThan(40);
    const rated = { id, threatId: id, name, foundationalRequirements: against };
    const unrated = { consequence: null, likelihood: null, residualLikelihood: null, reason: "" };
    expect(ThreatRatingSchema.safeParse({ ...rated, ...unrated }).success, id).toBe(true);
  }
});

test("threats name kinds of zones that exist, and every kind inside the hospital has some", () => {
  const types = REFERENCE_ZONE_TYPES.map(({ id }) => id);
  for (const { id, zoneTypes, conduits } of OFFERED_THREATS) {
    expect(
      zoneTypes.filter((type) => !types.includes(type)),
      id,
    ).toEqual([]);
    for (const mark of conduits)
      expect(["any", "wireless", "remote-access", "temporary"], id).toContain(mark);
  }
  for (const { id } of REFERENCE_ZONE_TYPES.filter(({ suggestedSlTarget }) => suggestedSlTarget))
    expect(OFFERED_THREATS.filter((threat) => isUsualInZone(threat, id)).length, id).toBeGreaterThanOrEqual(
      3,
    );
});

test("every foundational requirement has threats that it works against", () => {
  for (const fr of FOUNDATIONAL_REQUIREMENTS)
    expect(
      OFFERED_THREATS.filter((threat) => threat.foundationalRequirements[fr]).length,
      fr,
    ).toBeGreaterThanOrEqual(5);
});

test("a conduit is offered what its marks ask for", () => {
  const plain = { wireless: false, remoteAccess: false, temporary: false };
  const usual = (marks: typeof plain) =>
    OFFERED_THREATS.filter((threat) => isUsualOnConduit(threat, marks)).map(({ id }) => id);
  expect(usual(plain)).not.toContain("rogue-wireless");
  expect(usual({ ...plain, wireless: true })).toContain("rogue-wireless");
  expect(usual({ ...plain, remoteAccess: true })).toContain("stolen-supplier-credentials");
  expect(usual({ ...plain, temporary: true })).toContain("portable-media");
});

test("nothing is usual in a zone of a kind of its own", () => {
  expect(OFFERED_THREATS.filter((threat) => isUsualInZone(threat, null))).toEqual([]);
});

test("the default matrix is one of the schema, rises, and reaches every level", () => {
  expect(RiskMatrixSchema.parse(DEFAULT_RISK_MATRIX)).toEqual(DEFAULT_RISK_MATRIX);
  expect(fallingCells(DEFAULT_RISK_MATRIX.risk)).toEqual([]);
  const levels = new Set(
    ([1, 2, 3, 4, 5] as const).flatMap((likelihood) =>
      ([1, 2, 3, 4, 5] as const).map((worst) => {
        const consequence = { patientSafety: worst, careContinuity: worst, data: worst };
        const threat = {
          ...{ id: "t", threatId: null, name: "T", foundationalRequirements: ["SI" as const] },
          ...{ consequence: null, likelihood, residualLikelihood: null, reason: "" },
        };
        return deriveTarget({ ...newRiskAssessment(0), consequence, threats: [threat] }, DEFAULT_RISK_MATRIX)
          .vector.SI;
      }),
    ),
  );
  expect([...levels].sort()).toEqual([0, 1, 2, 3, 4]);
});

test("both say that they are this project's own suggestion, unverified", () => {
  for (const { basis, confidence } of [THREAT_BASIS, MATRIX_BASIS]) {
    expect(basis).toMatch(/^Our own /);
    expect(confidence).toBe("recalled");
  }
  expect(Object.keys(threats)).toEqual(["basis", "confidence", "threats"]);
});
