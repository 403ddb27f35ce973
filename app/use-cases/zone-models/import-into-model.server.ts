import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import {
  type CommandsRefusal,
  type ZoneModelCommand,
  ZoneModelCommandSchema,
} from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit } from "~/domain/zone-model/merge";
import { useCase } from "~/use-cases/use-case.server";
import { listModelEdits } from "~db/repositories/model-edits";
import { saveDraft } from "~db/repositories/zone-models";
import { lastsTooLong } from "./edit-zone-model.server";
import { requireModel } from "./publication.server";

/** 10,000 assets of an inventory with their zones, or the replacement of the largest hospital foreseen by another. */
export const MAX_IMPORT_COMMANDS = 25_000;
const MAX_MISSED_EDITS = 200;

export const IMPORT_SOURCES = ["inventory", "drawio", "zone-model-json", "undo"] as const;

export const ImportIntoModelInput = z.strictObject({
  modelId: z.string(),
  version: z.coerce.number().int().min(0),
  source: z.enum(IMPORT_SOURCES),
  commands: z.array(ZoneModelCommandSchema).min(1, "required").max(MAX_IMPORT_COMMANDS, "too-many-commands"),
});

export type ImportRefusal =
  | { code: "stale-version"; currentVersion: number }
  | { code: "model-is-submitted" | "waiver-lasts-too-long" }
  | ({ code: "command-refused" } & CommandsRefusal);

/**
 * Saves what a preview has shown, as one edit: all of it or nothing. Where others have saved meanwhile, it goes on top
 * as far as both touch nothing in common; else it is refused, and the preview has to be made again.
 */
export const importIntoModel = useCase({
  action: "model.edit",
  input: ImportIntoModelInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, version, commands } = input;
    if (commands.some((command) => lastsTooLong(command, now)))
      return refuse<ImportRefusal>({ code: "waiver-lasts-too-long" });
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<ImportRefusal>({ code: "model-is-submitted" });
    const stale = { code: "stale-version", currentVersion: model.draftVersion } as const;
    const range = { modelId, after: version, limit: MAX_MISSED_EDITS + 1 };
    const missed = model.draftVersion === version ? [] : await listModelEdits(db, organisationId, range);
    if (version + missed.length !== model.draftVersion || missed.length > MAX_MISSED_EDITS)
      return refuse<ImportRefusal>(stale);
    const applied =
      missed.length > 0 ? mergeEdit(model.draft, missed, commands) : applyEdit(model.draft, commands);
    if (!applied.ok) {
      if ("elements" in applied.refusal) return refuse<ImportRefusal>(stale);
      return refuse<ImportRefusal>({ code: "command-refused", ...applied.refusal });
    }
    const isSaved = await saveDraft(db, organisationId, {
      modelId,
      version: model.draftVersion,
      draft: applied.value.model,
      commands: applied.value.commands,
      personId,
      at: now,
    });
    if (!isSaved) return refuse<ImportRefusal>(stale);
    return accept({ id: modelId, version: model.draftVersion + 1 });
  },
  audit: ({ commands, source }, { version }) => ({
    version,
    import: source,
    commands: countByType(commands),
  }),
});

function countByType(commands: ReadonlyArray<ZoneModelCommand>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of commands) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
