import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import {
  AnswerSchema,
  type DeclarationContent,
  EMPTY_DECLARATION_CONTENT,
} from "~/domain/declaration/declaration";
import { EvidenceSchema } from "~/domain/declaration/evidence";
import { ProductFactsSchema } from "~/domain/declaration/facts";
import { hasAttestations, readAttestations } from "~/formats/attestations/read";
import { writeAttestations } from "~/formats/attestations/write";
import { isComponentDefinition, readComponentDefinition } from "~/formats/oscal/read";
import { writeComponentDefinition } from "~/formats/oscal/write";
import { isObject, type JsonObject, readJson } from "~/formats/sbom/json-values";
import type { DeclarationToWrite } from "~/formats/stated/declaration-to-write";
import type { Stated } from "~/formats/stated/stated";
import { declarationContent } from "../../builders/arbitraries";
import { aFullDeclaration } from "../../cli/full-files";
import { asFilledIn, expectSame, takenOver } from "./taken-over";

const KNOWN = { requirements: COMPONENT_REQUIREMENTS };

function declarationOf(content: DeclarationContent): DeclarationToWrite {
  return {
    ...{ supplier: "Fiktiva", product: "Pump", release: "3.4.1", version: 2, content },
    signed: { by: "Žofie Králová", at: "2026-11-22T09:00:00.000Z" },
    writtenAt: "2026-11-22T09:00:00.000Z",
  };
}

const FORMATS = [
  {
    name: "CycloneDX attestations",
    write: (content: DeclarationContent) =>
      writeAttestations(declarationOf(content), COMPONENT_REQUIREMENTS, {
        summary: "What the supplier declares",
        statement: "True to our best knowledge.",
        standard: { name: "IEC 62443-4-2", version: "2019" },
      }),
    read: readAttestations,
    recognises: hasAttestations,
  },
  {
    name: "an OSCAL component definition",
    write: (content: DeclarationContent) =>
      writeComponentDefinition(declarationOf(content), COMPONENT_REQUIREMENTS, {
        title: "Declaration",
        component: "A product",
        implementation: "Rows of IEC 62443-4-2",
        answer: (value) => value,
      }),
    read: readComponentDefinition,
    recognises: isComponentDefinition,
  },
];

function parsed(text: string): JsonObject {
  const read = readJson(text);
  if (!read.ok || !isObject(read.value)) throw new Error("no JSON");
  return read.value;
}

function expectOnlyStatements({ answers, facts, evidence }: Stated): void {
  for (const { value } of answers) if (value) expect(AnswerSchema.safeParse(value).success).toBe(true);
  for (const { value } of facts) expect(ProductFactsSchema.safeParse(value).success).toBe(true);
  for (const { value } of evidence) expect(EvidenceSchema.safeParse(value).success).toBe(true);
}

describe.each(FORMATS)("$name", ({ write, read, recognises }) => {
  test("brings everything back", () => {
    const content = asFilledIn(aFullDeclaration().content);
    const file = parsed(write(content));
    expect(recognises(file)).toBe(true);
    expectSame(takenOver(read(file, KNOWN), EMPTY_DECLARATION_CONTENT), content);
  });

  test("brings back whatever is stated", () => {
    fc.assert(
      fc.property(declarationContent, (any) => {
        const content = asFilledIn(any);
        expectSame(takenOver(read(parsed(write(content)), KNOWN), EMPTY_DECLARATION_CONTENT), content);
      }),
      { numRuns: 60 },
    );
  });

  test("is the same file for the same content", () => {
    const { content } = aFullDeclaration();
    expect(write(content)).toBe(write(structuredClone(content)));
  });

  test("damaged anywhere it gives statements of a declaration or nothing, and never throws", () => {
    const text = write(asFilledIn(aFullDeclaration().content));
    const at = fc.nat({ max: text.length });
    const piece = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "null",
        "[]",
        "{}",
        '""',
        "1",
        "-1",
        "true",
        '"__proto__"',
        '"met"',
        "not-met",
        "9".repeat(30),
      ),
    );
    fc.assert(
      fc.property(at, fc.nat({ max: 30 }), piece, (place, length, by) => {
        const damaged = readJson(text.slice(0, place) + by + text.slice(place + length));
        if (damaged.ok && isObject(damaged.value)) expectOnlyStatements(read(damaged.value, KNOWN));
      }),
      { numRuns: 800 },
    );
  });

  test("any member replaced by any value gives statements of a declaration or nothing, and never throws", () => {
    const text = write(asFilledIn(aFullDeclaration().content));
    const members = [...text.matchAll(/"[\w:-]+": /g)].map(({ index, 0: found }) => index + found.length);
    fc.assert(
      fc.property(fc.constantFrom(...members), fc.jsonValue({ maxDepth: 2 }), (place, value) => {
        const rest = text.slice(place);
        const scalar = /^(?:"(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null)/.exec(rest)?.[0];
        const from = scalar === undefined ? "" : scalar;
        const damaged = readJson(text.slice(0, place) + JSON.stringify(value) + rest.slice(from.length));
        if (damaged.ok && isObject(damaged.value)) expectOnlyStatements(read(damaged.value, KNOWN));
      }),
      { numRuns: 500 },
    );
  });
});

describe("files of others", () => {
  test("attestations: by conformance where the predicate is no answer of ours, with the place of what is left out", () => {
    const stated = readAttestations(
      parsed(
        JSON.stringify({
          bomFormat: "CycloneDX",
          specVersion: "1.6",
          metadata: { component: { type: "device", name: "Pump", version: "3" } },
          declarations: {
            claims: [
              { "bom-ref": "c1", predicate: "People are identified", reasoning: "by PIN", evidence: ["e1"] },
              { "bom-ref": "c2", predicate: "Partly" },
            ],
            evidence: [
              {
                "bom-ref": "e1",
                description: "Report 7",
                expires: "2027-01-01T00:00:00Z",
                data: [{ contents: { url: "https://a.example/7" } }],
              },
              { "bom-ref": "e2" },
            ],
            attestations: [
              {
                map: [
                  { requirement: "r1", claims: ["c1"], conformance: { score: 1 } },
                  { requirement: "CR 1.3", claims: ["c2"], conformance: { score: 0.4 } },
                  { requirement: "CR 2.1", conformance: { score: 0 } },
                  { requirement: "PCI 1", conformance: { score: 1 } },
                ],
              },
            ],
          },
          definitions: { standards: [{ requirements: [{ "bom-ref": "r1", identifier: "CR 1.1" }] }] },
        }),
      ),
      KNOWN,
    );
    expect(stated).toMatchObject({
      about: "Pump 3",
      edition: "CycloneDX 1.6",
      componentTypes: null,
      facts: [],
    });
    expect(stated.answers).toEqual([
      {
        id: "CR 1.1",
        value: { value: "met", note: "by PIN", evidenceIds: ["e1"] },
        place: { pointer: "/declarations/attestations/0/map/0" },
      },
      { id: "CR 2.1", value: { value: "not-met" }, place: { pointer: "/declarations/attestations/0/map/2" } },
    ]);
    expect(stated.evidence).toMatchObject([
      { value: { id: "e1", title: "Report 7", validUntil: "2027-01-01", assurance: "declared" } },
    ]);
    expect(stated.problems).toEqual([
      { code: "unknown-value", place: { pointer: "/declarations/evidence/1" }, value: "e2" },
      { code: "unknown-answer", place: { pointer: "/declarations/attestations/0/map/1" }, value: "CR 1.3" },
      {
        code: "unknown-requirement",
        place: { pointer: "/declarations/attestations/0/map/3" },
        value: "PCI 1",
      },
    ]);
  });

  test("OSCAL: by implementation-status, whatever signs the ids are written in; rows of other standards are listed", () => {
    const implemented = (control: string, status: string, description = "") => ({
      "control-id": control,
      description,
      props: [{ name: "implementation-status", value: status }],
    });
    const stated = readComponentDefinition(
      parsed(
        JSON.stringify({
          "component-definition": {
            metadata: { "oscal-version": "1.0.2" },
            components: [
              {
                title: "Pump",
                "control-implementations": [
                  {
                    "implemented-requirements": [
                      implemented("CR-1.1-RE-1", "implemented", "by PIN"),
                      implemented("cr-1.2", "partial"),
                      implemented("EDR_3.10", "not-applicable", "no updates"),
                      implemented("CR-1.1-RE-1", "implemented"),
                      implemented("CIS-1.2.1", "implemented"),
                    ],
                  },
                ],
              },
            ],
          },
        }),
      ),
      KNOWN,
    );
    expect(stated.edition).toBe("OSCAL 1.0.2");
    expect(stated.answers.map(({ id, value }) => [id, value])).toEqual([
      ["CR 1.1 RE(1)", { value: "met", note: "by PIN" }],
      ["EDR 3.10", { value: "not-applicable", note: "no updates" }],
    ]);
    expect(stated.problems.map(({ code, value }) => [code, value])).toEqual([
      ["unknown-answer", "cr-1.2"],
      ["duplicate-id", "CR-1.1-RE-1"],
      ["unknown-requirement", "CIS-1.2.1"],
    ]);
  });
});
