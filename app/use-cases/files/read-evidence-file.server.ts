import { z } from "zod";
import type { Actor } from "~/domain/access/role";
import { nameForDownload } from "~/domain/files/file-name";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { findDecidedContent } from "~db/repositories/assessments";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { findFile, listAttachedFiles } from "~db/repositories/files";
import { findOwnDeclaration } from "../declarations/find-own-declaration.server";
import { requirePermission, useCase } from "../use-case.server";
import type { FileCaller } from "./find-own-upload.server";

type Wanted = { declarationId: string; evidenceId: string; sha256: string | null };

const recordReading = useCase({
  action: "file.read",
  input: z.strictObject({
    declarationId: z.string().max(64),
    evidenceId: z.string().max(64),
    /** A file that the piece had before; null = the one it has. Only its supplier may ask for another one. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  async run({ db, actor, input }) {
    const { supplierId, sha256 } = await findDigest(db, actor, input);
    const file = sha256 === null ? undefined : await findFile(db, supplierId, sha256);
    if (!file) throw new AppError("not-found", "there is no such file");
    return accept({ id: input.declarationId, file });
  },
  audit: ({ evidenceId }, value) => ({ evidenceId, sha256: value.file.sha256 }),
});

/**
 * The file of a piece of evidence: for its supplier, and for a hospital that may see the signed declaration or has
 * decided on it. Every reading is written down. Throws `not-found` for what is missing, foreign or not shared alike, `unavailable` where the
 * bytes are not the ones that were kept.
 */
export async function readEvidenceFile({ files, ...caller }: FileCaller, raw: unknown) {
  requirePermission(caller.actor, "file.read");
  const recorded = await recordReading(caller, raw);
  if (!recorded.ok) throw new AppError("not-found", "there is no such file");
  const { organisationId, sha256, name, mediaType } = recorded.value.file;
  const found = await files.read({ organisationId, sha256 });
  if (!found) throw new AppError("unavailable", "the file is missing or damaged; a backup is needed");
  return { ...found, name: nameForDownload(name, mediaType), mediaType };
}

async function findDigest(
  db: Db,
  actor: Actor,
  wanted: Wanted,
): Promise<{ supplierId: string; sha256: string | null }> {
  if (actor.organisationKind === "supplier") {
    const declaration = await findOwnDeclaration(db, actor, wanted.declarationId);
    const { organisationId: supplierId, releaseId, content } = declaration;
    if (wanted.sha256 === null) return { supplierId, sha256: digestOf(content, wanted.evidenceId) };
    const attached = await listAttachedFiles(db, supplierId, releaseId);
    const isOfPiece = attached.some(
      ({ evidenceId, sha256 }) => evidenceId === wanted.evidenceId && sha256 === wanted.sha256,
    );
    return { supplierId, sha256: isOfPiece ? wanted.sha256 : null };
  }
  const shared =
    (await findSharedDeclaration(db, actor.organisationId, wanted.declarationId)) ??
    (await findDecidedContent(db, actor.organisationId, wanted.declarationId));
  if (!shared || wanted.sha256 !== null) throw new AppError("not-found", "there is no such file");
  return { supplierId: shared.supplierId, sha256: digestOf(shared.content, wanted.evidenceId) };
}

function digestOf(
  { evidence }: { evidence: ReadonlyArray<{ id: string; sha256: string | null }> },
  evidenceId: string,
): string | null {
  return evidence.find(({ id }) => id === evidenceId)?.sha256 ?? null;
}
