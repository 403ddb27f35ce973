import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalValue,
  NO_POLICY,
  POLICY_LEVELS,
  type PolicyLayer,
  PolicyLayerSchema,
  type PolicyLayers,
  policyValueSchema,
  resolvePolicy,
} from "~/domain/policy/policy";
import { POLICY_KEYS, POLICY_RULES, POLICY_TOPICS } from "~/domain/policy/policy-rules";
import { i18nOf } from "~/i18n/i18n";
import { layers } from "./layers";

const threeLayers = fc.record({ "reference-type": layers, organisation: layers, zone: layers });

test("the most specific level that says something decides, rule by rule", () => {
  fc.assert(
    fc.property(threeLayers, (said: PolicyLayers) => {
      const { policy, origins } = resolvePolicy(said);
      for (const key of POLICY_KEYS) {
        const from = POLICY_LEVELS.findLast((level) => said[level][key] !== undefined);
        expect(origins[key]).toBe(from ?? null);
        const entry = from === undefined ? null : said[from][key];
        expect(policy[key]).toEqual(entry === null ? null : canonicalValue(key, entry ?? null));
      }
    }),
  );
});

test("null at a more specific level switches a rule off that a more general one sets", () => {
  const { policy, origins } = resolvePolicy({
    "reference-type": { patchDaysHigh: 90, signedUpdates: true },
    organisation: { patchDaysHigh: 30 },
    zone: { patchDaysHigh: null },
  });
  expect(policy.patchDaysHigh).toBeNull();
  expect(origins.patchDaysHigh).toBe("zone");
  expect(policy.signedUpdates).toBe(true);
  expect(origins.signedUpdates).toBe("reference-type");
  expect(origins.regimes).toBeNull();
});

test("an empty choice is a value, not silence", () => {
  const { policy, origins } = resolvePolicy({
    "reference-type": { wireless: ["wifi"] },
    organisation: {},
    zone: { wireless: [] },
  });
  expect(policy.wireless).toEqual([]);
  expect(origins.wireless).toBe("zone");
});

test("levels that say nothing leave no rule on", () => {
  expect(resolvePolicy({ "reference-type": {}, organisation: {}, zone: {} }).policy).toEqual(NO_POLICY);
});

test("a choice has one order, whoever wrote it", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...POLICY_RULES.siemChannels.values]), (siemChannels) => {
      const { policy } = resolvePolicy({ "reference-type": {}, organisation: {}, zone: { siemChannels } });
      expect(policy.siemChannels).toEqual(
        POLICY_RULES.siemChannels.values.filter((value) => siemChannels.includes(value)),
      );
    }),
  );
});

test("a ladder keeps the order of its levels", () => {
  const ladder = ["none", "declared", "third-party", "accredited"] as const;
  expect(canonicalValue("capabilityEvidence", ladder)).toEqual(ladder);
});

test("every layer survives JSON and its own schema", () => {
  fc.assert(
    fc.property(layers, (layer: PolicyLayer) => {
      expect(PolicyLayerSchema.parse(JSON.parse(JSON.stringify(layer)))).toEqual(layer);
    }),
  );
});

const refused: ReadonlyArray<[string, unknown, string]> = [
  ["a rule that nobody knows", { patchDaysMedium: 5 }, "unrecognized_keys"],
  ["a part of a day", { patchDaysHigh: 1.5 }, "whole-number"],
  ["a text for a number", { patchDaysHigh: "30" }, "whole-number"],
  ["fewer days than the rule allows", { patchDaysHigh: 0 }, "too-small"],
  ["more years than the rule allows", { plannedServiceYears: 41 }, "too-big"],
  ["the same value twice", { wireless: ["wifi", "wifi"] }, "duplicate-value"],
  [
    "evidence that grows weaker",
    { capabilityEvidence: ["declared", "none", "none", "none"] },
    "ladder-falls",
  ],
];
test.each(refused)("%s is refused", (_what, layer, why) => {
  const parsed = PolicyLayerSchema.safeParse(layer);
  expect(parsed.error?.issues.flatMap(({ message, code }) => [message, code])).toContain(why);
});

test("what is not among the values of a rule is refused", () => {
  for (const layer of [
    { wireless: ["laser"] },
    { openVulnerabilities: "horrible" },
    { signedUpdates: "yes" },
    { regimes: "mdr" },
    { developmentEvidence: ["none", "none", "none"] },
    { developmentEvidence: ["none", "none", "none", "sworn"] },
  ])
    expect(PolicyLayerSchema.safeParse(layer).success, JSON.stringify(layer)).toBe(false);
});

test("an equal step of a ladder is no fall", () => {
  const schema = policyValueSchema("developmentEvidence");
  expect(schema.safeParse(["none", "none", "accredited", "accredited"]).success).toBe(true);
});

test("bounds of a number are values of the rule", () => {
  expect(PolicyLayerSchema.safeParse({ plannedServiceYears: 0 }).success).toBe(true);
  expect(PolicyLayerSchema.safeParse({ plannedServiceYears: 40 }).success).toBe(true);
  expect(PolicyLayerSchema.safeParse({ mds2MaxAgeDays: 3650, patchDaysCritical: 1 }).success).toBe(true);
});

test("every rule has a topic of the list and every topic a rule", () => {
  const used = new Set(POLICY_KEYS.map((key) => POLICY_RULES[key].topic));
  expect([...used].sort()).toEqual([...POLICY_TOPICS].sort());
});

test("every rule and every value of one has its words", () => {
  const i18n = i18nOf("en");
  const missing = POLICY_KEYS.flatMap((key) => {
    const rule = POLICY_RULES[key];
    const values = rule.kind === "choice" ? rule.values.map((value) => `facts:word.${value}`) : [];
    const severities =
      rule.kind === "one-of" ? rule.values.map((value) => `policy:value.severity.${value}`) : [];
    return [`policy:rule.${key}.name`, `policy:rule.${key}.help`, ...values, ...severities];
  }).filter((key) => !i18n.exists(key));
  expect(missing).toEqual([]);
});
