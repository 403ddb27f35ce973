import type { Answer, AnswerValue } from "~/domain/declaration/declaration";
import type { Evidence } from "~/domain/declaration/evidence";
import { type DeclarationToWrite, type NamedRow, uuidOf } from "../stated/declaration-to-write";
import { isAddress } from "../stated/evidence";
import { extensionOf, toLine } from "../stated/extension";

/** Sentences of a file, in one language. */
export type AttestationWords = {
  summary: string;
  statement: string;
  standard: { name: string; version: string };
};

export const PRODUCT_REF = "product";
const SUPPLIER_REF = "supplier";
export const CLAIM_REF = "claim:";
export const EVIDENCE_REF = "evidence:";
export const REQUIREMENT_REF = "iec-62443-4-2:";
export const OWN = "cordon:";

/** How far a row is met, as CycloneDX counts; what stands in for a row is half of it. The exact answer is the claim's predicate. */
const SCORES: Readonly<Record<AnswerValue, number | null>> = {
  met: 1,
  "met-by-configuration": 1,
  "met-with-countermeasure": 0.5,
  "not-met": 0,
  "not-applicable": null,
};

/** A declaration as CycloneDX 1.6 attestations (`declarations`, `definitions.standards`); the same input gives the same text. */
export function writeAttestations(
  declaration: DeclarationToWrite,
  rows: ReadonlyArray<NamedRow>,
  words: AttestationWords,
): string {
  const { supplier, product, release, version, signed, writtenAt, content } = declaration;
  const answered = rows.flatMap((row) => {
    const answer = content.answers[row.id];
    return answer ? [{ ...row, answer }] : [];
  });
  const bom = {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    serialNumber: `urn:uuid:${uuidOf("attestations", declaration)}`,
    version,
    metadata: {
      timestamp: writtenAt,
      component: {
        type: content.componentTypes.includes("software-application") ? "application" : "device",
        "bom-ref": PRODUCT_REF,
        supplier: { name: supplier },
        name: product,
        version: release,
      },
    },
    declarations: {
      assessors: [{ "bom-ref": SUPPLIER_REF, thirdParty: false, organization: { name: supplier } }],
      attestations: [
        {
          summary: words.summary,
          assessor: SUPPLIER_REF,
          map: answered.map(({ id, answer }) => mapOf(id, answer)),
        },
      ],
      claims: answered.map(({ id, answer }) => claimOf(id, answer)),
      evidence: content.evidence.map(evidenceOf),
      ...(signed
        ? { affirmation: affirmationOf({ supplier, name: signed.by, statement: words.statement }) }
        : {}),
    },
    definitions: {
      standards: [{ "bom-ref": "iec-62443-4-2", ...words.standard, requirements: rows.map(requirementOf) }],
    },
    properties: extensionOf(content).map(({ name, value }) => ({ name: OWN + name, value })),
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function mapOf(id: string, { value }: Answer) {
  const score = SCORES[value];
  const isAgainst = value === "not-met";
  return {
    requirement: REQUIREMENT_REF + id,
    ...(isAgainst ? { counterClaims: [CLAIM_REF + id] } : { claims: [CLAIM_REF + id] }),
    conformance: score === null ? { rationale: value } : { score, rationale: value },
  };
}

function claimOf(id: string, { value, note, evidenceIds = [] }: Answer) {
  return {
    "bom-ref": CLAIM_REF + id,
    target: PRODUCT_REF,
    predicate: value,
    ...(note ? { reasoning: note } : {}),
    ...(evidenceIds.length > 0 ? { evidence: evidenceIds.map((one) => EVIDENCE_REF + one) } : {}),
  };
}

function evidenceOf(piece: Evidence) {
  const { id, title, issuer, validFrom, validUntil, reference } = piece;
  const whole = {
    name: `${OWN}evidence`,
    contents: { attachment: { contentType: "application/json", content: toLine(piece) } },
  };
  return {
    "bom-ref": EVIDENCE_REF + id,
    description: title,
    data: [whole, ...(isAddress(reference) ? [{ name: title, contents: { url: reference } }] : [])],
    ...(validFrom === null ? {} : { created: `${validFrom}T00:00:00Z` }),
    ...(validUntil === null ? {} : { expires: `${validUntil}T23:59:59Z` }),
    ...(issuer === "" ? {} : { author: { name: issuer } }),
  };
}

/** Who signed; the signature itself is the portal's, in the Cordon JSON. */
function affirmationOf({ supplier, name, statement }: { supplier: string; name: string; statement: string }) {
  return {
    statement,
    signatories: [
      {
        name,
        role: "signatory",
        organization: { name: supplier },
        externalReference: { type: "attestation", url: "declaration.json" },
      },
    ],
  };
}

function requirementOf({ id, title }: NamedRow) {
  return { "bom-ref": REQUIREMENT_REF + id, identifier: id, title };
}
