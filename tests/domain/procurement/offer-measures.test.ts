import { expect, test } from "vitest";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import { type DeclarationContent, EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import type { DeclaredVulnerability, ProductFacts } from "~/domain/declaration/facts";
import { NO_POLICY, type Policy } from "~/domain/policy/policy";
import { compareOffers } from "~/domain/procurement/offer-comparison";
import { type MeasureId, measureOffers } from "~/domain/procurement/offer-measures";
import { flatVector } from "~/domain/security-level/security-level";
import { aPiece, aProcessPiece, PUMP } from "../../checks/pieces";

const DAY = "2026-11-21";

function anOffer(facts: ProductFacts, overrides: Partial<DeclarationContent> = {}): DeclarationContent {
  return { ...EMPTY_DECLARATION_CONTENT, componentTypes: ["embedded-device"], facts, ...overrides };
}

function measured(id: MeasureId, offers: ReadonlyArray<DeclarationContent>, policy: Partial<Policy> = {}) {
  const profile = requirementProfile({
    slTarget: flatVector(2),
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
    policy: { ...NO_POLICY, ...policy },
  });
  const measures = measureOffers(profile, offers, compareOffers(profile, offers, DAY));
  const found = measures.find((measure) => measure.id === id);
  if (!found) throw new Error(`no measure ${id}`);
  return found;
}

const kept = ({ cells }: ReturnType<typeof measured>) => cells.map(({ isKept }) => isKept);
const said = ({ cells }: ReturnType<typeof measured>) => cells.map((cell) => cell.measured);

function aVulnerability(overrides: Partial<DeclaredVulnerability>): DeclaredVulnerability {
  return {
    ...{ id: "CVE-2024-3094", severity: "high", state: "affected", exploited: false, justification: "" },
    ...overrides,
  };
}

test("years of support are counted from the day of the comparison and held against the planned use", () => {
  const support = measured(
    "support-end",
    [
      anOffer({ supportEndsOn: "2036-11-21" }),
      anOffer({ supportEndsOn: "2028-05-21" }),
      anOffer({ supportEndsOn: "2025-11-20" }),
    ],
    { plannedServiceYears: 10 },
  );
  expect(support.wanted).toEqual({ kind: "years", years: 10, until: "2036-11-21" });
  expect(said(support)).toEqual([
    { kind: "support", endsOn: "2036-11-21", years: 10 },
    { kind: "support", endsOn: "2028-05-21", years: 1.4 },
    { kind: "support", endsOn: "2025-11-20", years: -1.1 },
  ]);
  expect(kept(support)).toEqual([true, false, false]);
  expect(support.best).toEqual([0]);
});

test.each([
  ["patch-days-critical", "patchDaysCritical", { patchDaysCritical: 14 }],
  ["patch-days-high", "patchDaysHigh", { patchDaysHigh: 14 }],
] as const)("%s: fewer days are better, the limit itself is kept", (id, fact, policy) => {
  const days = measured(
    id,
    [anOffer({ [fact]: 14 }), anOffer({ [fact]: 30 }), anOffer({ [fact]: 14 })],
    policy,
  );
  expect(days.wanted).toEqual({ kind: "days", days: 14 });
  expect(kept(days)).toEqual([true, false, true]);
  expect(days.best).toEqual([0, 2]);
});

test("hours to a notice: fewer are better; without a rule nothing is kept or broken", () => {
  const notice = measured("incident-notice", [
    anOffer({ incidentNoticeHours: 72 }),
    anOffer({ incidentNoticeHours: 24 }),
  ]);
  expect(notice).toMatchObject({ wanted: null, differs: true, best: [1] });
  expect(kept(notice)).toEqual([null, null]);
});

test.each([
  ["support-end", { supportEndsOn: "2036-11-21" }],
  ["patch-days-critical", { patchDaysCritical: 0 }],
  ["patch-days-high", { patchDaysHigh: 7 }],
  ["incident-notice", { incidentNoticeHours: 0 }],
  ["open-vulnerabilities", { vulnerabilities: [] }],
] as const)(
  "%s: where one offer does not state it, none is called best and silence is no number",
  (id, facts) => {
    const measure = measured(id, [anOffer(facts as ProductFacts), anOffer({})]);
    expect(measure).toMatchObject({ differs: true, best: [] });
    expect(measure.cells[1]).toEqual({ measured: { kind: "not-stated" }, isKept: null });
    expect(measure.cells[0]?.measured.kind).not.toBe("not-stated");
  },
);

test("vulnerabilities are counted by state; an empty list is none, and what is open decides", () => {
  const vulnerabilities = [
    aVulnerability({ id: "CVE-1", exploited: true }),
    aVulnerability({ id: "CVE-2", state: "under-investigation" }),
    aVulnerability({ id: "CVE-3", state: "fixed", exploited: true }),
    aVulnerability({ id: "CVE-4", state: "not-affected" }),
  ];
  const measure = measured("open-vulnerabilities", [
    anOffer({ vulnerabilities }),
    anOffer({ vulnerabilities: [] }),
    anOffer({ vulnerabilities: [aVulnerability({ state: "fixed" })] }),
  ]);
  expect(said(measure)[0]).toEqual({
    kind: "vulnerabilities",
    counts: { affected: 1, "under-investigation": 1, fixed: 1, "not-affected": 1 },
    exploited: 1,
  });
  expect(measure.best).toEqual([1, 2]);
});

test("a bill of materials is there with its age or is not stated; none is better than another", () => {
  const sbom = { format: "cyclonedx-json", formatVersion: "1.6", componentCount: 312, elements: [] } as const;
  const measure = measured("sbom", [
    anOffer({ sbom: { ...sbom, elements: [], createdOn: "2026-10-22" } }),
    anOffer({ sbom: { ...sbom, elements: [], createdOn: null } }),
    anOffer({}),
  ]);
  expect(said(measure)).toEqual([
    { kind: "sbom", format: "cyclonedx-json", formatVersion: "1.6", componentCount: 312, ageDays: 30 },
    { kind: "sbom", format: "cyclonedx-json", formatVersion: "1.6", componentCount: 312, ageDays: null },
    { kind: "not-stated" },
  ]);
  expect(measure.best).toEqual([]);
});

test("evidence of the capability has the weight of the strongest piece that counts", () => {
  const ladder = ["declared", "third-party", "accredited", "accredited"] as const;
  const measure = measured(
    "capability-evidence",
    [
      anOffer(PUMP, { evidence: [aPiece()] }),
      anOffer(PUMP, { evidence: [aPiece({ assurance: "declared" })] }),
      // Expired, and about the organisation: neither counts.
      anOffer(PUMP, { evidence: [aPiece({ validUntil: "2026-11-20" })] }),
      anOffer(PUMP, { evidence: [aPiece({ scheme: "iso-iec-27001" })] }),
    ],
    { capabilityEvidence: ladder },
  );
  expect(measure.wanted).toEqual({ kind: "strength", strength: "third-party", level: 2 });
  expect(said(measure)).toEqual(
    (["accredited", "declared", "none", "none"] as const).map((strength) => ({ kind: "strength", strength })),
  );
  expect(kept(measure)).toEqual([true, false, false, false]);
  expect(measure.best).toEqual([0]);
});

test("evidence of the development is measured apart from that of the capability", () => {
  const measure = measured("development-evidence", [
    anOffer(PUMP, { evidence: [aProcessPiece({ assurance: "third-party" })] }),
    anOffer(PUMP, { evidence: [aPiece()] }),
  ]);
  expect(said(measure)).toEqual([
    { kind: "strength", strength: "third-party" },
    { kind: "strength", strength: "none" },
  ]);
  expect(measure.best).toEqual([0]);
});

test("rows are proven by cited evidence that is in date and about this release, area by area", () => {
  const answers = {
    "CR 1.1": { value: "met", evidenceIds: ["cert-1", "old"] },
    "CR 1.3": { value: "met", evidenceIds: ["old"] },
    "CR 2.1": { value: "met-by-configuration", note: "Roles", evidenceIds: ["manual", "iso"] },
    // Not met: nothing is proven by it.
    "CR 3.1": { value: "not-met", evidenceIds: ["cert-1"] },
  } as const;
  const evidence = [
    aPiece(),
    aPiece({ id: "old", validUntil: "2026-11-20" }),
    aPiece({ id: "manual", type: "manual", subject: "other", scheme: "manual" }),
    aPiece({ id: "iso", subject: "management-system", scheme: "iso-iec-27001" }),
  ];
  const offer = anOffer(PUMP, {
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [
        id,
        { ...answer, evidenceIds: [...answer.evidenceIds] },
      ]),
    ),
    evidence,
  });
  const [proven] = said(measured("proven-rows", [offer, offer]));
  expect(proven).toMatchObject({
    kind: "proven",
    total: { met: 3, none: 1, declared: 1, "third-party": 0, accredited: 1 },
    areas: {
      IAC: { met: 2, none: 1, accredited: 1 },
      UC: { met: 1, declared: 1 },
      SI: { met: 0 },
    },
  });
});

test("rules are counted by how they stand, and their number makes nobody best", () => {
  const measure = measured(
    "rules-kept",
    [anOffer({ signedUpdates: true, autoLogoff: true }), anOffer({ signedUpdates: false })],
    { signedUpdates: true, autoLogoff: true },
  );
  const [one, other] = said(measure);
  expect(one).toMatchObject({ kind: "rules", gaps: 0 });
  expect(other).toMatchObject({ kind: "rules", gaps: 1 });
  expect(measure).toMatchObject({ differs: true, best: [] });
});

test.each([
  ["open-vulnerabilities", { openVulnerabilities: "low" }],
  ["sbom", { sbomMaxAgeDays: 90 }],
] as const)(
  "%s: where the zone has a rule that is no single figure, the measure points to it",
  (id, policy) => {
    expect(measured(id, [anOffer({}), anOffer({})], policy).wanted).toEqual({ kind: "in-rules" });
    expect(measured(id, [anOffer({}), anOffer({})]).wanted).toBeNull();
  },
);
