import fc from "fast-check";
import type { ProfileRequirement, RequirementProfile } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { ANSWER_VALUES, type Answer, type DeclarationContent } from "~/domain/declaration/declaration";
import {
  DEFAULT_CREDENTIALS,
  LOGGED_EVENTS,
  MALWARE_PROTECTIONS,
  TIME_SOURCES,
} from "~/domain/declaration/fact-values";
import type { ProductFacts } from "~/domain/declaration/facts";
import { NO_POLICY, type PolicyLayer } from "~/domain/policy/policy";
import { COMPONENT_TYPES } from "~/domain/requirement/component-requirement";
import { fromLevels, SECURITY_LEVELS, type SlVector } from "~/domain/security-level/security-level";
import { aRow } from "../rows";

export const DAY = "2026-11-21";

const level = fc.constantFrom(...SECURITY_LEVELS);
export const vectors: fc.Arbitrary<SlVector> = fc
  .array(level, { minLength: 7, maxLength: 7 })
  .map((list) => fromLevels(list));

const types = fc.subarray([...COMPONENT_TYPES], { minLength: 1 });
const answers: fc.Arbitrary<Answer> = fc.record({
  value: fc.constantFrom(...ANSWER_VALUES),
  note: fc.constantFrom("", "because"),
});

const rows: fc.Arbitrary<ReadonlyArray<ProfileRequirement>> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 })), {
    selector: String,
    minLength: 1,
    maxLength: 16,
  })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map(([chapter, number]) =>
        fc
          .record({
            minSl: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
            appliesTo: types,
          })
          .map((overrides) => aRow(`CR ${chapter}.${number}`, overrides)),
      ),
    ),
  );

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Facts that several checks read, each stated or not. */
const facts: fc.Arbitrary<ProductFacts> = fc
  .record({
    signedUpdates: perhaps(fc.boolean()),
    hardeningGuide: perhaps(fc.boolean()),
    individualAccounts: perhaps(fc.boolean()),
    loggedEvents: perhaps(fc.subarray([...LOGGED_EVENTS])),
    timeSources: perhaps(fc.subarray([...TIME_SOURCES])),
    defaultCredentials: perhaps(fc.constantFrom(...DEFAULT_CREDENTIALS)),
    malwareProtection: perhaps(fc.constantFrom(...MALWARE_PROTECTIONS)),
    patchDaysCritical: perhaps(fc.integer({ min: 0, max: 200 })),
    supportEndsOn: perhaps(fc.constantFrom("2026-01-31", "2028-06-30", "2040-12-31")),
  })
  .map(withoutAbsent);

const policies: fc.Arbitrary<PolicyLayer> = fc
  .record({
    signedUpdates: perhaps(fc.constant(true)),
    hardeningGuide: perhaps(fc.constant(true)),
    individualAccounts: perhaps(fc.constant(true)),
    loggedEvents: perhaps(fc.subarray([...LOGGED_EVENTS])),
    timeSources: perhaps(fc.subarray([...TIME_SOURCES])),
    defaultCredentials: perhaps(fc.constant(["none" as const, "forced-change" as const])),
    malwareProtection: perhaps(fc.constant(["included" as const])),
    patchDaysCritical: perhaps(fc.constant(30)),
    plannedServiceYears: perhaps(fc.constantFrom(0, 8)),
    capabilityEvidence: perhaps(fc.constant(["none", "declared", "third-party", "accredited"] as const)),
  })
  .map(withoutAbsent);

function withoutAbsent<Members extends object>(members: Members): Members {
  // Only members that are undefined go, which the type of optional members allows.
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members;
}

export type Case = { profile: RequirementProfile; declaration: DeclarationContent };

/** One zone, and a product that answers some of its rows and states some facts. */
export const cases: fc.Arbitrary<Case> = rows.chain((requirements) =>
  fc
    .record({
      slTarget: vectors,
      policy: policies,
      compensated: fc.subarray(requirements.map(({ id }) => id)),
      declaration: fc.record({
        componentTypes: types,
        answers: fc
          .tuple(...requirements.map(() => fc.option(answers, { freq: 4 })))
          .map((list) => toAnswers(requirements, list)),
        claimedSlCapability: fc.option(vectors),
        facts,
        evidence: fc.constant<DeclarationContent["evidence"]>([]),
      }),
    })
    .map(({ slTarget, policy, compensated, declaration }) => ({
      profile: aZoneProfile(requirements, slTarget, policy, compensated),
      declaration,
    })),
);

function aZoneProfile(
  requirements: ReadonlyArray<ProfileRequirement>,
  slTarget: SlVector,
  policy: PolicyLayer,
  compensated: ReadonlyArray<string>,
): RequirementProfile {
  return requirementProfile({
    slTarget,
    requirements,
    catalogueVersion: "test",
    policy: { ...NO_POLICY, ...policy },
    countermeasures:
      compensated.length === 0
        ? []
        : [{ id: "c1", title: "Gateway", requirementIds: compensated, acceptedOn: DAY, expiresOn: null }],
  });
}

function toAnswers(requirements: ReadonlyArray<{ id: string }>, list: ReadonlyArray<Answer | null>) {
  const given = requirements.flatMap(({ id }, place) => {
    const answer = list[place];
    return answer ? [[id, answer] as const] : [];
  });
  return Object.fromEntries(given);
}
