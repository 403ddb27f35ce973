import type { RequirementProfile } from "~/domain/assessment/assessment";
import {
  type AskedZone,
  type ProfileKnowledge,
  policyLayers,
  protocolIdOf,
  zoneProfile,
} from "~/domain/assessment/zone-profile";
import type { PolicyLayer, PolicyLayers } from "~/domain/policy/policy";
import type { Zone } from "~/domain/zone-model/zone-model";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "./catalogue";
import { MDS2_QUESTIONS } from "./mds2-questions";
import { LEGAL_MILESTONES } from "./milestones";
import { POLICY_BASELINE, REFERENCE_POLICIES } from "./policy-defaults";
import { PROTOCOL_IDS } from "./zone-class";

/** What this catalogue brings into every profile. */
export const PROFILE_KNOWLEDGE: ProfileKnowledge = {
  requirements: COMPONENT_REQUIREMENTS,
  catalogueVersion: CATALOGUE_VERSION,
  mds2Questions: MDS2_QUESTIONS,
  milestones: LEGAL_MILESTONES,
  baseline: POLICY_BASELINE,
  referencePolicies: REFERENCE_POLICIES,
  protocolIds: PROTOCOL_IDS,
};

/** Everything a product must show to enter one zone, by the catalogue as it is now (product.md §3). */
export function profileOfZone(asked: AskedZone): RequirementProfile {
  return zoneProfile(PROFILE_KNOWLEDGE, asked);
}

/** The three levels at which a value can be set, most general first. */
export function policyLayersOf(
  zone: Pick<Zone, "referenceType" | "policy">,
  organisationPolicy: PolicyLayer,
): PolicyLayers {
  return policyLayers(PROFILE_KNOWLEDGE, zone, organisationPolicy);
}

/** The profile of the zone's class: what may cross to a supplier. No ledger, no word of the hospital's own. */
export function toClassProfile(profile: RequirementProfile): RequirementProfile {
  return {
    ...profile,
    countermeasures: [],
    channels:
      profile.channels?.map((channel) => ({
        ...channel,
        protocol: protocolIdOf(PROTOCOL_IDS, channel.protocol) ?? "",
      })) ?? null,
  };
}
