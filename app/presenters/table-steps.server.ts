import { type ChangeSentence, sentencesOf } from "~/domain/zone-model/change-sentences";
import type { OwnStep } from "~/domain/zone-model/own-steps";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { readOwnSteps } from "~/use-cases/zone-models/step-own-edit.server";
import type { ModelRecord } from "~db/repositories/zone-models";

/** What a button would take back, or do again: the edit by its version, and the first thing it did. */
export type ShownStep = { version: number; sentence: ChangeSentence; more: number };

/** What undo and redo would do for whoever looks at the page. */
export async function tableSteps(
  { actor, database, now }: Caller,
  model: ModelRecord,
): Promise<{ undo: ShownStep | null; redo: ShownStep | null }> {
  const { organisationId, personId } = actor;
  const { undo, redo } = await readOwnSteps(database.read, organisationId, { model, personId, now });
  return {
    undo: undo && shown(undo, undo.commands, undo.before, model.draft),
    // What was taken back is done again.
    redo: redo && shown(redo, redo.inverse, model.draft, redo.before),
  };
}

function shown(
  { version }: OwnStep,
  commands: OwnStep["commands"],
  before: ZoneModel,
  other: ZoneModel,
): ShownStep | null {
  const [sentence, ...more] = sentencesOf(commands, { before, named: [before, other] });
  return sentence ? { version, sentence, more: more.length } : null;
}
