import { z } from "zod";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { findSavedViewByName, saveSavedView } from "~db/repositories/saved-views";
import { type InvalidInput, useCase } from "../use-case.server";
import { requireChangeableView } from "./view-of-person.server";

export const renameView = useCase({
  action: "saved-view.rename",
  input: z.strictObject({ viewId: z.string().min(1).max(64), name: lineOfText(80) }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string }, InvalidInput>> {
    const { id, page, personId } = await requireChangeableView(db, actor, input.viewId);
    const taken = await findSavedViewByName(db, actor.organisationId, { page, personId, name: input.name });
    if (taken && taken.id !== id) return refuse({ code: "invalid-input", fields: { name: ["taken"] } });
    await saveSavedView(db, actor.organisationId, { id, name: input.name, updatedAt: now });
    return accept({ id });
  },
});
