import { applyCommand } from "~/domain/zone-model/apply-command";
import { type ChangeSentence, sentencesOf } from "~/domain/zone-model/change-sentences";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { ModelEdit } from "~db/repositories/model-edits";

/** One save in words: the first few sentences, and how many more there are. */
export type EditRow = Omit<ModelEdit, "commands"> & {
  sentences: ReadonlyArray<ChangeSentence>;
  more: number;
};

const MOST_SENTENCES = 4;

/**
 * Edits (newest first) in words. Names are those at the time: `start` is the state before the oldest; what it does
 * not know, because edits in between are left out, is called as in the draft of today.
 */
export function toEditRows(
  edits: ReadonlyArray<ModelEdit>,
  start: ZoneModel,
  draft: ZoneModel,
): ReadonlyArray<EditRow> {
  let state = start;
  const rows = edits.toReversed().map(({ commands, ...edit }): EditRow => {
    const before = state;
    state = withAccepted(state, commands);
    const told = sentencesOf(commands, { before, named: [draft, state, before] });
    const byText = new Map(told.map((sentence) => [JSON.stringify(sentence), sentence]));
    const sentences = [...byText.values()];
    return {
      ...edit,
      sentences: sentences.slice(0, MOST_SENTENCES),
      more: Math.max(0, sentences.length - MOST_SENTENCES),
    };
  });
  return rows.reverse();
}

function withAccepted(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  return commands.reduce((current, command) => {
    const applied = applyCommand(current, command);
    return applied.ok ? applied.value : current;
  }, model);
}
