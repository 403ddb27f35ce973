import fc from "fast-check";
import { EVIDENCE_STRENGTHS } from "~/domain/declaration/evidence";
import { canonicalLayer } from "~/domain/policy/layer-changes";
import type { PolicyLayer } from "~/domain/policy/policy";
import { POLICY_KEYS, POLICY_RULES, type PolicyKey } from "~/domain/policy/policy-rules";

function entryOf(key: PolicyKey): fc.Arbitrary<unknown> {
  const rule = POLICY_RULES[key];
  switch (rule.kind) {
    case "flag":
      return fc.boolean();
    case "number":
      return fc.integer({ min: rule.min, max: rule.max });
    case "choice":
      return fc.shuffledSubarray<string>([...rule.values]);
    case "one-of":
      return fc.constantFrom(...rule.values);
    case "ladder":
      return fc
        .array(fc.constantFrom(...EVIDENCE_STRENGTHS), { minLength: 4, maxLength: 4 })
        .map((steps) =>
          steps.toSorted((a, b) => EVIDENCE_STRENGTHS.indexOf(a) - EVIDENCE_STRENGTHS.indexOf(b)),
        );
  }
}

/** Any layer that the schema takes: values, rules switched off, and silence. */
export const layers: fc.Arbitrary<PolicyLayer> = fc.record(
  Object.fromEntries(POLICY_KEYS.map((key) => [key, fc.option(entryOf(key), { nil: null })])),
  { requiredKeys: [] },
  // Each member was made from its rule.
) as fc.Arbitrary<PolicyLayer>;

/** The same with choices in the order of their lists, as layers are stored. */
export const storedLayers = layers.map(canonicalLayer);
