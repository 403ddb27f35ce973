import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { deleteRequestTemplate } from "~db/repositories/request-templates";
import { useCase } from "../use-case.server";

/** What was sent from it stays as it is. */
export const deleteTemplate = useCase({
  action: "request-template.delete",
  input: z.strictObject({ templateId: z.string().min(1).max(64) }),
  async run({ db, actor, input }) {
    if (!(await deleteRequestTemplate(db, actor.organisationId, input.templateId)))
      throw new AppError("not-found", "there is no such template");
    return accept({ id: input.templateId });
  },
});
