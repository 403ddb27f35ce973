import { z } from "zod";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { accept, refuse } from "~/domain/shared/result";
import {
  type CommandsRefusal,
  type ZoneModelCommand,
  ZoneModelCommandSchema,
} from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit, type RecordedEdit } from "~/domain/zone-model/merge";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useCase } from "~/use-cases/use-case.server";
import { listModelEdits, type ModelEdit, saveDraft } from "~db/repositories/zone-models";
import { requireModel } from "./publication.server";

/** One gesture, or what gathered while the line was down; an import comes in parts. */
export const MAX_COMMANDS = 500;
/** Whoever missed more than this reads the whole model again. */
export const MAX_MISSED_EDITS = 200;

export const EditZoneModelInput = z.strictObject({
  modelId: z.string(),
  version: z.coerce.number().int().min(0),
  commands: z.array(ZoneModelCommandSchema).min(1, "required").max(MAX_COMMANDS),
});

export type StaleVersion = {
  code: "stale-version";
  currentVersion: number;
  /** What others saved since; empty where it is too much to catch up with. */
  edits: ReadonlyArray<RecordedEdit>;
  /** What both sides changed; empty where the commands no longer fit the model. */
  elements: ReadonlyArray<ElementRef>;
  /** The very same commands of the same person are among the edits: only the answer got lost. */
  isAlreadySaved: boolean;
};
export type EditRefusal =
  | StaleVersion
  | { code: "model-is-submitted" }
  | ({ code: "command-refused" } & CommandsRefusal);

/**
 * Saves what the browser has already shown, through the same functions. On a version that others have moved on
 * from, commands that touch nothing of theirs are put on top, and the edits missed go back to be caught up with;
 * anything else is refused for the person to choose: never a silent overwrite.
 */
export const editZoneModel = useCase({
  action: "model.edit",
  input: EditZoneModelInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, version, commands } = input;
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<EditRefusal>({ code: "model-is-submitted" });
    const range = { modelId, after: version, limit: MAX_MISSED_EDITS + 1 };
    const missed = model.draftVersion === version ? [] : await listModelEdits(db, organisationId, range);
    const isComplete = version + missed.length === model.draftVersion;
    const stale = {
      code: "stale-version" as const,
      currentVersion: model.draftVersion,
      edits: isComplete ? missed.map(toRecordedEdit) : [],
      elements: [],
      isAlreadySaved: missed.some((edit) => edit.personId === personId && holds(edit.commands, commands)),
    };
    if (!isComplete || missed.length > MAX_MISSED_EDITS || stale.isAlreadySaved)
      return refuse<EditRefusal>(stale);
    const applied =
      missed.length > 0 ? mergeEdit(model.draft, missed, commands) : applyEdit(model.draft, commands);
    if (!applied.ok) {
      if ("elements" in applied.refusal)
        return refuse<EditRefusal>({ ...stale, elements: applied.refusal.elements });
      return refuse<EditRefusal>({ code: "command-refused", ...applied.refusal });
    }
    const save = {
      modelId,
      version: model.draftVersion,
      draft: applied.value.model,
      commands: applied.value.commands,
    };
    const isSaved = await saveDraft(db, organisationId, { ...save, personId, at: now });
    if (!isSaved) return refuse<EditRefusal>(stale);
    return accept({ id: modelId, version: model.draftVersion + 1, missed: missed.map(toRecordedEdit) });
  },
  audit: ({ commands }, { version }) => ({ version, commands: countByType(commands) }),
});

export function toRecordedEdit({ at, ...edit }: ModelEdit): RecordedEdit {
  return { ...edit, at: at.toISOString() };
}

/** True where `saved` holds all of `commands` in their order and ends with the last of them. */
function holds(saved: ReadonlyArray<ZoneModelCommand>, commands: ReadonlyArray<ZoneModelCommand>): boolean {
  const wanted = commands.map(canonicalJson);
  const found = saved.map(canonicalJson);
  let next = 0;
  for (const command of found) if (command === wanted[next]) next += 1;
  return next === wanted.length && found.at(-1) === wanted.at(-1);
}

function countByType(commands: ReadonlyArray<ZoneModelCommand>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of commands) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
