import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { mergeEdit } from "~/domain/zone-model/merge";
import { type OwnSteps, ownSteps } from "~/domain/zone-model/own-steps";
import { useCase } from "~/use-cases/use-case.server";
import type { Db } from "~db/client";
import { stateAt } from "~db/repositories/draft-history";
import { listModelEdits } from "~db/repositories/model-edits";
import { type ModelRecord, saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";
import type { TakeBackRefusal } from "./take-back-edit.server";

/** How far undo looks back: a working day, and no more than is read in one go. */
const MOST_EDITS = 60;
const A_DAY_MS = 12 * 60 * 60 * 1000;

export const StepOwnEditInput = z.strictObject({
  modelId: z.string(),
  direction: z.enum(["undo", "redo"]),
  /** The edit that the person saw offered: another one is never taken back in its place. */
  version: z.coerce.number().int().min(1),
});

/** Takes back the person's own latest edit that stands, or the latest taking back, on top of what others did since. */
export const stepOwnEdit = useCase({
  action: "model.edit",
  input: StepOwnEditInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, direction, version } = input;
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<TakeBackRefusal>({ code: "model-is-submitted" });
    const { [direction]: step } = await readOwnSteps(db, organisationId, { model, personId, now });
    if (step?.version !== version) return refuse<TakeBackRefusal>({ code: "unknown-version" });
    const merged = mergeEdit(model.draft, step.others, step.inverse);
    if (!merged.ok)
      return refuse<TakeBackRefusal>({ code: "changed-since", elements: merged.refusal.elements });
    const { model: draft, commands } = merged.value;
    const isSaved = await saveDraft(db, organisationId, {
      ...{ modelId, version: model.draftVersion, draft, commands, personId, at: now },
    });
    if (!isSaved) return refuse<TakeBackRefusal>({ code: "stale-draft" });
    return accept({ id: modelId, version: model.draftVersion + 1, commands: commands.length });
  },
  audit: (input, { version, commands }) => ({
    ...{ direction: input.direction, takenBack: input.version },
    ...{ version, commands },
  }),
});

type Whose = { model: Pick<ModelRecord, "id" | "draftVersion">; personId: string; now: Date };

/** What undo and redo would take back now. */
export async function readOwnSteps(
  db: Db,
  organisationId: string,
  { model, personId, now }: Whose,
): Promise<OwnSteps> {
  const before = model.draftVersion + 1;
  const page = { modelId: model.id, before, newestFirst: true, limit: MOST_EDITS };
  const read = await listModelEdits(db, organisationId, page);
  const newest = read.filter(({ at }) => now.getTime() - at.getTime() < A_DAY_MS);
  const oldest = newest.at(-1);
  // Most people who read have not edited: nothing is replayed for them.
  const isOwn = newest.some((edit) => edit.personId === personId);
  const start = oldest && isOwn ? await stateAt(db, organisationId, model.id, oldest.version - 1) : undefined;
  return start ? ownSteps(start, newest.toReversed(), personId) : { undo: null, redo: null };
}
