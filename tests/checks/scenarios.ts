import { expect, test } from "vitest";
import { sentence } from "~/cli/sentence";
import { judge } from "~/domain/assessment/assess";
import type {
  AcceptedCountermeasure,
  Finding,
  FindingOutcome,
  ProfileRequirement,
  Severity,
} from "~/domain/assessment/assessment";
import { type Check, runCheck } from "~/domain/assessment/check";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { aContent, aProfile, type GivenAnswers, type GivenLevels, levels } from "../domain/assessment/rows";
import { expectPlainWords } from "./fact-scenarios";

const AS_OF = "2026-11-21";

export type Scenario = {
  name: string;
  given: {
    slTarget: GivenLevels;
    rows: ReadonlyArray<ProfileRequirement>;
    answers?: GivenAnswers;
    componentTypes?: Array<ComponentType>;
    claimed?: GivenLevels;
    facts?: ProductFacts;
    countermeasures?: ReadonlyArray<AcceptedCountermeasure>;
  };
  /** Findings in their order; what is not listed must have nothing to say. */
  expect: ReadonlyArray<{
    about: string;
    outcome: FindingOutcome;
    severity?: Severity;
    rows?: ReadonlyArray<string>;
    area?: FoundationalRequirement | null;
    /** English sentences. */
    reason?: string;
    expected?: string;
    declared?: string;
    /** `supplier: …`, `hospital: …` */
    close?: ReadonlyArray<string>;
  }>;
};

/** One table per check: the name is the rule in words. */
export function scenarios(check: Check, table: ReadonlyArray<Scenario>): void {
  test.each(table)("$name", ({ given, expect: expected }) => {
    const findings = findingsOf(check, given);
    const listed = new Set(expected.map(({ about }) => `${check.id}:${about}`));
    const others = findings.filter(({ id, severity }) => !listed.has(id) && severity !== "none");
    expect(others).toEqual([]);
    expect(findings.filter(({ id }) => listed.has(id)).map(({ id }) => id)).toEqual([...listed]);
    for (const { about, ...rest } of expected) {
      const finding = findings.find(({ id }) => id === `${check.id}:${about}`);
      expect(finding && shapeOf(finding, rest)).toEqual(rest);
    }
    for (const finding of findings) expectPlainWords(finding);
  });
}

export function findingsOf(check: Check, given: Scenario["given"]): ReadonlyArray<Finding> {
  const { slTarget, rows, answers = {}, componentTypes = ["embedded-device"], claimed, facts = {} } = given;
  const declaration = aContent(answers, {
    componentTypes,
    claimedSlCapability: claimed ? levels(claimed) : null,
    facts,
  });
  const profile = aProfile({ slTarget, rows, countermeasures: given.countermeasures ?? [] });
  const { slCapability: capability, results } = judge(profile, declaration, AS_OF);
  return runCheck(check, { profile, declaration, capability, results, asOf: AS_OF });
}

function shapeOf(finding: Finding, wanted: object) {
  const shape = {
    outcome: finding.outcome,
    severity: finding.severity,
    rows: finding.requirementIds,
    area: finding.foundationalRequirement,
    reason: sentence(finding.reason),
    expected: sentence(finding.expected),
    declared: sentence(finding.declared),
    close: finding.waysToClose.map(({ by, message }) => `${by}: ${sentence(message)}`),
  };
  return Object.fromEntries(Object.entries(shape).filter(([name]) => name in wanted));
}
