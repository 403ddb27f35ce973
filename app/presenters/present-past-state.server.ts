import { mayDo } from "~/domain/access/permissions";
import { AppError } from "~/domain/shared/app-error";
import { differenceOf } from "~/domain/zone-model/difference";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findModelEdit, stateAt } from "~db/repositories/draft-history";
import { toDifferenceRows } from "./difference-rows.server";
import { findModelOf, stateTables } from "./model-parts.server";

/**
 * The draft as it was after one edit, read-only, and what restoring it would change. `states` and `tables` are for
 * whoever shows it one way or another.
 */
export async function presentPastState(caller: Caller, modelId: string, version: number) {
  const { actor, database } = caller;
  requirePermission(actor, "model.read");
  const model = await findModelOf(caller, modelId);
  const scope = [database.read, actor.organisationId] as const;
  const isThere = Number.isSafeInteger(version) && version >= 0 && version <= model.draftVersion;
  const [state, edit] = isThere
    ? await Promise.all([stateAt(...scope, modelId, version), findModelEdit(...scope, modelId, version)])
    : [];
  if (!state) throw new AppError("not-found", "there is no such version");
  const page = {
    modelId,
    version,
    draftVersion: model.draftVersion,
    savedBy: edit ? { personName: edit.personName, at: edit.at.toISOString() } : null,
    mayRestore: mayDo(actor, "model.edit") && model.state === "drawing" && version < model.draftVersion,
    difference: toDifferenceRows(differenceOf(model.draft, state), model.draft, state),
  };
  const isNow = version === model.draftVersion;
  return { page, tables: stateTables(state), states: { past: state, now: isNow ? null : model.draft } };
}
