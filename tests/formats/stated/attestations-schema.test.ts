import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import { writeAttestations } from "~/formats/attestations/write";
import { declarationContent } from "../../builders/arbitraries";
import { aFullDeclaration } from "../../cli/full-files";
import { asFilledIn } from "./taken-over";

/** The schema of CycloneDX itself: what is written can be read by others, not by its own reader alone. */
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

function attested(content: DeclarationContent): string {
  return writeAttestations(
    {
      ...{ supplier: "Fiktiva", product: "Pump", release: "3.4.1", version: 2, content },
      signed: { by: "Žofie Králová", at: "2026-11-22T09:00:00.000Z" },
      writtenAt: "2026-11-22T09:00:00.000Z",
    },
    COMPONENT_REQUIREMENTS,
    {
      summary: "What the supplier declares",
      statement: "True to our best knowledge.",
      standard: { name: "IEC 62443-4-2", version: "2019" },
    },
  );
}

test("attestations hold against the schema of CycloneDX 1.6, read strictly", async () => {
  const text = attested(asFilledIn(aFullDeclaration().content));
  expect(JSON.parse(text)).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
  expect(await validator.validate(text)).toBeNull();
});

test("whatever is stated, the attestations hold against the schema", async () => {
  await fc.assert(
    fc.asyncProperty(declarationContent, async (content) => {
      expect(await validator.validate(attested(asFilledIn(content)))).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test("the schema refuses what is no attestation: the check can fail", async () => {
  const file = JSON.parse(attested(asFilledIn(aFullDeclaration().content)));
  file.declarations.claims[0].target = 7;
  expect(await validator.validate(JSON.stringify(file))).not.toBeNull();
});
