import { mayDo } from "~/domain/access/permissions";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listRequestTemplates } from "~db/repositories/request-templates";

/** What the hospital asks again and again, by name. */
export async function presentRequestTemplates({ actor, database }: Caller) {
  requirePermission(actor, "request-template.read");
  const templates = await listRequestTemplates(database.read, actor.organisationId);
  return {
    templates: templates.map(({ id, name, subject, message, dueInDays, attachments }) => ({
      ...{ id, name, subject, message, dueInDays },
      attachments: attachments.map((file) => file.name),
    })),
    mayManage: mayDo(actor, "request-template.save"),
  };
}
