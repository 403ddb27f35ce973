import { findStandard, loadCatalogue } from "~/catalogue/index.server";
import { mayDo } from "~/domain/access/permissions";
import { rowsBackedBy } from "~/domain/declaration/lifecycle";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findWithNames } from "./present-declaration.server";

/** The evidence of a declaration with the answers that rest on it; `edit` is the id of one piece, `new`, or null. */
export async function presentEvidence(
  { actor, database, now }: Caller,
  { declarationId, edit }: { declarationId: string; edit: string | null },
) {
  requirePermission(actor, "declaration.read");
  const { read } = database;
  const { declaration, product, release } = await findWithNames(read, actor.organisationId, declarationId);
  const { id, version, state, content, updatedAt } = declaration;
  const mayAnswer = state === "draft" && mayDo(actor, "declaration.answer");
  const edited = content.evidence.find((piece) => piece.id === edit) ?? null;
  if (mayAnswer && edit !== null && edit !== "new" && !edited)
    throw new AppError("not-found", "there is no such evidence");
  return {
    declaration: { id, version, state, content, updatedAt: updatedAt.toISOString() },
    product: { id: product.id, name: product.name },
    release: { id: release.id, version: release.version },
    pieces: content.evidence.map((piece) => ({
      ...piece,
      schemeName: findStandard(piece.scheme)?.designation ?? piece.scheme,
      rows: rowsBackedBy(content, piece.id),
    })),
    edited,
    isAdding: mayAnswer && edit === "new",
    schemes: loadCatalogue().standards.map((standard) => ({ id: standard.id, name: standard.designation })),
    asOf: toIsoDate(now),
    mayAnswer,
  };
}
