import { z } from "zod";
import { VIEW_PAGES } from "~/domain/procurement/saved-view";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findSavedView, saveDefaultView } from "~db/repositories/saved-views";
import { useCase } from "../use-case.server";

/** What the page opens with for this person; an empty id: with everything. */
export const setDefaultView = useCase({
  action: "saved-view.set-default",
  input: z.strictObject({ page: z.enum(VIEW_PAGES), viewId: z.string().max(64) }),
  async run({ db, actor, input }) {
    const { organisationId, personId } = actor;
    const { page } = input;
    const viewId = input.viewId === "" ? null : input.viewId;
    const view = viewId === null ? null : await findSavedView(db, organisationId, { id: viewId, personId });
    if (viewId !== null && view?.page !== page)
      throw new AppError("not-found", "there is no such view of this page");
    await saveDefaultView(db, organisationId, { page, personId, viewId });
    return accept({ id: viewId ?? page });
  },
});
