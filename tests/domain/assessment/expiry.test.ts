import fc from "fast-check";
import { expect, test } from "vitest";
import { LEGAL_MILESTONES } from "~/catalogue/milestones";
import { judge } from "~/domain/assessment/assess";
import type { RequirementProfile } from "~/domain/assessment/assessment";
import { datesOf, mayChangeBetween, nextDayOfChange } from "~/domain/assessment/expiry";
import { differenceOfAssessments, isDifference } from "~/domain/assessment/needs-review";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { REGIMES } from "~/domain/declaration/fact-values";
import type { ProductFacts } from "~/domain/declaration/facts";
import { type PolicyLayer, PolicyLayerSchema, resolvePolicy } from "~/domain/policy/policy";
import { POLICY_RULES } from "~/domain/policy/policy-rules";
import { addDays } from "~/domain/shared/iso-date";
import { aContent, aProfile, aRow } from "./rows";

const DAY = "2026-11-21";

function profileWith(policy: PolicyLayer, others: Partial<RequirementProfile> = {}): RequirementProfile {
  const layers = { "reference-type": {}, organisation: {}, zone: PolicyLayerSchema.parse(policy) };
  return aProfile({
    slTarget: { IAC: 2, UC: 1 },
    rows: [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 2.1")],
    policy: resolvePolicy(layers).policy,
    milestones: LEGAL_MILESTONES,
    ...others,
  });
}

const declaring = (facts: ProductFacts, evidence: ReadonlyArray<Evidence> = []): DeclarationContent =>
  aContent(
    { "CR 1.1": { value: "met", evidenceIds: ["e0"] }, "CR 1.2": "not-met", "CR 2.1": "met" },
    { facts, evidence: [...evidence] },
  );

function aPiece(overrides: Partial<Evidence> = {}): Evidence {
  return {
    ...{ id: "e1", type: "certificate", subject: "product-capability", title: "Certificate", issuer: "Lab" },
    ...{ assurance: "accredited", scheme: "iec-62443-4-2", schemeVersion: "2019" },
    scope: { product: "Pump", releases: ["1.0"], componentTypes: ["embedded-device"], level: 2 },
    ...{ validFrom: null, validUntil: null, reference: "", sha256: null },
    ...overrides,
  };
}

test("without dates nothing changes by itself", () => {
  expect(datesOf(profileWith({}), declaring({}))).toEqual([]);
  expect(nextDayOfChange(profileWith({}), declaring({}), DAY)).toBeNull();
});

test("a countermeasure counts from its first to its last day", () => {
  const one = { id: "wall", title: "Wall", requirementIds: ["CR 1.2"] };
  const countermeasures = [
    { ...one, acceptedOn: "2026-05-01", expiresOn: "2026-12-31" },
    { ...one, id: "gate", acceptedOn: "2026-06-01", expiresOn: null },
  ];
  const profile = profileWith({}, { countermeasures });
  expect(datesOf(profile, declaring({}))).toEqual(["2026-05-01", "2026-06-01", "2027-01-01"]);
  expect(nextDayOfChange(profile, declaring({}), DAY)).toBe("2027-01-01");
  expect(nextDayOfChange(profile, declaring({}), "2026-12-31")).toBe("2027-01-01");
  expect(nextDayOfChange(profile, declaring({}), "2027-01-01")).toBeNull();
});

test("one date between two days is enough, on the later day but not on the earlier one", () => {
  const profile = profileWith({ plannedServiceYears: 1 });
  const declaration = declaring({ supportEndsOn: "2028-03-31" });
  expect(datesOf(profile, declaration)).toEqual(["2027-04-01", "2028-04-01"]);
  const mayChange = (from: string, until: string) => mayChangeBetween(profile, declaration, { from, until });
  expect(mayChange("2027-01-01", "2027-12-31")).toBe(true);
  expect(mayChange("2027-03-31", "2027-04-01")).toBe(true);
  expect(mayChange("2027-04-01", "2028-03-31")).toBe(false);
});

test.each(["capabilityEvidence", "developmentEvidence"] as const)(
  "where %s is demanded a piece counts from its first to its last day",
  (rule) => {
    const evidence = [aPiece({ validFrom: "2026-01-15", validUntil: "2026-12-31" }), aPiece({ id: "e2" })];
    const demanding = profileWith({ [rule]: ["none", "none", "none", "declared"] });
    expect(datesOf(demanding, declaring({}, evidence))).toEqual(["2026-01-15", "2027-01-01"]);
    expect(datesOf(profileWith({}), declaring({}, evidence))).toEqual([]);
  },
);

test("support is too short from the day whose years of use reach beyond its end", () => {
  const facts: ProductFacts = {
    supportEndsOn: "2030-06-30",
    platforms: [{ kind: "operating-system", name: "OS", version: "", supportEndsOn: "2029-01-31" }],
  };
  expect(datesOf(profileWith({}), declaring(facts))).toEqual([]);
  expect(datesOf(profileWith({ plannedServiceYears: 3 }), declaring(facts))).toEqual([
    "2027-07-01",
    "2030-07-01",
  ]);
  expect(datesOf(profileWith({ platformSupport: true }), declaring(facts))).toEqual(["2029-02-01"]);
  expect(datesOf(profileWith({ platformSupport: true, plannedServiceYears: 3 }), declaring(facts))).toEqual([
    "2026-02-01",
    "2027-07-01",
    "2029-02-01",
    "2030-07-01",
  ]);
});

test("years of use from 29 February end on the 28th, so that the next day is the first too late", () => {
  const profile = profileWith({ plannedServiceYears: 1 });
  expect(datesOf(profile, declaring({ supportEndsOn: "2029-02-28" }))).toEqual(["2028-03-01", "2029-03-01"]);
});

test("support that no year of use can outlast has an end all the same", () => {
  const profile = profileWith({ plannedServiceYears: 40 });
  expect(datesOf(profile, declaring({ supportEndsOn: "0030-01-01" }))).toEqual(["0030-01-02"]);
});

test("documents age only where an age is set", () => {
  const facts: ProductFacts = {
    mds2: { edition: "2019", releasedOn: "2026-01-01", answers: {} },
    sbom: {
      format: "spdx-json",
      formatVersion: "2.3",
      createdOn: "2026-03-01",
      componentCount: 1,
      elements: [],
    },
  };
  expect(datesOf(profileWith({}), declaring(facts))).toEqual([]);
  expect(datesOf(profileWith({ mds2MaxAgeDays: 365 }), declaring(facts))).toEqual([
    "2026-01-01",
    "2027-01-02",
  ]);
  expect(datesOf(profileWith({ sbomMaxAgeDays: 30 }), declaring(facts))).toEqual([
    "2026-03-01",
    "2026-04-01",
  ]);
  const undated: ProductFacts = { mds2: { edition: "2019", releasedOn: null, answers: {} } };
  expect(datesOf(profileWith({ mds2MaxAgeDays: 365 }), declaring(undated))).toEqual([]);
});

test("days of the law count for products of its regime, where regimes are asked for", () => {
  const milestones = LEGAL_MILESTONES.filter(({ id }) => id === "eu-cra:full-application");
  const profile = profileWith({ regimes: ["cra", "mdr"] }, { milestones });
  expect(datesOf(profile, declaring({ regime: "cra" }))).toEqual(["2027-12-11", "2027-12-12"]);
  expect(datesOf(profile, declaring({ regime: "mdr" }))).toEqual([]);
  expect(datesOf(profileWith({}, { milestones }), declaring({ regime: "cra" }))).toEqual([]);
  const certified = declaring({ conformityCertificateEndsOn: "2026-12-31" });
  expect(datesOf(profile, certified)).toEqual(["2027-01-01"]);
  expect(datesOf(profileWith({}), certified)).toEqual([]);
});

test("between two days lies what comes after the first and not after the second", () => {
  const profile = profileWith({ capabilityEvidence: ["declared", "declared", "declared", "declared"] });
  const declaration = declaring({}, [aPiece({ validFrom: DAY })]);
  expect(mayChangeBetween(profile, declaration, { from: addDays(DAY, -1), until: DAY })).toBe(true);
  expect(mayChangeBetween(profile, declaration, { from: DAY, until: addDays(DAY, 9) })).toBe(false);
  expect(mayChangeBetween(profile, declaration, { from: addDays(DAY, -9), until: addDays(DAY, -1) })).toBe(
    false,
  );
});

const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays("2025-01-01", days));
const maybeDay = fc.option(day);
const regime = fc.constantFrom(...REGIMES);

const policies = fc.record(
  {
    regimes: fc.constant([...POLICY_RULES.regimes.values]),
    plannedServiceYears: fc.integer({ min: 0, max: 3 }),
    platformSupport: fc.boolean(),
    mds2MaxAgeDays: fc.integer({ min: 1, max: 400 }),
    sbomMaxAgeDays: fc.integer({ min: 1, max: 400 }),
    mds2Editions: fc.constant(["2019" as const]),
    sbomFormats: fc.constant(["spdx-json" as const]),
    capabilityEvidence: fc.constant(["declared", "third-party", "accredited", "accredited"] as const),
    developmentEvidence: fc.constant(["none", "declared", "accredited", "accredited"] as const),
    aiFunctions: fc.constant(["assistive" as const]),
  },
  { requiredKeys: [] },
);

const facts: fc.Arbitrary<ProductFacts> = fc.record(
  {
    product: fc.constant("Pump"),
    release: fc.constant("1.0"),
    regime,
    riskClass: fc.constant("IIa"),
    placedOnMarketOn: day,
    conformityDeclared: fc
      .subarray(["mdr", "ivdr", "directive", "cra", "ai-act"] as const)
      .map((all) => [...all]),
    conformityCertificateEndsOn: day,
    supportEndsOn: day,
    platforms: fc.array(maybeDay, { maxLength: 2 }).map((all) =>
      all.map((supportEndsOn, place) => ({
        ...{ kind: "component" as const, name: `Part ${place}`, version: "1", supportEndsOn },
      })),
    ),
    aiFunction: fc.constantFrom("none" as const, "assistive" as const),
    mds2: maybeDay.map((releasedOn) => ({ edition: "2019" as const, releasedOn, answers: {} })),
    sbom: maybeDay.map((createdOn) => ({
      ...{ format: "spdx-json" as const, formatVersion: "2.3", componentCount: 1, elements: [], createdOn },
    })),
  },
  { requiredKeys: [] },
);

const evidence = fc
  .array(
    fc.record({
      validFrom: maybeDay,
      validUntil: maybeDay,
      subject: fc.constantFrom("product-capability" as const, "development-process" as const),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map((one, place) =>
      aPiece({
        ...one,
        id: `e${place}`,
        scheme: one.subject === "product-capability" ? "iec-62443-4-2" : "iec-62443-4-1",
      }),
    ),
  );

const ledger = fc.array(
  fc.record({ acceptedOn: day, expiresOn: maybeDay, requirementIds: fc.subarray(["CR 1.1", "CR 1.2"]) }),
  { maxLength: 3 },
);

test("between two days with no such date the result is the same", () => {
  const given = fc.record({ policy: policies, facts, evidence, ledger, from: day, days: fc.nat(500) });
  fc.assert(
    fc.property(given, (one) => {
      const countermeasures = one.ledger.map((entry, place) => ({
        id: `c${place}`,
        title: "Wall",
        ...entry,
      }));
      const profile = profileWith(one.policy, { countermeasures });
      const declaration = declaring(one.facts, one.evidence);
      const next = nextDayOfChange(profile, declaration, one.from) ?? addDays(one.from, one.days + 1);
      const last = addDays(next, -1);
      expect(mayChangeBetween(profile, declaration, { from: one.from, until: last })).toBe(false);
      const [before, after] = [judge(profile, declaration, one.from), judge(profile, declaration, last)];
      const difference = differenceOfAssessments(before, after);
      expect(isDifference(difference), JSON.stringify({ difference, last })).toBe(false);
      const keysOf = ({ findings }: typeof before) =>
        findings.filter(({ severity }) => severity !== "note").map(({ id, reason }) => `${id} ${reason.key}`);
      expect(keysOf(after)).toEqual(keysOf(before));
    }),
    { numRuns: 600 },
  );
});
