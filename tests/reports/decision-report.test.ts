import { expect, test } from "vitest";
import { assess } from "~/domain/assessment/assess";
import { translatorFor } from "~/i18n/i18n";
import type { QualifiedKey } from "~/i18n/keys";
import { writeMessage } from "~/i18n/sentence";
import {
  type DecisionReportFacts,
  type DecisionReportWords,
  decisionReport,
} from "~/reports/decision-report";
import type { Block, ReportDocument } from "~/reports/document";
import { aContent, aProfile, aRow } from "../domain/assessment/rows";

const t = translatorFor("en");
const WORDS: DecisionReportWords = {
  language: "en",
  t: (key, parameters) => t((key.includes(":") ? key : `pack:${key}`) as QualifiedKey, parameters),
  day: (value) => value.slice(0, 10),
  at: (value) => value,
  sentence: (message) => writeMessage(t, "en", message),
  unprintable: { note: "", scripts: {} },
};

function facts(overrides: Partial<DecisionReportFacts["decision"]> = {}): DecisionReportFacts {
  const profile = aProfile({ slTarget: { IAC: 1 }, rows: [aRow("CR 1.1"), aRow("CR 1.2")] });
  const result = assess(profile, aContent({ "CR 1.1": "met", "CR 1.2": "not-met" }), "2026-11-21");
  return {
    ...{ hospital: "Nemocnice", madeBy: "Pavel", madeAt: "2026-11-22T09:00:00.000Z" },
    frozen: { asOf: "2026-11-21", result },
    audit: [
      { sequence: 7, at: "2026-11-21T10:00:00.000Z", action: "decision.record", hash: "ab".repeat(32) },
    ],
    isAuditCut: false,
    attached: [],
    decision: {
      ...{ productName: "Pump", releaseVersion: "3.4.1", supplierName: "Fiktiva", zoneName: "Ward" },
      ...{ revisionNumber: 2, declarationVersion: 3, kind: "approve-with-conditions", reason: "Because." },
      ...{ decidedAt: "2026-11-21T10:00:00.000Z", decidedByName: "Iva", isCurrent: true },
      ...{ fingerprint: result.fingerprint, conditions: [], exceptions: [] },
      ...overrides,
    },
  };
}

const textOf = (blocks: ReadonlyArray<Block>) => blocks.map(wordsOf).join("\n");

function wordsOf(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return block.text;
    case "facts":
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
    case "drawing":
      return block.alt;
  }
}

const sectionOf = ({ sections }: ReportDocument, id: string) =>
  textOf(sections.find((section) => section.id === id)?.blocks ?? []);

test("the cover says what was decided, by whom, on what, and with which fingerprint", () => {
  const report = decisionReport(facts(), WORDS);
  const cover = textOf(report.cover);
  for (const part of [
    "Decision: Approve with conditions",
    "Decided by: Iva",
    "Verdict: Does not conform",
    "Because.",
    facts().decision.fingerprint,
  ])
    expect(cover).toContain(part);
  expect(cover).not.toContain("A later decision");
  expect(textOf(decisionReport(facts({ isCurrent: false }), WORDS).cover)).toContain(
    "A later decision has taken the place of this one.",
  );
});

test("levels and findings name the rows that decided", () => {
  const report = decisionReport(facts(), WORDS);
  expect(sectionOf(report, "levels")).toContain("IAC: not reached, because of CR 1.2");
  expect(sectionOf(report, "findings")).toMatch(/Wrong \| CR 1\.2 \| .*\nThis decided the verdict\./);
});

test("conditions and exceptions stand with owner, day and who, or the report says that there are none", () => {
  const none = decisionReport(facts(), WORDS);
  expect(sectionOf(none, "conditions")).toBe("The decision has no conditions.");
  expect(sectionOf(none, "exceptions")).toBe("It rests on no exceptions.");
  const condition = { text: "Segment", owner: "Network", dueOn: "2026-12-31", completionNote: "Ticket 1" };
  const given = facts({
    conditions: [
      { ...condition, completedAt: "2026-12-01T00:00:00.000Z", completedByName: "Iva" },
      { ...condition, text: "Test", completedAt: null, completedByName: null },
    ],
    exceptions: [
      {
        id: "e",
        gaps: [
          { key: "CR 1.2", title: "Software", finding: null },
          {
            key: "x",
            title: "",
            finding: { title: { key: "checks:support-outlasts-service-life.title", params: {} } },
          },
        ],
        grantedByName: "Martin",
        grantedAt: "2026-11-01T00:00:00.000Z",
        expiresOn: "2027-05-01",
      },
    ],
  });
  const report = decisionReport(given, WORDS);
  expect(sectionOf(report, "conditions")).toContain(
    "Segment | Network | 2026-12-31 | Completed 2026-12-01 by Iva: Ticket 1",
  );
  expect(sectionOf(report, "conditions")).toContain("Test | Network | 2026-12-31 | Open");
  expect(sectionOf(report, "exceptions")).toContain("CR 1.2 Software");
  expect(sectionOf(report, "exceptions")).toContain("Martin, 2026-11-01 | 2027-05-01");
  expect(sectionOf(report, "exceptions")).toContain(
    "The product is supported for as long as it is to be used",
  );
});

test("a trail that was cut says so", () => {
  expect(sectionOf(decisionReport(facts(), WORDS), "audit")).toContain(
    "7 | 2026-11-21T10:00:00.000Z | decision.record",
  );
  const cut = decisionReport({ ...facts(), isAuditCut: true }, WORDS);
  expect(sectionOf(cut, "audit")).toContain("Only the latest 1 entries");
});

test("files that the hospital attached stand with their digest in full, and with why one is not there", () => {
  const about = { text: "Segment the port", productName: "Pump", releaseVersion: "3.4.1" };
  const report = { by: "Iva", at: "2026-11-22T10:00:00.000Z", note: "Another ward" };
  const file = {
    ...{ about: { ...about, kind: "condition" as const, zoneName: "Ward" }, name: "Report.pdf", bytes: 2048 },
    ...{ sha256: "0123456789abcdef".repeat(4), attachedBy: "Iva", attachedAt: "2026-11-21T10:00:00.000Z" },
  };
  const measure = { kind: "measure" as const, measureId: "SR 1.1", isOfHospital: true, zoneName: null };
  const attached = [
    { ...file, takenBack: null, leftOut: null },
    { ...file, name: "Plan.pdf", about: measure, takenBack: report, leftOut: "taken-back" as const },
  ];
  const text = sectionOf(decisionReport({ ...facts(), attached }, WORDS), "attached");
  expect(text).toContain("Report.pdf\n2 kB | Segment the port\nPump 3.4.1 in Ward | Iva");
  expect(text).toContain(["0123456789abcdef", "0123456789abcdef"].join("\n"));
  expect(text).toContain("Not in this pack: it was taken back.");
  expect(text).toContain("SR 1.1\nThe whole hospital");
  expect(text).toContain("Taken back by Iva, 2026-11-22T10:00:00.000Z: Another ward");
  expect(sectionOf(decisionReport(facts(), WORDS), "attached")).toBe("The hospital attached no files.");
});
