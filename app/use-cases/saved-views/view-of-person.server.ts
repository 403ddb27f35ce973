import { mayDo } from "~/domain/access/permissions";
import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findSavedView, type SavedView } from "~db/repositories/saved-views";

/** A view that the person may change: their own, or a shared one where they may share. Any other does not exist for them. */
export async function requireChangeableView(db: Db, actor: Actor, id: string): Promise<SavedView> {
  const view = await findSavedView(db, actor.organisationId, { id, personId: actor.personId });
  const isOwn = view?.personId === actor.personId;
  if (!view || !(isOwn || mayDo(actor, "saved-view.share")))
    throw new AppError("not-found", "there is no such view of yours");
  return view;
}
