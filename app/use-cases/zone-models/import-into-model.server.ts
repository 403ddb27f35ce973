import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { useCase } from "~/use-cases/use-case.server";
import { lastsTooLong } from "./edit-zone-model.server";
import { type OneEditRefusal, saveAsOneEdit } from "./one-edit.server";

/** 10,000 assets of an inventory with their zones, or the replacement of the largest hospital foreseen by another. */
export const MAX_IMPORT_COMMANDS = 25_000;

export const IMPORT_SOURCES = ["inventory", "drawio", "zone-model-json", "undo"] as const;

export const ImportIntoModelInput = z.strictObject({
  modelId: z.string(),
  version: z.coerce.number().int().min(0),
  source: z.enum(IMPORT_SOURCES),
  commands: z.array(ZoneModelCommandSchema).min(1, "required").max(MAX_IMPORT_COMMANDS, "too-many-commands"),
});

export type ImportRefusal = OneEditRefusal | { code: "waiver-lasts-too-long" };

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
    const saved = await saveAsOneEdit(
      db,
      { organisationId, personId },
      { modelId, version, commands, at: now },
    );
    return saved.ok ? accept(saved.value) : refuse<ImportRefusal>(saved.refusal);
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
