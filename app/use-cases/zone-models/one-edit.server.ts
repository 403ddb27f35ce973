import { accept, type Result, refuse } from "~/domain/shared/result";
import type { CommandsRefusal, ZoneModelCommand } from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit } from "~/domain/zone-model/merge";
import type { Db } from "~db/client";
import { listModelEdits } from "~db/repositories/model-edits";
import { saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

/** Whoever missed more than this looks again. */
const MAX_MISSED_EDITS = 200;

export type OneEditRefusal =
  | { code: "stale-version"; currentVersion: number }
  | { code: "model-is-submitted" }
  | ({ code: "command-refused" } & CommandsRefusal);

type Whose = { organisationId: string; personId: string };
type Edit = { modelId: string; version: number; commands: ReadonlyArray<ZoneModelCommand>; at: Date };

/**
 * Saves any number of commands as one edit of the draft, one step to undo: all of them or none. Where others have saved since
 * `version`, it goes on top as far as both touch nothing in common.
 */
export async function saveAsOneEdit(
  db: Db,
  { organisationId, personId }: Whose,
  { modelId, version, commands, at }: Edit,
): Promise<Result<{ id: string; version: number }, OneEditRefusal>> {
  const model = await requireModel(db, organisationId, modelId);
  if (model.state === "submitted") return refuse({ code: "model-is-submitted" });
  const stale = { code: "stale-version", currentVersion: model.draftVersion } as const;
  const range = { modelId, after: version, limit: MAX_MISSED_EDITS + 1 };
  const missed = model.draftVersion === version ? [] : await listModelEdits(db, organisationId, range);
  if (version + missed.length !== model.draftVersion || missed.length > MAX_MISSED_EDITS)
    return refuse(stale);
  const applied =
    missed.length > 0 ? mergeEdit(model.draft, missed, commands) : applyEdit(model.draft, commands);
  if (!applied.ok) {
    if ("elements" in applied.refusal) return refuse(stale);
    return refuse({ code: "command-refused", ...applied.refusal });
  }
  const isSaved = await saveDraft(db, organisationId, {
    modelId,
    version: model.draftVersion,
    draft: applied.value.model,
    commands: applied.value.commands,
    personId,
    at,
  });
  if (!isSaved) return refuse(stale);
  return accept({ id: modelId, version: model.draftVersion + 1 });
}
