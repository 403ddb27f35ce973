import { MDS2_SECTIONS } from "~/catalogue/mds2-worksheet";
import { type DeclarationContent, EMPTY_DECLARATION_CONTENT } from "~/domain/declaration/declaration";
import type { Mds2Answer } from "~/domain/declaration/mds2";
import { writeMds2Csv, writeMds2Workbook } from "~/formats/mds2/write";
import type { IntakeGround } from "~/intake/reader";
import { PORTAL_KEY } from "./portal-key";

const HEADS = ["Question ID", "Question", "Answer", "Note"] as const;

export function aGround(
  content: Partial<DeclarationContent> = {},
  overrides: Partial<IntakeGround> = {},
): IntakeGround {
  return {
    content: { ...EMPTY_DECLARATION_CONTENT, componentTypes: ["embedded-device"], ...content },
    ...{ product: "Infusion Pump", release: "3.2.1", manufacturer: "Fiktiva Medtech" },
    file: { name: "file.json", sha256: "a".repeat(64) },
    ...{ evidenceId: "piece-1", asOf: "2026-11-21T10:00:00Z", sbom: null },
    portalKey: PORTAL_KEY.publicKey,
    ...overrides,
  };
}

const formOf = (answers: Readonly<Record<string, Mds2Answer>>) => ({
  ...{ edition: "2019" as const, releasedOn: "2026-03-01", answers },
});

/** A filled form of 2019, as our own writer makes it. */
export async function anMds2Workbook(answers: Readonly<Record<string, Mds2Answer>>): Promise<Uint8Array> {
  const blob = await writeMds2Workbook(formOf(answers), MDS2_SECTIONS, { heads: HEADS, sheet: "MDS2" });
  return new Uint8Array(await blob.arrayBuffer());
}

export function anMds2Csv(answers: Readonly<Record<string, Mds2Answer>>): Uint8Array {
  return new TextEncoder().encode(writeMds2Csv(formOf(answers), MDS2_SECTIONS, HEADS));
}
