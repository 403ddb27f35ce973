import { z } from "zod";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, refuse } from "~/domain/shared/result";
import {
  type CommandsRefusal,
  type ZoneModelCommand,
  ZoneModelCommandSchema,
} from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit, type RecordedEdit } from "~/domain/zone-model/merge";
import { faultOfTerm } from "~/domain/zone-model/waivers";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { type InvalidInput, useCase } from "~/use-cases/use-case.server";
import { listModelEdits, type ModelEdit } from "~db/repositories/model-edits";
import { saveDraft } from "~db/repositories/zone-models";
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
  /** All commands are among the edits of the same person: only the answer got lost. */
  isAlreadySaved: boolean;
};
export type EditRefusal =
  | StaleVersion
  | { code: "model-is-submitted" }
  | ({ code: "command-refused" } & CommandsRefusal);

/**
 * Saves what the browser has already shown, through the same functions. On a version that others have moved on
 * from, commands that touch nothing of theirs are put on top, and the edits missed go back to be caught up with;
 * anything else is refused for the person to choose: never a silent overwrite. `savedCommands` of the leading commands
 * had been saved before, when only the answer got lost.
 */
export const editZoneModel = useCase({
  action: "model.edit",
  input: EditZoneModelInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const { modelId, commands } = input;
    const endless = commands.findIndex((command) => lastsTooLong(command, now));
    if (endless >= 0) return refuse<InvalidInput>(tooFarAhead(endless));
    const model = await requireModel(db, organisationId, modelId);
    if (model.state === "submitted") return refuse<EditRefusal>({ code: "model-is-submitted" });
    const range = { modelId, after: input.version, limit: MAX_MISSED_EDITS + 1 };
    const missed =
      model.draftVersion === input.version ? [] : await listModelEdits(db, organisationId, range);
    const isComplete = input.version + missed.length === model.draftVersion;
    const { others, savedCommands } = withoutOwn(missed, personId, commands);
    const stale = {
      code: "stale-version" as const,
      currentVersion: model.draftVersion,
      edits: isComplete ? missed.map(toRecordedEdit) : [],
      elements: [],
      isAlreadySaved: savedCommands === commands.length,
    };
    if (!isComplete || missed.length > MAX_MISSED_EDITS || stale.isAlreadySaved)
      return refuse<EditRefusal>(stale);
    const unsaved = commands.slice(savedCommands);
    const applied =
      others.length > 0 ? mergeEdit(model.draft, others, unsaved) : applyEdit(model.draft, unsaved);
    if (!applied.ok) {
      if ("elements" in applied.refusal)
        return refuse<EditRefusal>({ ...stale, elements: applied.refusal.elements });
      const { index, refusal } = applied.refusal;
      return refuse<EditRefusal>({ code: "command-refused", index: index + savedCommands, refusal });
    }
    const save = {
      modelId,
      version: model.draftVersion,
      draft: applied.value.model,
      commands: applied.value.commands,
    };
    const isSaved = await saveDraft(db, organisationId, { ...save, personId, at: now });
    if (!isSaved) return refuse<EditRefusal>(stale);
    const version = model.draftVersion + 1;
    return accept({ id: modelId, version, missed: missed.map(toRecordedEdit), savedCommands });
  },
  audit: ({ commands }, { version }) => ({ version, commands: countByType(commands) }),
});

/** One that has ended may come back: undoing its removal restores it, and it hides nothing. */
export function lastsTooLong(command: ZoneModelCommand, now: Date): boolean {
  return (
    command.type === "add-waiver" && faultOfTerm(command.waiver.expiresOn, toIsoDate(now)) === "too-far-ahead"
  );
}

function tooFarAhead(place: number): InvalidInput {
  return {
    code: "invalid-input",
    fields: { [`commands.${place}.waiver.expiresOn`]: ["too-far-ahead"] },
  };
}

export function toRecordedEdit({ at, ...edit }: ModelEdit): RecordedEdit {
  return { ...edit, at: at.toISOString() };
}

/**
 * A save whose answer got lost comes again, alone or with what was done since: `savedCommands` of its leading commands
 * stand in this person's own edits, and `others` are the edits that remain to be merged with.
 */
function withoutOwn(
  missed: ReadonlyArray<ModelEdit>,
  personId: string,
  commands: ReadonlyArray<ZoneModelCommand>,
): { others: ReadonlyArray<ModelEdit>; savedCommands: number } {
  const sent = missed.length > 0 ? commands.map(canonicalJson) : [];
  let savedCommands = 0;
  const others = missed.filter((edit) => {
    const held = edit.personId === personId ? heldOf(edit.commands, sent.slice(savedCommands)) : 0;
    savedCommands += held;
    return held === 0;
  });
  return { others, savedCommands };
}

/** How many of the `sent` commands, from the first on, an edit holds that ends with the last of them; else 0. */
function heldOf(saved: ReadonlyArray<ZoneModelCommand>, sent: ReadonlyArray<string>): number {
  const found = saved.map(canonicalJson);
  let held = 0;
  for (const command of found) if (command === sent[held]) held += 1;
  return held > 0 && found.at(-1) === sent[held - 1] ? held : 0;
}

function countByType(commands: ReadonlyArray<ZoneModelCommand>): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of commands) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
