import { NO_POLICY } from "../policy/policy";
import { type ComponentType, selectRequired } from "../requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
} from "../security-level/security-level";
import type { ProfileRequirement, RequirementProfile } from "./assessment";

/** One catalogue gives many profiles; they share one frozen array, and with it everything compiled from it. */
const decidingParts = new WeakMap<ReadonlyArray<ProfileRequirement>, ReadonlyArray<ProfileRequirement>>();

/**
 * What a product must show to enter a zone with this target (product.md §3.1). Holds every row, also those
 * above the target, because the computed level of a product may exceed what the zone asks. Rows keep their
 * order and lose what does not decide (titles, provenance). `requirements` must not be changed afterwards.
 */
export function requirementProfile({
  slTarget,
  requirements,
  catalogueVersion,
  policy = NO_POLICY,
  channels = null,
  countermeasures = NONE,
  mds2Questions = NONE,
  milestones = NONE,
}: Pick<RequirementProfile, "slTarget" | "requirements" | "catalogueVersion"> &
  Partial<RequirementProfile>): RequirementProfile {
  return {
    slTarget,
    requirements: decidingPartOf(requirements),
    catalogueVersion,
    policy,
    channels,
    countermeasures,
    mds2Questions,
    milestones,
  };
}

const NONE: ReadonlyArray<never> = Object.freeze([]);

export type ProfileGroup = {
  foundationalRequirement: FoundationalRequirement;
  target: SecurityLevel;
  /** Rows demanded up to the target, in the profile's order. Empty where nothing is demanded. */
  rows: ReadonlyArray<ProfileRequirement>;
};

/** What the profile demands of the component types, for display: seven groups in the standard's order. */
export function profileRows(
  profile: RequirementProfile,
  componentTypes: ReadonlyArray<ComponentType>,
): ReadonlyArray<ProfileGroup> {
  const required = selectRequired(profile.requirements, profile.slTarget, componentTypes);
  return FOUNDATIONAL_REQUIREMENTS.map((fr) => ({
    foundationalRequirement: fr,
    target: profile.slTarget[fr],
    rows: required.filter((row) => row.foundationalRequirement === fr),
  }));
}

function decidingPartOf(requirements: ReadonlyArray<ProfileRequirement>): ReadonlyArray<ProfileRequirement> {
  const known = decidingParts.get(requirements);
  if (known) return known;
  const deciding = Object.freeze(
    requirements.map(({ id, foundationalRequirement, appliesTo, minSl }) =>
      Object.freeze({ id, foundationalRequirement, appliesTo, minSl }),
    ),
  );
  decidingParts.set(requirements, deciding);
  return deciding;
}
