import { z } from "zod";
import { accept } from "~/domain/shared/result";
import { saveSavedView } from "~db/repositories/saved-views";
import { useCase } from "../use-case.server";
import { requireChangeableView } from "./view-of-person.server";

/** Shows a view to everybody of the organisation, or to its owner alone again. */
export const shareView = useCase({
  action: "saved-view.share",
  input: z.strictObject({ viewId: z.string().min(1).max(64), isShared: z.enum(["yes", "no"]) }),
  async run({ db, actor, input, now }) {
    const { id } = await requireChangeableView(db, actor, input.viewId);
    const isShared = input.isShared === "yes";
    await saveSavedView(db, actor.organisationId, { id, isShared, updatedAt: now });
    return accept({ id });
  },
  audit: ({ isShared }) => ({ isShared: isShared === "yes" }),
});
