import { AppError } from "~/domain/shared/app-error";
import { sha256Of } from "~/domain/shared/fingerprint";
import { writeSealedFile } from "~/formats/cordon-json/sealed-file";
import { PACK_FOLDERS, type PackedAttached, type PackedDecisions } from "~/formats/evidence-pack/manifest";
import { openPack, type PackWriter, toCompactBytes } from "~/formats/evidence-pack/write";
import type { FileCaller } from "~/use-cases/files/find-own-upload.server";
import type { Caller } from "~/use-cases/use-case.server";
import { type FrozenAssessment, findAssessment } from "~db/repositories/assessments";
import type { NamedDecision } from "~db/repositories/decisions";
import { findSeal } from "~db/repositories/declaration-seals";
import { packAttached } from "./attached-archive.server";
import type { EvidenceOfScope } from "./present-evidence-of-scope.server";

/** More than this comes out of no pack: who checks one holds it in memory. */
const MOST_BYTES = 400_000_000;

type Watching = { signal: AbortSignal; tell: (done: number, of: number) => void };

export type PackedDecisionRow = PackedDecisions[number] & {
  decision: NamedDecision;
  verdict: FrozenAssessment["result"]["verdict"];
};

/**
 * A pack with what its decisions were made on, with the files that the hospital attached, and of a supplier all that it
 * shares; the rest is added to it.
 */
export async function packEvidence(
  caller: FileCaller,
  { about, decisions, part, attached }: EvidenceOfScope,
  watching: Watching,
): Promise<{ pack: PackWriter; rows: ReadonlyArray<PackedDecisionRow>; listed: PackedAttached }> {
  const pack = openPack(about);
  const rows = await packDecisions(caller, pack, decisions, watching);
  const { subject } = about;
  if (part.kind === "supplier" && subject.kind === "supplier")
    for (const { declarationId } of part.of.declarations)
      await packSeal(caller.database.read, pack, { supplierId: subject.supplierId, declarationId });
  return { pack, rows, listed: await packAttached(caller, pack, attached, watching.signal) };
}

/**
 * Puts what every decision was made on into the pack, one after the other, so that others have their turn between them.
 * Profiles and declarations that several rest on are there once.
 */
async function packDecisions(
  { actor, database }: Caller,
  pack: PackWriter,
  decisions: ReadonlyArray<NamedDecision>,
  { signal, tell }: Watching,
): Promise<ReadonlyArray<PackedDecisionRow>> {
  const rows: Array<PackedDecisionRow> = [];
  for (const decision of decisions) {
    signal.throwIfAborted();
    const frozen = await findAssessment(database.read, actor.organisationId, decision.assessmentId);
    if (!frozen) throw new AppError("not-found", "there is no such assessment");
    const { asOf, fingerprint, profile, declaration, result } = frozen;
    const assessment = `${PACK_FOLDERS.assessments}${decision.id}.json`;
    pack.add(assessment, toCompactBytes({ asOf, fingerprint, result }));
    rows.push({
      ...{ id: decision.id, fingerprint: decision.fingerprint, assessment },
      profile: addOnce(pack, PACK_FOLDERS.profiles, profile),
      declaration: addOnce(pack, PACK_FOLDERS.declarations, declaration),
      sealed: await packSeal(database.read, pack, frozen),
      ...{ decision, verdict: result.verdict },
    });
    if (pack.bytes() > MOST_BYTES)
      throw new AppError("conflict", "this is more than one evidence pack holds");
    tell(rows.length, decisions.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows;
}

/** A declaration as its supplier signed it; null where it was signed before there were seals. */
async function packSeal(
  db: Caller["database"]["read"],
  pack: PackWriter,
  { supplierId, declarationId }: Pick<FrozenAssessment, "supplierId" | "declarationId">,
): Promise<string | null> {
  const name = `${PACK_FOLDERS.sealed}${declarationId}.json`;
  if (pack.has(name)) return name;
  const seal = await findSeal(db, supplierId, declarationId);
  if (!seal) return null;
  pack.add(name, new TextEncoder().encode(writeSealedFile(seal)));
  return name;
}

/** The same content has the same name. */
function addOnce(pack: PackWriter, folder: string, value: unknown): string {
  const bytes = toCompactBytes(value);
  const name = `${folder}${sha256Of(bytes)}.json`;
  if (!pack.has(name)) pack.add(name, bytes);
  return name;
}
