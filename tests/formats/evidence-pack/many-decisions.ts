import { hashOfEntry } from "~/domain/audit/entry-hash";
import { PACK_FILES, type PackedAudit, type PackSubject } from "~/formats/evidence-pack/manifest";
import { toBytes, writePack } from "~/formats/evidence-pack/write";
import { PORTAL_KEY } from "../../builders/portal-key";
import { aFrozenInput, aSealedFile, MADE_AT } from "./a-pack";

export const SUBJECTS: ReadonlyArray<PackSubject> = [
  { kind: "zone", modelId: "m", zoneId: "z", name: "Intensive care" },
  { kind: "supplier", supplierId: "s", name: "Fiktiva" },
  { kind: "period", from: "2026-01-01", to: "2026-11-22" },
];

/** Entries with these numbers, each resting on the one before it; what lies between them nobody knows. */
export function aTrail(...sequences: ReadonlyArray<number>): PackedAudit {
  const trail: Array<PackedAudit[number]> = [];
  for (const sequence of sequences) {
    const before = trail.at(-1);
    const previous = before?.sequence === sequence - 1 ? before.hash : "0".repeat(64);
    const entry = {
      ...{ sequence, at: MADE_AT, action: "decision.record", personId: "p", organisationId: "h" },
      ...{ subjectId: "decision-1", details: {} },
    };
    trail.push({ ...entry, previous, hash: hashOfEntry(entry, previous) });
  }
  return trail;
}

/** Two decisions on one profile and one declaration that the supplier signed. */
export function manyFiles(): Map<string, Uint8Array> {
  const { profile, declaration, ...assessment } = aFrozenInput();
  const rests = { profile: "profiles/1.json", declaration: "declarations/1.json", sealed: "sealed/1.json" };
  const { fingerprint } = assessment;
  const listed = ["a", "b"].map((id) => ({
    id,
    fingerprint,
    assessment: `assessments/${id}.json`,
    ...rests,
  }));
  return new Map([
    [PACK_FILES.readMe as string, new TextEncoder().encode("to read")],
    [PACK_FILES.contents, toBytes({ about: "to be read" })],
    [PACK_FILES.decisions, toBytes(listed)],
    ["profiles/1.json", toBytes(profile)],
    ["declarations/1.json", toBytes(declaration)],
    ["sealed/1.json", aSealedFile(aFrozenInput())],
    ["assessments/a.json", toBytes(assessment)],
    ["assessments/b.json", toBytes(assessment)],
    [PACK_FILES.audit, toBytes(aTrail(3, 4, 9))],
  ]);
}

export function aPackOf(
  subject: PackSubject,
  files: ReadonlyMap<string, Uint8Array> = manyFiles(),
): Uint8Array {
  return writePack(
    { hospital: "Nemocnice Demo", subject, madeBy: "Iva", madeAt: MADE_AT, files },
    PORTAL_KEY,
  );
}
