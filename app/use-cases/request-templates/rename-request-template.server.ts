import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { findRequestTemplateByName, renameRequestTemplate } from "~db/repositories/request-templates";
import { type InvalidInput, useCase } from "../use-case.server";

export const renameTemplate = useCase({
  action: "request-template.rename",
  input: z.strictObject({ templateId: z.string().min(1).max(64), name: lineOfText(120) }),
  async run({ db, actor, input, now }): Promise<Result<{ id: string }, InvalidInput>> {
    const { templateId: id, name } = input;
    const taken = await findRequestTemplateByName(db, actor.organisationId, name);
    if (taken && taken.id !== id) return refuse({ code: "invalid-input", fields: { name: ["taken"] } });
    if (!(await renameRequestTemplate(db, actor.organisationId, { id, name, updatedAt: now })))
      throw new AppError("not-found", "there is no such template");
    return accept({ id });
  },
});
