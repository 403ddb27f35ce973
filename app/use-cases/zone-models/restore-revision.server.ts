import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { applyEdit } from "~/domain/zone-model/merge";
import { useCase } from "~/use-cases/use-case.server";
import { findRevision } from "~db/repositories/revisions";
import { saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

export const RestoreRevisionInput = z.strictObject({
  modelId: z.string(),
  number: z.coerce.number().int().min(1),
  /** The version of the draft that the person saw when asking for it. */
  draftVersion: z.coerce.number().int().min(0),
});

export type RestoreRevisionRefusal = {
  code: "model-is-submitted" | "stale-draft" | "unknown-revision" | "no-difference" | "limit-reached";
};

/** Gives the draft the content of a revision again: one edit on top that leads there, taken back like any other. */
export const restoreRevision = useCase({
  action: "model.edit",
  input: RestoreRevisionInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, number, draftVersion } = input;
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<RestoreRevisionRefusal>({ code: "model-is-submitted" });
    if (model.draftVersion !== draftVersion) return refuse<RestoreRevisionRefusal>({ code: "stale-draft" });
    const revision = await findRevision(db, organisationId, modelId, number);
    if (!revision) return refuse<RestoreRevisionRefusal>({ code: "unknown-revision" });
    const commands = commandsBetween(model.draft, revision.content);
    if (commands.length === 0) return refuse<RestoreRevisionRefusal>({ code: "no-difference" });
    const applied = applyEdit(model.draft, commands);
    if (!applied.ok) return refuse<RestoreRevisionRefusal>({ code: "limit-reached" });
    const { model: draft, commands: kept } = applied.value;
    const isSaved = await saveDraft(db, organisationId, {
      ...{ modelId, version: draftVersion, draft, commands: kept, personId, at: now },
    });
    if (!isSaved) return refuse<RestoreRevisionRefusal>({ code: "stale-draft" });
    return accept({ id: modelId, version: draftVersion + 1, commands: kept.length });
  },
  audit: ({ number }, { version, commands }) => ({ restoredRevision: number, version, commands }),
});
