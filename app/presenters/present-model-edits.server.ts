import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { MAX_MISSED_EDITS, toRecordedEdit } from "~/use-cases/zone-models/edit-zone-model.server";
import { listModelEdits } from "~db/repositories/model-edits";
import { findModelOf } from "./model-parts.server";

/** What was saved since a version, for whoever has an older one open. `isComplete` false: read the model again. */
export async function presentModelEdits(caller: Caller, modelId: string, since: number) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const range = { modelId, after: since, limit: MAX_MISSED_EDITS };
  const edits = await listModelEdits(database.read, actor.organisationId, range);
  const last = edits.at(-1)?.version ?? since;
  const isComplete = last === model.draftVersion;
  return {
    version: model.draftVersion,
    state: model.state,
    isComplete,
    edits: isComplete ? edits.map(toRecordedEdit) : [],
  };
}
