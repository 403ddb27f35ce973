import { type PolicyBasis, policyBasisOf } from "~/catalogue/policy-defaults";
import { policyLayersOf } from "~/catalogue/zone-profile";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import type { EvidenceStrength } from "~/domain/declaration/evidence";
import { isSameEntry, type LayerEntry, layerChanges } from "~/domain/policy/layer-changes";
import {
  type EvidenceLadder,
  POLICY_LEVELS,
  type Policy,
  type PolicyLayer,
  type PolicyLevel,
  type PolicyValue,
  resolvePolicy,
} from "~/domain/policy/policy";
import { POLICY_KEYS, type PolicyKey } from "~/domain/policy/policy-rules";
import { type SlVector, toLevels } from "~/domain/security-level/security-level";
import type { Zone } from "~/domain/zone-model/zone-model";

export type PolicyRow = {
  key: PolicyKey;
  value: PolicyValue | null;
  from: PolicyLevel | null;
  /** What more general levels say otherwise, the most specific first. */
  overridden: ReadonlyArray<{ from: PolicyLevel; entry: LayerEntry }>;
};

export type ZonePolicy = { rows: ReadonlyArray<PolicyRow>; policy: Policy; basis: PolicyBasis };

type PolicyZone = Pick<Zone, "referenceType" | "policy">;

/** What holds for a zone, rule by rule, with where it comes from. */
export function zonePolicyOf(zone: PolicyZone, organisationPolicy: PolicyLayer): ZonePolicy {
  const layers = policyLayersOf(zone, organisationPolicy);
  const { policy, origins } = resolvePolicy(layers);
  const rows = POLICY_KEYS.map((key) => {
    const from = origins[key];
    const moreGeneral = from === null ? [] : POLICY_LEVELS.slice(0, POLICY_LEVELS.indexOf(from));
    const overridden = moreGeneral
      .toReversed()
      .map((level) => ({ from: level, entry: layers[level][key] }))
      .filter(({ entry }) => entry !== undefined && !isSameEntry(key, entry, policy[key]));
    return { key, value: policy[key], from, overridden };
  });
  return { rows, policy, basis: policyBasisOf(zone.referenceType) };
}

/** What a zone would demand without values of its own; null = no rule. */
export function inheritedPolicyOf(zone: PolicyZone, organisationPolicy: PolicyLayer): Policy {
  return resolvePolicy(policyLayersOf({ ...zone, policy: {} }, organisationPolicy)).policy;
}

/** Values of the draft that suppliers are not held to yet. */
export function pendingChanges(held: PolicyLayer, draft: PolicyLayer): ReadonlyArray<PolicyKey> {
  return layerChanges(held, draft).map(({ key }) => key);
}

type DemandedEvidence = { key: PolicyKey; strength: EvidenceStrength; ladder: EvidenceLadder | null };

/** How strong evidence must be at the highest level of the target. */
export function evidenceOf(
  slTarget: SlVector,
  {
    capabilityEvidence,
    developmentEvidence,
  }: Pick<RequirementProfile["policy"], "capabilityEvidence" | "developmentEvidence">,
): { level: number; rows: ReadonlyArray<DemandedEvidence> } {
  const level = Math.max(...toLevels(slTarget));
  const rowOf = (key: PolicyKey, ladder: EvidenceLadder | null): DemandedEvidence => ({
    key,
    strength: ladder?.[level - 1] ?? "none",
    ladder,
  });
  return {
    level,
    rows: [
      rowOf("capabilityEvidence", capabilityEvidence),
      rowOf("developmentEvidence", developmentEvidence),
    ],
  };
}
