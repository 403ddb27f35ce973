import { assess } from "~/domain/assessment/assess";
import type { FrozenInput } from "~/domain/assessment/replay";
import { hashOfEntry } from "~/domain/audit/entry-hash";
import { type PortalKey, sealDeclaration } from "~/domain/declaration/seal";
import { writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { PACK_FILES, type PackedAudit } from "~/formats/evidence-pack/manifest";
import { toBytes, writePack } from "~/formats/evidence-pack/write";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aContent, aProfile, aRow } from "../../domain/assessment/rows";

export const MADE_AT = "2026-11-22T09:00:00.123Z";

export function aFrozenInput(answer: "met" | "not-met" = "met"): FrozenInput {
  const profile = aProfile({ slTarget: { IAC: 1 }, rows: [aRow("CR 1.1")] });
  const declaration = aContent({ "CR 1.1": answer });
  const result = assess(profile, declaration, "2026-11-21");
  return { profile, declaration, asOf: "2026-11-21", result, fingerprint: result.fingerprint };
}

export function anAudit(): PackedAudit {
  const first = { sequence: 7, at: MADE_AT, action: "decision.record", personId: "p", organisationId: "h" };
  const entry = { ...first, subjectId: "decision-1", details: { kind: "approve" } };
  const previous = "0".repeat(64);
  return [{ ...entry, previous, hash: hashOfEntry(entry, previous) }];
}

export function aSealedFile(frozen: FrozenInput, key: PortalKey = PORTAL_KEY): Uint8Array {
  const sealed = sealDeclaration(
    {
      names: { supplier: "Fiktiva", product: "Pump", release: "3.4.1" },
      content: frozen.declaration,
      declaration: { declarationId: "d-1", version: 2, catalogueVersion: "test" },
      signatory: "Žofie Králová",
      signedAt: new Date(MADE_AT),
    },
    key,
  );
  return new TextEncoder().encode(writeSealedFile(sealed));
}

/** The files of a pack that holds together. */
export function packFiles(frozen: FrozenInput = aFrozenInput()): Map<string, Uint8Array> {
  return new Map<string, Uint8Array>([
    [PACK_FILES.readMe, new TextEncoder().encode("to read")],
    [PACK_FILES.decision, toBytes({ id: "decision-1", fingerprint: frozen.fingerprint })],
    [PACK_FILES.assessment, toBytes(frozen)],
    [PACK_FILES.declaration, aSealedFile(frozen)],
    [PACK_FILES.audit, toBytes(anAudit())],
  ]);
}

export function aPack(files: ReadonlyMap<string, Uint8Array> = packFiles(), key: PortalKey = PORTAL_KEY) {
  return writePack(
    {
      hospital: "Nemocnice Demo",
      subject: { kind: "decision", decisionId: "decision-1" },
      madeBy: "Iva",
      madeAt: MADE_AT,
      files,
    },
    key,
  );
}
