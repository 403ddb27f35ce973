import { POLICY_KEYS, type PolicyKey } from "../../policy/policy-rules";
import type { SlVector } from "../../security-level/security-level";
import { canonicalJson } from "../../shared/canonical-json";
import type {
  AcceptedCountermeasure,
  Finding,
  Judgement,
  PermittedChannel,
  RequirementProfile,
  Verdict,
} from "../assessment";
import { type AssessmentDifference, type Change, differenceOfAssessments } from "../needs-review";

export type WhatChanged = {
  verdict: Change<Verdict>;
  slTarget: Change<SlVector>;
  slCapability: Change<Judgement["slCapability"]>;
  difference: AssessmentDifference;
  findings: {
    added: ReadonlyArray<Finding>;
    removed: ReadonlyArray<Finding>;
    changed: ReadonlyArray<Change<Finding>>;
  };
};

/** What became of the result, with the findings themselves; `difference` is the same that asks for a new review. */
export function whatChanged(before: Judgement, after: Judgement): WhatChanged {
  const difference = differenceOfAssessments(before, after);
  const findingIn = ({ findings }: Judgement, id: string) => findings.filter((finding) => finding.id === id);
  return {
    verdict: { before: before.verdict, after: after.verdict },
    slTarget: { before: before.slTarget, after: after.slTarget },
    slCapability: { before: before.slCapability, after: after.slCapability },
    difference,
    findings: {
      added: difference.newFindings.flatMap((id) => findingIn(after, id)),
      removed: difference.droppedFindings.flatMap((id) => findingIn(before, id)),
      changed: difference.changedFindings.flatMap((id) =>
        findingIn(before, id).flatMap((old) =>
          findingIn(after, id).map((fresh) => ({ before: old, after: fresh })),
        ),
      ),
    },
  };
}

type Sides<Entry> = { added: ReadonlyArray<Entry>; removed: ReadonlyArray<Entry> };

export type DemandDifference = {
  /** Rules of the policy whose value differs. */
  policy: ReadonlyArray<PolicyKey>;
  /** What conduits permit; null where one side does not know. */
  channels: Sides<PermittedChannel> | null;
  countermeasures: Sides<AcceptedCountermeasure>;
};

/** What a zone asks otherwise besides its target, which {@link whatChanged} tells. */
export function whatIsAskedOtherwise(
  before: RequirementProfile,
  after: RequirementProfile,
): DemandDifference {
  return {
    policy: POLICY_KEYS.filter((key) => !isSame(before.policy[key], after.policy[key])),
    channels:
      before.channels === null || after.channels === null
        ? null
        : sidesOf(before.channels, after.channels, canonicalJson),
    countermeasures: sidesOf(before.countermeasures, after.countermeasures, canonicalJson),
  };
}

function sidesOf<Entry>(
  before: ReadonlyArray<Entry>,
  after: ReadonlyArray<Entry>,
  keyOf: (entry: Entry) => string,
): Sides<Entry> {
  const [old, fresh] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    added: after.filter((entry) => !old.has(keyOf(entry))),
    removed: before.filter((entry) => !fresh.has(keyOf(entry))),
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
