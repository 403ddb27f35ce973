import type { ProfileRequirement, RequirementProfile } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import type { Answer, Answers, AnswerValue, DeclarationContent } from "~/domain/declaration/declaration";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
  type SlVector,
  vectorOf,
} from "~/domain/security-level/security-level";

export type GivenAnswers = Readonly<Record<string, AnswerValue | Answer>>;
export type GivenLevels = Readonly<Partial<Record<FoundationalRequirement, SecurityLevel>>>;

/** A row of level 1 for every component type; `CR 3.4` belongs to the third foundational requirement. */
export function aRow(id: string, overrides: Partial<ProfileRequirement> = {}): ProfileRequirement {
  const chapter = Number(/ (\d)\./.exec(id)?.[1] ?? 1);
  return {
    id,
    foundationalRequirement: FOUNDATIONAL_REQUIREMENTS[chapter - 1] ?? "IAC",
    appliesTo: [...COMPONENT_TYPES],
    minSl: 1,
    ...overrides,
  };
}

/** Levels that are not given are 0. */
export function levels(given: GivenLevels): SlVector {
  return vectorOf((fr) => given[fr] ?? 0);
}

export function aProfile({
  slTarget,
  rows,
  ...others
}: { slTarget: GivenLevels; rows: ReadonlyArray<ProfileRequirement> } & Partial<
  Omit<RequirementProfile, "slTarget">
>): RequirementProfile {
  return requirementProfile({
    slTarget: levels(slTarget),
    requirements: rows,
    catalogueVersion: "test",
    ...others,
  });
}

export function aContent(
  answers: GivenAnswers = {},
  overrides: Partial<DeclarationContent> = {},
): DeclarationContent {
  return {
    componentTypes: ["embedded-device"],
    answers: toAnswers(answers),
    claimedSlCapability: null,
    facts: {},
    evidence: [],
    ...overrides,
  };
}

export function toAnswers(answers: GivenAnswers): Answers {
  const entries = Object.entries(answers).map(([id, answer]) => [
    id,
    typeof answer === "string" ? { value: answer } : answer,
  ]);
  return Object.fromEntries(entries);
}
