import { expect, test } from "vitest";
import { newRiskAssessment } from "~/domain/risk/risk-assessment";
import { flatVector } from "~/domain/security-level/security-level";
import type { ReportDocument } from "~/reports/document";
import { zoneReportInParts } from "~/reports/zone-report";
import { reportWords } from "~/routes/hospital.models.$modelId.export.$file/report-words";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { reportFacts, reportOf } from "./report-builder";

const model = aZoneModel({
  zones: [
    aZone({
      name: "Zobrazování",
      purpose: "MRI and CT",
      weakerThanParentReason: "No patients here",
      riskAssessment: {
        ...newRiskAssessment(0),
        consequence: { patientSafety: 5, careContinuity: 3, data: 2 },
        threats: [
          {
            id: "t1",
            threatId: null,
            name: "Ransomware",
            foundationalRequirements: ["SI", "RA"],
            consequence: null,
            likelihood: 4,
            residualLikelihood: 1,
            reason: "",
          },
        ],
      },
    }),
    aZone({ id: "archive", policy: { patchDaysCritical: 3 } }),
    aZone({ id: "internet", trustClass: "untrusted", slTarget: null }),
  ],
  conduits: [aConduit({ remoteAccess: true })],
  assets: [anAsset({ productReleaseId: "r1" }), anAsset({ id: "lost", zoneId: null })],
  waivers: [
    {
      id: "w1",
      ruleId: "asset-is-in-a-zone",
      element: { kind: "asset", id: "lost" },
      reason: "Moves in spring",
      expiresOn: "2027-03-01",
    },
  ],
});

function textOf({ sections }: ReportDocument, id: string): string {
  return JSON.stringify(sections.find((section) => section.id === id)?.blocks ?? null);
}

test("every part that ZCR 6 asks for has its section, in order, none of them empty", () => {
  const { sections } = reportOf(reportFacts(model));
  expect(sections.map(({ id }) => id)).toEqual([
    ...["zcr-6.1", "zcr-6.2", "zcr-6.3", "zcr-6.4", "zcr-6.5", "zcr-6.6", "zcr-6.7", "zcr-6.8", "zcr-6.9"],
    ...["achieved", "changes"],
  ]);
  for (const { id, title, blocks } of sections) {
    expect(title).not.toBe("");
    expect(blocks.length, id).toBeGreaterThan(0);
    if (id.startsWith("zcr")) expect(title).toContain(id.replace("zcr-", "ZCR "));
  }
});

test("an empty model gives every section too, with sentences where there is nothing", () => {
  const { sections } = reportOf(reportFacts(aZoneModel({})));
  expect(sections).toHaveLength(11);
  expect(JSON.stringify(sections)).toContain("The model has no zones.");
});

test("no text is a key or holds a placeholder that nobody filled", () => {
  const facts = reportFacts(model, { previous: { number: 2, content: aZoneModel() } });
  const { sections, cover } = reportOf(facts);
  const text = JSON.stringify([cover, sections.filter(({ id }) => id !== "zcr-6.3")]);
  expect(text).not.toMatch(/\{\{|undefined|\[object/);
  expect(text.match(/"[a-z]+\.[a-zA-Z]+(\.[a-zA-Z]+)*"/g)).toBeNull();
});

test("a zone says what it must reach, why, what is in it, and what its policy says otherwise", () => {
  const facts = reportFacts(model, {
    products: new Map([["r1", "Fiktiva MRI 4.2"]]),
    ledger: [
      {
        kind: "zone",
        elementId: "imaging",
        title: "Jump host",
        standing: "in-force",
        expiresOn: "2027-01-31",
        requirementIds: ["CR 1.1"],
      },
    ],
    achieved: new Map([
      ["imaging", { vector: { ...flatVector(2), SI: 1 }, alone: null, known: 1, unknown: 0, short: ["SI"] }],
    ]),
    targets: new Map([
      [
        "zone:imaging",
        {
          origin: "adjusted",
          acceptance: "accepted",
          acceptedBy: "Jiří",
          acceptedAt: "2026-10-01T00:00:00Z",
          note: "Until the new scanner",
          was: null,
        },
      ],
    ]),
  });
  const report = reportOf(facts);
  const text = textOf(report, "zcr-6.4");
  for (const part of [
    "Zone: Zobrazování",
    "Agreed in the risk assessment",
    "Assessed, then set otherwise",
    "accepted by Jiří, 1 Oct 2026\\nUntil the new scanner",
    "Patient safety 5",
    "1 of 1 threats rated",
    "Fiktiva MRI 4.2",
    "Jump host (In force, until 31 Jan 2027): CR 1.1",
    "Gap in SI.",
    "DICOM over TLS",
    "Remote access",
    "Assets in no zone",
    "outside the control of the hospital",
    "3 days (This zone)",
  ])
    expect(text).toContain(part);
  expect(textOf(report, "achieved")).toContain('"2 2 2 2 2 2 2","2 2 1 2 2 2 2","SI"');
  expect(textOf(report, "zcr-6.5")).toContain("Moves in spring");
  expect(textOf(report, "zcr-6.5")).toContain("Not recorded in Cordon");
  expect(textOf(report, "zcr-6.6")).toContain('"Ransomware","Zobrazování","SI, RA","5 × 4"');
});

test("a waived finding is not among the open ones and keeps its reason", () => {
  const facts = reportFacts(model);
  expect(facts.waived).toHaveLength(1);
  expect(facts.open.some(({ element }) => element.id === "lost")).toBe(false);
  const homeless = reportOf(facts).sections[3]?.blocks ?? [];
  expect(JSON.stringify(homeless)).toContain("Waived until 1 Mar 2027: Moves in spring");
});

test("a draft is marked and names nobody who approved it; a revision names both persons", () => {
  const draft = reportOf(
    reportFacts(model, {
      state: { kind: "draft", version: 7, updatedAt: "2026-11-22T00:00:00Z", submitted: null },
    }),
  );
  expect(draft.mark).toBe("DRAFT");
  expect(JSON.stringify(draft.cover)).toContain("not approved");
  const revision = reportOf(reportFacts(model));
  expect(revision.mark).toBeNull();
  expect(JSON.stringify(revision.cover)).toContain("Jiří Řehoř, 20 Nov 2026");
  expect(JSON.stringify(revision.cover)).toContain("f".repeat(64));
});

test("laws stand by their days, with what they ask and that this is no advice", () => {
  const law = {
    instruments: [
      {
        id: "b",
        title: "Later Act",
        citation: "2/2026",
        dates: [{ date: "2027-01-01", event: "applies", confidence: "recalled" as const }],
      },
      {
        id: "a",
        title: "Earlier Act",
        citation: "1/2020",
        dates: [{ date: "2020-05", event: "applies", confidence: "cross-checked" as const }],
      },
    ],
    obligations: [
      { instrument: "a", ref: "Art. 1", summary: "Keep a plan", confidence: "recalled" as const },
    ],
  };
  const text = textOf(reportOf(reportFacts(model, { law })), "zcr-6.9");
  expect(text.indexOf("Earlier Act")).toBeLessThan(text.indexOf("Later Act"));
  expect(text).toContain("1 Jan 2027\\nstill ahead");
  expect(text).toContain("no legal advice");
  expect(text).toContain('"Earlier Act","Art. 1","Keep a plan"');
});

test("what changed since the revision before is listed with its levels", () => {
  const before = aZoneModel({
    ...model,
    zones: model.zones.flatMap((zone) =>
      zone.id === "internet"
        ? []
        : [{ ...zone, slTarget: zone.id === "archive" ? flatVector(1) : zone.slTarget }],
    ),
  });
  const text = textOf(reportOf(reportFacts(model, { previous: { number: 2, content: before } })), "changes");
  expect(text).toContain('"Zone","Zone internet","Added"');
  expect(text).toContain("target 1 1 1 1 1 1 1 → 2 2 2 2 2 2 2");
});

test("a large model is told whole: every zone, conduit and asset, with their levels and channels", () => {
  const large = aLargeZoneModel();
  const { sections } = reportOf(reportFacts(large));
  const blocks = sections.find(({ id }) => id === "zcr-6.4")?.blocks ?? [];
  const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  for (const { id } of large.zones) expect(headings).toContain(`Zone: Zone ${id}`);
  expect(headings.filter((text) => text.startsWith("Conduit: "))).toHaveLength(450);
  const rows = blocks.flatMap((block) =>
    block.kind === "table" && block.head[0] === "Asset" ? block.rows : [],
  );
  expect(rows.map(([name]) => name).toSorted()).toEqual(large.assets.map(({ name }) => name).toSorted());
  const targets = blocks.filter((block) => block.kind === "table" && block.layout === "grid");
  expect(targets.length).toBeGreaterThan(700);
});

test("a report is built in parts, none of which does more than one zone or conduit", () => {
  const large = aLargeZoneModel({ zones: 40, assets: 200, conduits: 60 });
  const parts = zoneReportInParts(reportFacts(large), reportWords("en"), { svg: "", width: 1, height: 1 });
  const pauses = [...parts].length;
  expect(pauses).toBeGreaterThanOrEqual(100);
});
