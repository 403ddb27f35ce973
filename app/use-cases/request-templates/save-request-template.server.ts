import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { lineOfText } from "~/domain/shared/text";
import { listTenderFiles } from "~db/repositories/attachments";
import { findRequest } from "~db/repositories/intake-requests";
import {
  countRequestTemplates,
  findRequestTemplateByName,
  MOST_TEMPLATES,
  saveNewRequestTemplate,
} from "~db/repositories/request-templates";
import { findTender, listTenderRequests } from "~db/repositories/tenders";
import { type InvalidInput, useCase } from "../use-case.server";

type Refusal = { code: "too-many-templates" } | InvalidInput;

/** Keeps what a tender asked as a template: product wanted, message, component types, files, and the days it gave. */
export const saveRequestTemplate = useCase({
  action: "request-template.save",
  input: z.strictObject({
    tenderId: z.string().min(1).max(64),
    name: lineOfText(120),
    dueInDays: z.coerce.number("whole-number").int("whole-number").min(1, "too-small").max(730, "too-big"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<{ id: string }, Refusal>> {
    const { organisationId, personId } = actor;
    const { tenderId, name, dueInDays } = input;
    const tender = await findTender(db, organisationId, tenderId);
    if (!tender) throw new AppError("not-found", "there is no such tender");
    if (await findRequestTemplateByName(db, organisationId, name))
      return refuse({ code: "invalid-input", fields: { name: ["taken"] } });
    if ((await countRequestTemplates(db, organisationId)) >= MOST_TEMPLATES)
      return refuse({ code: "too-many-templates" });
    const [first] = await listTenderRequests(db, organisationId, [tenderId]);
    const request = first && (await findRequest(db, organisationId, first.requestId));
    const id = newId();
    const { subject, message } = tender;
    await saveNewRequestTemplate(
      db,
      {
        ...{ organisationId, id, name, subject, message, dueInDays, createdBy: personId },
        ...{ componentTypes: request?.snapshot.componentTypes ?? [], createdAt: now, updatedAt: now },
      },
      await listTenderFiles(db, organisationId, tenderId),
    );
    return accept({ id });
  },
  audit: ({ tenderId }) => ({ tenderId }),
});
