import type { Answers, DeclarationContent } from "../declaration/declaration";
import { fingerprintOf } from "../shared/fingerprint";
import type { IsoDate } from "../shared/iso-date";
import type { Assessment, Judgement, RequirementProfile } from "./assessment";
import { compareWithTarget, computeCapability } from "./capability";
import { runCheck } from "./check";
import { CHECKS } from "./checks";
import { compileRequirements, inOrder } from "./compiled-requirements";
import { RULE_SET_VERSION } from "./rule-set-version";
import { verdictOf } from "./verdict";

/**
 * Checks one declaration against one requirement profile on one day (product.md §4). Pure: the same content
 * gives the same bytes, in whatever order answers, requirements and component types arrive. Answers to rows
 * that the profile does not know or that do not apply decide nothing; they are in the fingerprint all the same,
 * because they are part of what was declared.
 */
export function assess(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  asOf: IsoDate,
): Assessment {
  const declared = normalise(declaration);
  return {
    ...judgeNormalised(profile, declared, asOf),
    fingerprint: fingerprintOf(contentOf(profile, declared, asOf)),
  };
}

/** `assess` without the fingerprint, which costs most of its time: for matrices and for checking while typing. */
export function judge(
  profile: RequirementProfile,
  declaration: DeclarationContent,
  asOf: IsoDate,
): Judgement {
  return judgeNormalised(profile, normalise(declaration), asOf);
}

function judgeNormalised(
  profile: RequirementProfile,
  declared: DeclarationContent,
  asOf: IsoDate,
): Judgement {
  const capability = computeCapability(profile.requirements, declared);
  const results = compareWithTarget(profile, declared, capability);
  const context = { profile, declaration: declared, capability, results, asOf };
  const findings = CHECKS.flatMap((check) => runCheck(check, context));
  const { verdict, decidedBy } = verdictOf(findings);
  return {
    asOf,
    componentTypes: declared.componentTypes,
    slTarget: profile.slTarget,
    slCapability: capability,
    results,
    findings,
    verdict,
    decidedBy,
    catalogueVersion: profile.catalogueVersion,
    ruleSetVersion: RULE_SET_VERSION,
  };
}

/** Everything an assessment rests on, in one form: its fingerprint is the SHA-256 of this as canonical JSON. */
export function judgedContent(profile: RequirementProfile, declaration: DeclarationContent, asOf: IsoDate) {
  return contentOf(profile, normalise(declaration), asOf);
}

function contentOf(profile: RequirementProfile, declared: DeclarationContent, asOf: IsoDate) {
  return {
    profile: {
      slTarget: profile.slTarget,
      requirements: compileRequirements(profile.requirements).canonical,
    },
    declaration: declared,
    catalogueVersion: profile.catalogueVersion,
    ruleSetVersion: RULE_SET_VERSION,
    asOf,
  };
}

/** One form per content: each type once and in order, no empty notes, nothing else. Canonical JSON sorts the rest. */
function normalise({ componentTypes, answers, claimedSlCapability }: DeclarationContent): DeclarationContent {
  const normalised: Answers = {};
  for (const [id, answer] of Object.entries(answers)) {
    const note = (answer.note ?? "").trim();
    normalised[id] = note === "" ? { value: answer.value } : { value: answer.value, note };
  }
  return { componentTypes: inOrder(componentTypes), answers: normalised, claimedSlCapability };
}
