import { canonicalJson } from "../shared/canonical-json";
import { applyCommands } from "./apply-command";
import type { ZoneModelCommand } from "./commands";
import { inverseOfAll } from "./inverse-of";
import type { ZoneModel } from "./zone-model";

type Commands = ReadonlyArray<ZoneModelCommand>;
type Saved = { version: number; personId: string; commands: Commands };

/** One edit of a person that can be taken back: `inverse` leads back, `others` was saved by others since. */
export type OwnStep = {
  version: number;
  commands: Commands;
  /** The state on which it was saved. */
  before: ZoneModel;
  inverse: Commands;
  others: ReadonlyArray<{ commands: Commands }>;
};

export type OwnSteps = {
  /** The latest of the person's edits that stands. */
  undo: OwnStep | null;
  /** The latest that was taken back, as the edit that took it back. */
  redo: OwnStep | null;
};

type Step = Omit<OwnStep, "others">;

/**
 * What undo and redo mean for a person, read off the history alone: an edit that does exactly what takes the one before
 * back is its undo, whoever made it, this page or the diagram. `edits` follow each other without a gap, oldest first,
 * on `start`. Nothing where an edit cannot be applied.
 */
export function ownSteps(start: ZoneModel, edits: ReadonlyArray<Saved>, personId: string): OwnSteps {
  const past: Array<Step> = [];
  const future: Array<Step> = [];
  let state = start;
  for (const { version, personId: by, commands } of edits) {
    const applied = applyCommands(state, commands);
    const inverse = by === personId ? inverseOfAll(state, commands) : undefined;
    if (!applied.ok || inverse?.ok === false) return { undo: null, redo: null };
    const before = state;
    state = applied.value;
    if (!inverse) continue;
    const step = { version, commands, before, inverse: inverse.value };
    if (takesBack(commands, past.at(-1))) {
      past.pop();
      future.push(step);
    } else if (takesBack(commands, future.at(-1))) {
      future.pop();
      past.push(step);
    } else {
      past.push(step);
      future.length = 0;
    }
  }
  const withOthers = (step: Step | undefined): OwnStep | null =>
    step
      ? { ...step, others: edits.filter((edit) => edit.version > step.version && edit.personId !== personId) }
      : null;
  return { undo: withOthers(past.at(-1)), redo: withOthers(future.at(-1)) };
}

function takesBack(commands: Commands, step: Step | undefined): boolean {
  return step !== undefined && canonicalJson(commands) === canonicalJson(step.inverse);
}
