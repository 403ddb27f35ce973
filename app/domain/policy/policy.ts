import { z } from "zod";
import { EVIDENCE_STRENGTHS, type EvidenceStrength } from "../declaration/evidence";
import type { VulnerabilitySeverity } from "../declaration/fact-values";
import { POLICY_KEYS, POLICY_RULES, type PolicyKey } from "./policy-rules";

type Rules = typeof POLICY_RULES;
/** Strength at SL 1, 2, 3, 4. */
export type EvidenceLadder = readonly [
  EvidenceStrength,
  EvidenceStrength,
  EvidenceStrength,
  EvidenceStrength,
];

type ValueOf<Rule> = Rule extends { kind: "flag" }
  ? boolean
  : Rule extends { kind: "number" }
    ? number
    : Rule extends { kind: "choice"; values: ReadonlyArray<infer Value> }
      ? ReadonlyArray<Value>
      : Rule extends { kind: "one-of" }
        ? VulnerabilitySeverity
        : EvidenceLadder;

export type PolicyValue<Key extends PolicyKey = PolicyKey> = ValueOf<Rules[Key]>;
/** What one level says: a value, null = no rule here, absent = whatever the level above says. */
export type PolicyLayer = { readonly [Key in PolicyKey]?: PolicyValue<Key> | null };
/** What holds for a zone; null = no rule. */
export type Policy = { readonly [Key in PolicyKey]: PolicyValue<Key> | null };

const Ladder = z
  .tuple([
    z.enum(EVIDENCE_STRENGTHS),
    z.enum(EVIDENCE_STRENGTHS),
    z.enum(EVIDENCE_STRENGTHS),
    z.enum(EVIDENCE_STRENGTHS),
  ])
  .refine(isRising, "ladder-falls");

function isRising(ladder: ReadonlyArray<EvidenceStrength>): boolean {
  return ladder.every((strength, place) => {
    const before = ladder[place - 1];
    return before === undefined || EVIDENCE_STRENGTHS.indexOf(before) <= EVIDENCE_STRENGTHS.indexOf(strength);
  });
}

/** The schema of one rule's value; a number within its range, a choice without repetition. */
export function policyValueSchema(key: PolicyKey) {
  const rule = POLICY_RULES[key];
  switch (rule.kind) {
    case "flag":
      return z.boolean();
    case "number":
      return z.int("whole-number").min(rule.min, "too-small").max(rule.max, "too-big");
    case "choice":
      return z
        .array(z.enum(rule.values))
        .max(rule.values.length)
        .refine((values) => new Set(values).size === values.length, "duplicate-value");
    case "one-of":
      return z.enum(rule.values);
    case "ladder":
      return Ladder;
  }
}

// The shape is built from the table, so zod cannot infer it; PolicyLayer says what it is.
export const PolicyLayerSchema = z
  .strictObject(Object.fromEntries(POLICY_KEYS.map((key) => [key, policyValueSchema(key).nullable()])))
  .partial() as unknown as z.ZodType<PolicyLayer, PolicyLayer>;

// Built from the table for the same reason.
export const NO_POLICY = Object.freeze(
  Object.fromEntries(POLICY_KEYS.map((key) => [key, null])),
) as unknown as Policy;

/** Where a value comes from, most general first (product.md §3). */
export const POLICY_LEVELS = ["reference-type", "organisation", "zone"] as const;
export type PolicyLevel = (typeof POLICY_LEVELS)[number];
export type PolicyLayers = Readonly<Record<PolicyLevel, PolicyLayer>>;

/** A value with its origin; `from` is null where no level says anything. */
export type ResolvedValue = { value: PolicyValue | null; from: PolicyLevel | null };
export type PolicyOrigins = Readonly<Record<PolicyKey, PolicyLevel | null>>;

/** What holds for a zone: the most specific level that says something decides, rule by rule. */
export function resolvePolicy(layers: PolicyLayers): { policy: Policy; origins: PolicyOrigins } {
  const values: Record<string, PolicyValue | null> = {};
  const origins: Record<string, PolicyLevel | null> = {};
  for (const key of POLICY_KEYS) {
    const from = POLICY_LEVELS.findLast((level) => layers[level][key] !== undefined) ?? null;
    origins[key] = from;
    values[key] = from === null ? null : canonicalValue(key, layers[from][key] ?? null);
  }
  // Both were filled for every key of the table.
  return { policy: values as unknown as Policy, origins: origins as PolicyOrigins };
}

/** One form per content: a choice in the order of its list. */
export function canonicalValue(key: PolicyKey, value: PolicyValue | null): PolicyValue | null {
  const rule = POLICY_RULES[key];
  if (rule.kind !== "choice" || !Array.isArray(value)) return value;
  const chosen: ReadonlyArray<string> = value;
  // A part of the rule's own list is a value of the rule.
  return rule.values.filter((one) => chosen.includes(one)) as unknown as PolicyValue;
}
