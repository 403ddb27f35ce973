import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { mergeEdit } from "~/domain/zone-model/merge";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useCase } from "~/use-cases/use-case.server";
import { findModelEdit, stateAt } from "~db/repositories/draft-history";
import { listModelEdits } from "~db/repositories/model-edits";
import { saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

export const TakeBackEditInput = z.strictObject({
  modelId: z.string(),
  /** The version that the edit made. */
  version: z.coerce.number().int().min(1),
});

export type TakeBackRefusal =
  | { code: "model-is-submitted" | "unknown-version" | "stale-draft" }
  /** These were changed by later edits, or what they need is gone. */
  | { code: "changed-since"; elements: ReadonlyArray<ElementRef> };

/**
 * Takes back one edit of the history and leaves what came after it: its inverse goes on top, where nothing that it
 * touches was touched since.
 */
export const takeBackEdit = useCase({
  action: "model.edit",
  input: TakeBackEditInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, version } = input;
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<TakeBackRefusal>({ code: "model-is-submitted" });
    const edit = await findModelEdit(db, organisationId, modelId, version);
    const before = edit && (await stateAt(db, organisationId, modelId, version - 1));
    const inverse = before && inverseOfAll(before, edit.commands);
    if (!inverse?.ok) return refuse<TakeBackRefusal>({ code: "unknown-version" });
    const limit = model.draftVersion - version;
    const since =
      limit > 0 ? await listModelEdits(db, organisationId, { modelId, after: version, limit }) : [];
    const merged = mergeEdit(model.draft, since, inverse.value);
    if (!merged.ok)
      return refuse<TakeBackRefusal>({ code: "changed-since", elements: merged.refusal.elements });
    const { model: draft, commands } = merged.value;
    const isSaved = await saveDraft(db, organisationId, {
      ...{ modelId, version: model.draftVersion, draft, commands, personId, at: now },
    });
    if (!isSaved) return refuse<TakeBackRefusal>({ code: "stale-draft" });
    return accept({ id: modelId, version: model.draftVersion + 1, commands: commands.length });
  },
  audit: (input, { version, commands }) => ({ takenBack: input.version, version, commands }),
});
