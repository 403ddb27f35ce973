import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { deleteSavedView } from "~db/repositories/saved-views";
import { useCase } from "../use-case.server";
import { requireChangeableView } from "./view-of-person.server";

export const deleteView = useCase({
  action: "saved-view.delete",
  input: z.strictObject({ viewId: z.string().min(1).max(64) }),
  async run({ db, actor, input }) {
    const { id } = await requireChangeableView(db, actor, input.viewId);
    await deleteSavedView(db, actor.organisationId, id);
    return accept({ id });
  },
});
