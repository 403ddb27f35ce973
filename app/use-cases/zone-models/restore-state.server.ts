import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { applyEdit } from "~/domain/zone-model/merge";
import { useCase } from "~/use-cases/use-case.server";
import { stateAt } from "~db/repositories/draft-history";
import { saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

export const RestoreStateInput = z.strictObject({
  modelId: z.string(),
  /** The version whose state is wanted again. */
  version: z.coerce.number().int().min(0),
  /** The version of the draft that the person saw when asking for it. */
  draftVersion: z.coerce.number().int().min(0),
});

export type RestoreRefusal = {
  code: "model-is-submitted" | "stale-draft" | "unknown-version" | "no-difference" | "limit-reached";
};

/** Gives the draft an earlier state again: one edit on top that leads there, which can be taken back like any other. */
export const restoreState = useCase({
  action: "model.edit",
  input: RestoreStateInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, version, draftVersion } = input;
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<RestoreRefusal>({ code: "model-is-submitted" });
    if (model.draftVersion !== draftVersion) return refuse<RestoreRefusal>({ code: "stale-draft" });
    const then = version < draftVersion ? await stateAt(db, organisationId, modelId, version) : undefined;
    if (!then) return refuse<RestoreRefusal>({ code: "unknown-version" });
    const commands = commandsBetween(model.draft, then);
    if (commands.length === 0) return refuse<RestoreRefusal>({ code: "no-difference" });
    const applied = applyEdit(model.draft, commands);
    if (!applied.ok) return refuse<RestoreRefusal>({ code: "limit-reached" });
    const { model: draft, commands: kept } = applied.value;
    const isSaved = await saveDraft(db, organisationId, {
      ...{ modelId, version: draftVersion, draft, commands: kept, personId, at: now },
    });
    if (!isSaved) return refuse<RestoreRefusal>({ code: "stale-draft" });
    return accept({ id: modelId, version: draftVersion + 1, commands: kept.length });
  },
  audit: (input, { version, commands }) => ({ restored: input.version, version, commands }),
});
