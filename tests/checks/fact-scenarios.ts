import { expect, test } from "vitest";
import { sentence } from "~/cli/sentence";
import { judge } from "~/domain/assessment/assess";
import type { Finding, FindingOutcome, RequirementProfile, Severity } from "~/domain/assessment/assessment";
import { type Check, runCheck } from "~/domain/assessment/check";
import { normalise } from "~/domain/assessment/normal-form";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import { type PolicyLayer, PolicyLayerSchema, resolvePolicy } from "~/domain/policy/policy";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { aContent, aRow, type GivenAnswers, type GivenLevels, levels } from "../domain/assessment/rows";

export type FactScenario = {
  name: string;
  given: {
    policy?: PolicyLayer;
    facts?: ProductFacts;
    evidence?: ReadonlyArray<Evidence>;
    answers?: GivenAnswers;
    slTarget?: GivenLevels;
    content?: Partial<DeclarationContent>;
    profile?: Partial<RequirementProfile>;
    asOf?: string;
  };
  /** Every finding, in order. */
  expect: ReadonlyArray<{
    about: string;
    outcome: FindingOutcome;
    severity?: Severity;
    rows?: ReadonlyArray<string>;
    area?: FoundationalRequirement | null;
    evidence?: ReadonlyArray<string>;
    /** English sentences. */
    reason?: string;
    expected?: string;
    declared?: string;
    /** `supplier: …`, `hospital: …` */
    close?: ReadonlyArray<string>;
  }>;
};

/** One table per fact check: the name is the rule in words. Given facts and policies pass their schemas. */
export function factScenarios(check: Check, table: ReadonlyArray<FactScenario>): void {
  test.each(table)("$name", ({ given, expect: expected }) => {
    const findings = findingsOf(check, given);
    expect(findings.map(({ id }) => id)).toEqual(expected.map(({ about }) => `${check.id}:${about}`));
    for (const [place, { about, ...rest }] of expected.entries()) {
      const finding = findings[place];
      expect(finding && shapeOf(finding, rest), about).toEqual(rest);
    }
    for (const finding of findings) expectPlainWords(finding);
  });
}

function findingsOf(check: Check, given: FactScenario["given"]): ReadonlyArray<Finding> {
  const { policy = {}, facts = {}, evidence = [], answers = {}, slTarget = {}, asOf = "2026-11-21" } = given;
  const none = { "reference-type": {}, organisation: {} };
  const profile = requirementProfile({
    slTarget: levels(slTarget),
    requirements: Object.keys(answers).map((id) => aRow(id)),
    catalogueVersion: "test",
    policy: resolvePolicy({ ...none, zone: PolicyLayerSchema.parse(policy) }).policy,
    ...given.profile,
  });
  const declaration = normalise(
    aContent(answers, { facts: ProductFactsSchema.parse(facts), evidence: [...evidence], ...given.content }),
  );
  const { slCapability: capability, results } = judge(profile, declaration, asOf);
  return runCheck(check, { profile, declaration, capability, results, asOf });
}

function shapeOf(finding: Finding, wanted: object) {
  const shape = {
    outcome: finding.outcome,
    severity: finding.severity,
    rows: finding.requirementIds,
    area: finding.foundationalRequirement,
    evidence: finding.evidenceIds,
    reason: sentence(finding.reason),
    expected: sentence(finding.expected),
    declared: sentence(finding.declared),
    close: finding.waysToClose.map(({ by, message }) => `${by}: ${sentence(message)}`),
  };
  return Object.fromEntries(Object.entries(shape).filter(([name]) => name in wanted));
}

/** No key without words, no parameter left over; whatever is open says how to close it. */
export function expectPlainWords(finding: Finding): void {
  const ways = finding.waysToClose.map((way) => way.message);
  for (const message of [finding.expected, finding.declared, finding.reason, ...ways]) {
    const text = sentence(message);
    expect(text).not.toContain(finding.checkId);
    expect(text).not.toMatch(/\{\{|\$t\(|undefined|null|facts:/);
    expect(text.length).toBeGreaterThan(3);
  }
  if (finding.severity !== "none" && finding.severity !== "note") expect(ways.length).toBeGreaterThan(0);
}
