import type { DeclarationContent } from "../declaration/declaration";
import { fingerprintOf } from "../shared/fingerprint";
import type { IsoDate } from "../shared/iso-date";
import type { Assessment, Judgement, RequirementProfile } from "./assessment";
import { compareWithTarget, computeCapability } from "./capability";
import { runCheck } from "./check";
import { CHECKS } from "./checks";
import { canonicalProfile, normalise } from "./normal-form";
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
  const results = compareWithTarget(profile, declared, capability, asOf);
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
    profile: canonicalProfile(profile),
    declaration: declared,
    catalogueVersion: profile.catalogueVersion,
    ruleSetVersion: RULE_SET_VERSION,
    asOf,
  };
}
