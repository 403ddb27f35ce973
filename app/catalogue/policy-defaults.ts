import type { PolicyLayer } from "~/domain/policy/policy";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { deepFreeze } from "./freeze";
import defaults from "./policy-defaults.json";

type PolicyDefaults = {
  /** Where all of it comes from, and how sure it is. */
  basis: string;
  confidence: Confidence;
  baseline: PolicyLayer;
  /** By id of the reference zone type: what it says otherwise, and why. */
  types: Readonly<Record<string, { basis: string; policy: PolicyLayer }>>;
};

// TypeScript reads the members of JSON as plain strings; tests/catalogue checks the file against the schema.
const DEFAULTS = deepFreeze(defaults as unknown as PolicyDefaults);

/** What every zone starts from. */
export const POLICY_BASELINE: PolicyLayer = DEFAULTS.baseline;
/** What each reference zone type suggests over the baseline, by its id. */
export const REFERENCE_POLICIES: Readonly<Record<string, PolicyLayer>> = deepFreeze(
  Object.fromEntries(Object.entries(DEFAULTS.types).map(([type, { policy }]) => [type, policy])),
);

export type PolicyBasis = { general: string; ofType: string | null; confidence: Confidence };

/** Why the defaults of a reference type are what they are: the project's own judgement, and marked as such. */
export function policyBasisOf(referenceType: string | null): PolicyBasis {
  const { basis: general, confidence, types } = DEFAULTS;
  const ofType = referenceType === null ? null : (types[referenceType]?.basis ?? null);
  return { general, ofType, confidence };
}
