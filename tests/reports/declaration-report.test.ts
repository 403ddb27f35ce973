import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { computeCapability } from "~/domain/assessment/capability";
import { FACT_KEYS } from "~/domain/declaration/fact-fields";
import { FACT_LINES, PRODUCT_LINES, ROW_SHEETS } from "~/formats/offline-workbook/layout";
import { type DeclarationReportFacts, declarationReport } from "~/reports/declaration-report";
import { writeDocument } from "~/reports/write-document.server";
import {
  declarationReportWords,
  exportWords,
} from "~/routes/supplier.declarations.$declarationId_.export.$file/words";
import { aFullDeclaration } from "../cli/full-files";
import { readPdf } from "./read-pdf";

const words = declarationReportWords("en");

function factsOf(overrides: Partial<DeclarationReportFacts> = {}): DeclarationReportFacts {
  const { content } = aFullDeclaration();
  return {
    ...{ supplier: "Fiktiva <b>", product: "Pump", release: "3.4.1", version: 2, state: "signed", content },
    signed: { by: "Žofie Králová", at: "2026-11-22T09:00:00.000Z" },
    ...{ fingerprint: "ab".repeat(32), keyId: "cd".repeat(32) },
    capability: computeCapability(COMPONENT_REQUIREMENTS, content),
    ...overrides,
  };
}

const textOf = (value: unknown) => JSON.stringify(value);

describe("the document of a declaration", () => {
  test("says everything that is declared: answers, facts, the form, evidence, who signed", () => {
    const document = declarationReport(factsOf(), words);
    const text = textOf(document);
    for (const part of [
      ...["Fiktiva <b>", "Žofie Králová", "ab".repeat(32), "cd".repeat(32), "by PIN", "Certificate 4711"],
      ...[
        "FreeRTOS",
        "psirt@supplier.example",
        "drug library",
        "ALOF-1",
        "Bedside",
        "CVE-2021-44228",
        "Infusion",
      ],
    ])
      expect(text).toContain(part);
    expect(document.mark).toBeNull();
    expect(document.sections.map(({ id }) => id)).toEqual([
      "levels",
      ...["IAC", "UC", "SI", "DC", "RDF", "TRE", "RA"].map((fr) => `answers-${fr}`),
      ...["facts", "mds2", "evidence"],
    ]);
    for (const key of FACT_KEYS) expect(text).toContain(JSON.stringify(words.t(`facts:field.${key}`)));
  });

  test("has words for all it says: no key of a message is left in it", () => {
    expect(textOf(declarationReport(factsOf(), words))).not.toMatch(
      /"(sealing|declaration|facts|components|report)[:.]|\b(field|column|word|head|document)\.[a-z]/,
    );
  });

  test("a draft is marked on every page and says that nobody signed it", () => {
    const draft = factsOf({ state: "draft", signed: null, keyId: null, fingerprint: null });
    const document = declarationReport(draft, words);
    expect(document.mark).toBe("DRAFT");
    expect(textOf(document.cover)).toContain("nobody has signed it");
    expect(textOf(document.cover)).toContain("There is no seal");
  });

  test("is the same for the same declaration, and a tagged PDF with its texts", async () => {
    const document = declarationReport(factsOf(), words);
    expect(declarationReport(factsOf(), words)).toEqual(document);
    const pdf = readPdf(await writeDocument({ as: "report-pdf", document }));
    const shown = pdf.pages.join(" ");
    expect(pdf.title).toContain("Pump, release 3.4.1");
    expect(shown).toContain("Žofie Králová");
    expect(shown).toContain("CR 1.1");
    expect(shown).toContain("Certificate 4711");
    expect(pdf.untagged).toEqual([]);
  });
});

test("the workbook has words for every line, column and sheet, and sheets have names of their own", () => {
  const names = { supplier: "S", product: "P", release: "1", version: 1 };
  const { workbook, oscal, attestations } = exportWords("en", names);
  const said = [
    ...PRODUCT_LINES.map(({ key }) => workbook.product(key)),
    ...FACT_LINES.flatMap((line) => Object.values(workbook.fact(line))),
    ...ROW_SHEETS.flatMap(({ fact, columns }) => columns.map(([column]) => workbook.column(fact, column))),
    ...[
      "what",
      "value",
      "topic",
      "title",
      "area",
      "level",
      "types",
      "answer",
      "note",
      "evidence",
      "question",
    ].map(workbook.head),
    ...["title", "issuer", "product", "releases", "componentTypes", "sha256"].map(workbook.evidence),
    ...workbook.readMe,
    ...[oscal.title, oscal.component, oscal.implementation, oscal.answer("not-met")],
    ...[attestations.summary, attestations.statement],
  ];
  expect(said.filter((one) => /^$|^[a-zA-Z]+(\.[\w-]+)+$|\{\{/.test(one))).toEqual([]);
  const sheets = [
    ...(["read-me", "product", "answers", "facts", "mds2", "evidence"] as const).map(workbook.sheet),
    ...ROW_SHEETS.map(({ fact }) => workbook.sheet(fact)),
  ].map((name) => name.slice(0, 31));
  expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(11);
});
