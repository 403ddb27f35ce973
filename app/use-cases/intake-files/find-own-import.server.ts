import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findImport, type StoredImport } from "~db/repositories/file-imports";

/** Throws `not-found` alike for a missing one, another supplier's and one of another declaration. */
export async function findOwnImport(
  db: Db,
  actor: Actor,
  { declarationId, importId }: { declarationId: string; importId: string },
): Promise<StoredImport> {
  const found = await findImport(db, actor.organisationId, importId);
  if (found?.declarationId !== declarationId) throw new AppError("not-found", "there is no such import");
  return found;
}
