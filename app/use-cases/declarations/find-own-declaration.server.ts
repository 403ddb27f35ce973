import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { type Declaration, findDeclaration, saveDeclarationDraft } from "~db/repositories/declarations";

/** Throws `not-found` for a missing and for another supplier's declaration alike. */
export async function findOwnDeclaration(db: Db, actor: Actor, declarationId: string): Promise<Declaration> {
  const declaration = await findDeclaration(db, actor.organisationId, declarationId);
  if (!declaration) throw new AppError("not-found", "there is no such declaration");
  return declaration;
}

export type SavedDraft = { id: string; saveVersion: number };
export type DraftRefusal = { code: "not-a-draft" } | { code: "changed-meanwhile" };

/** Saves a draft that was read in the same transaction; returns its new save version. */
export async function saveOwnDraft(
  db: Db,
  declaration: Declaration,
  { content, now }: { content: Declaration["content"]; now: Date },
): Promise<number> {
  const { organisationId, id, saveVersion } = declaration;
  const isSaved = await saveDeclarationDraft(db, organisationId, {
    id,
    content,
    saveVersion,
    updatedAt: now,
  });
  if (!isSaved) throw new AppError("conflict", "the declaration has changed meanwhile");
  return saveVersion + 1;
}
