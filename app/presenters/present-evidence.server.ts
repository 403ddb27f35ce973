import { findStandard, loadCatalogue } from "~/catalogue/index.server";
import { mayDo } from "~/domain/access/permissions";
import { validityOf } from "~/domain/declaration/evidence-validity";
import { rowsBackedBy } from "~/domain/declaration/lifecycle";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import { listAttachedFiles, listFiles, listFilesNamed } from "~db/repositories/files";
import { findWithNames } from "./present-declaration.server";
import { filesWithUse, pieceWithFile, replacedFiles, toShownFile } from "./stored-files.server";

/** `edit` is the id of one piece, `new`, or null; `file` the digest of a stored file that a new piece begins with. */
type EvidenceQuery = { declarationId: string; edit: string | null; file?: string | null };

/** The evidence of a declaration with its files and the answers that rest on it. */
export async function presentEvidence(
  { actor, database, now }: Caller,
  { declarationId, edit, file = null }: EvidenceQuery,
) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, content, updatedAt } = declaration;
  const mayAnswer = state === "draft" && mayDo(actor, "declaration.answer");
  const edited = content.evidence.find((piece) => piece.id === edit) ?? null;
  if (mayAnswer && edit !== null && edit !== "new" && !edited)
    throw new AppError("not-found", "there is no such evidence");
  const asOf = toIsoDate(now);
  const isAdding = mayAnswer && edit === "new";
  const { organisationId } = actor;
  const digests = content.evidence.flatMap(({ sha256 }) => sha256 ?? []);
  const [own, attached, stored, declarations] = await Promise.all([
    listFilesNamed(read, organisationId, digests),
    listAttachedFiles(read, organisationId, release.id),
    mayAnswer ? listFiles(read, organisationId) : [],
    mayAnswer ? listDeclarations(read, organisationId) : [],
  ]);
  const files = new Map(own.map((one) => [one.sha256, toShownFile(one)]));
  return {
    declaration: { id, version, state, content, updatedAt: updatedAt.toISOString() },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    pieces: content.evidence.map((piece) => ({
      ...piece,
      schemeName: findStandard(piece.scheme)?.designation ?? piece.scheme,
      rows: rowsBackedBy(content, piece.id),
      validity: validityOf(piece, asOf),
      file: piece.sha256 === null ? null : (files.get(piece.sha256) ?? null),
      replaced: replacedFiles(attached, piece),
    })),
    edited,
    isAdding,
    /** What is known already of the file that a new piece begins with. */
    template: isAdding ? pieceWithFile(declarations, file) : null,
    /** Files of the supplier that may back this product too. */
    stored: filesWithUse(stored, declarations),
    mayUpload: mayAnswer && mayDo(actor, "file.upload"),
    schemes: loadCatalogue().standards.map((standard) => ({ id: standard.id, name: standard.designation })),
    mayAnswer,
  };
}
