import { expect, test } from "vitest";
import { POLICY_BASELINE, policyBasisOf, REFERENCE_POLICIES } from "~/catalogue/policy-defaults";
import defaults from "~/catalogue/policy-defaults.json";
import { REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import { policyLayersOf } from "~/catalogue/zone-profile";
import { EVIDENCE_STRENGTHS } from "~/domain/declaration/evidence";
import { canonicalLayer } from "~/domain/policy/layer-changes";
import { NO_POLICY, PolicyLayerSchema, resolvePolicy } from "~/domain/policy/policy";

const types = REFERENCE_ZONE_TYPES.map(({ id }) => id);

function policyOf(referenceType: string | null) {
  return resolvePolicy(policyLayersOf({ referenceType, policy: {} }, {})).policy;
}

test("every reference type of the catalogue has its defaults, and no other", () => {
  expect(Object.keys(REFERENCE_POLICIES).sort()).toEqual(types.toSorted());
});

test("every layer of the defaults is one of the schema, in the order of the lists", () => {
  for (const [type, layer] of Object.entries({ baseline: POLICY_BASELINE, ...REFERENCE_POLICIES })) {
    expect(PolicyLayerSchema.safeParse(layer).error?.issues, type).toBeUndefined();
    expect(Object.keys(layer).length, type).toBeGreaterThan(0);
    expect(canonicalLayer(layer), type).toEqual(layer);
  }
});

test("a type says only what it says otherwise than the baseline", () => {
  const repeated = Object.entries(REFERENCE_POLICIES).flatMap(([type, layer]) =>
    Object.entries(layer)
      .filter(([key, value]) => JSON.stringify(value) === JSON.stringify(Object(POLICY_BASELINE)[key]))
      .map(([key]) => `${type}.${key}`),
  );
  expect(repeated).toEqual([]);
});

test("ladders never fall and ask for nothing accredited below level 3", () => {
  for (const type of types)
    for (const ladder of [policyOf(type).capabilityEvidence, policyOf(type).developmentEvidence]) {
      const strengths = ladder?.map((strength) => EVIDENCE_STRENGTHS.indexOf(strength)) ?? [];
      expect(
        strengths.toSorted((a, b) => a - b),
        type,
      ).toEqual(strengths);
      expect(ladder?.slice(0, 2) ?? [], type).not.toContain("accredited");
    }
});

test("nothing is demanded outside the control of the hospital", () => {
  expect(policyOf("internet-external")).toEqual(NO_POLICY);
});

test("radio is permitted only where it is the purpose or usual", () => {
  const wireless = types.filter((type) => (policyOf(type).wireless ?? []).length > 0);
  expect(wireless).toEqual([
    "wireless-medical",
    "clinical-workstations",
    "enterprise",
    "remote-patient-monitoring",
    "guest-wifi",
  ]);
});

test("an undecided regime is accepted nowhere in the hospital, and remote access of clinical zones ends at its gateway", () => {
  for (const { id, suggestedSlTarget } of REFERENCE_ZONE_TYPES.filter((type) => type.suggestedSlTarget)) {
    expect(suggestedSlTarget, id).not.toBeNull();
    expect(policyOf(id).regimes, id).not.toContain("unclear");
  }
  for (const clinical of ["critical-care", "operating-theatre", "imaging", "laboratory", "wireless-medical"])
    expect(policyOf(clinical).remoteEnds, clinical).toEqual(["hospital-gateway"]);
});

test("where a supplier may install updates from afar, the hospital may", () => {
  const mechanisms = types.map((type) => [type, policyOf(type).updateMechanisms ?? []] as const);
  const fromAfar = mechanisms.filter(([, accepted]) => accepted.includes("vendor-remote"));
  expect(fromAfar.length).toBeGreaterThan(5);
  for (const [type, accepted] of fromAfar) expect(accepted, type).toContain("remote-by-owner");
});

test("a product of which the conduits let nothing through is at home nowhere in the hospital, least of all among guests", () => {
  for (const type of types.filter((one) => one !== "internet-external"))
    expect(policyOf(type).declaredNetworkNeeds, type).toBe(true);
  expect(policyOf("guest-wifi").encryptedInTransit).toEqual(["health", "personal", "credentials"]);
});

test("images are accounted for by IHE ATNA", () => {
  expect(policyOf("imaging").siemChannels).toContain("ihe-atna");
  expect(policyOf("imaging-archive").logFormats).toEqual(["ihe-atna"]);
});

test("devices are planned for longer than software", () => {
  const years = (type: string) => policyOf(type).plannedServiceYears ?? 0;
  for (const device of ["imaging", "operating-theatre", "laboratory", "radiotherapy", "medical-gas-power"])
    expect(years(device), device).toBeGreaterThanOrEqual(8);
  expect(years("clinical-services")).toBeLessThan(8);
});

test("the defaults say that they are this project's own judgement, type by type", () => {
  expect(policyBasisOf(null)).toEqual({
    general: expect.stringContaining("Our own judgement"),
    ofType: null,
    confidence: "recalled",
  });
  for (const type of types) expect(policyBasisOf(type).ofType?.length ?? 0, type).toBeGreaterThan(40);
  expect(policyBasisOf("of-our-own").ofType).toBeNull();
  expect(Object.keys(defaults.types)).toEqual(types);
});

test("a zone of a kind of its own starts from the baseline", () => {
  expect(policyOf(null)).toEqual({ ...NO_POLICY, ...POLICY_BASELINE });
  expect(policyOf("of-our-own")).toEqual(policyOf(null));
});
