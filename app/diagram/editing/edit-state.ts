import { accept, type Result } from "~/domain/shared/result";
import { applyCommand, applyCommands } from "~/domain/zone-model/apply-command";
import type { CommandsRefusal, ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import type { ZoneModel } from "~/domain/zone-model/zone-model";

export type Commands = ReadonlyArray<ZoneModelCommand>;
/** What one gesture leaves to be saved. */
export type Batch = { id: string; commands: Commands };
/** What leads back from a gesture. It is checked when it is used: others may have changed what it refers to. */
type Step = { batchId: string; commands: Commands };

/** The server takes this many commands at once. */
export const MOST_COMMANDS = 500;
const MOST_STEPS = 200;

/**
 * A model that is edited here and saved elsewhere: the server's draft, what was done to it since and is not saved
 * yet, and both together. Pure: every function gives back the state after it.
 */
export type EditState = {
  base: ZoneModel;
  baseVersion: number;
  /** In order; leading ones may be on their way. */
  queue: ReadonlyArray<Batch>;
  /** The version on which the queue was made: older than the base after a reload. */
  queuedOn: number;
  /** The base with the queue on top: what is shown. */
  model: ZoneModel;
  past: ReadonlyArray<Step>;
  future: ReadonlyArray<Step>;
  /** The base cannot be brought up to date from what is known: the draft must be read again. */
  isBehind: boolean;
};

export function startOf(draft: ZoneModel, version: number): EditState {
  return {
    base: draft,
    baseVersion: version,
    queue: [],
    queuedOn: version,
    model: draft,
    past: [],
    future: [],
    isBehind: false,
  };
}

/** One gesture: applied as a whole or not at all. A new gesture ends what could be redone. */
export function withGesture(
  state: EditState,
  batchId: string,
  commands: Commands,
): Result<EditState, CommandsRefusal> {
  const done = enqueued(state, batchId, commands);
  if (!done.ok) return done;
  const { state: next, wayBack } = done.value;
  const past = [...state.past, { batchId, commands: wayBack }].slice(-MOST_STEPS);
  return accept({ ...next, past, future: [] });
}

/** Undoing is a gesture like any other: it is saved on top, nothing is rewritten. */
export function withUndo(state: EditState, batchId: string): Result<EditState, CommandsRefusal> {
  const step = state.past.at(-1);
  if (!step) return accept(state);
  const done = enqueued(state, batchId, step.commands);
  if (!done.ok) return done;
  const { state: next, wayBack } = done.value;
  return accept({
    ...next,
    past: state.past.slice(0, -1),
    future: [...state.future, { batchId, commands: wayBack }],
  });
}

export function withRedo(state: EditState, batchId: string): Result<EditState, CommandsRefusal> {
  const step = state.future.at(-1);
  if (!step) return accept(state);
  const done = enqueued(state, batchId, step.commands);
  if (!done.ok) return done;
  const { state: next, wayBack } = done.value;
  return accept({
    ...next,
    past: [...state.past, { batchId, commands: wayBack }],
    future: state.future.slice(0, -1),
  });
}

/** A step that no longer fits is left out, so that the ones before it can be reached. */
export function withoutLastStep(state: EditState, list: "past" | "future"): EditState {
  return { ...state, [list]: state[list].slice(0, -1) };
}

function enqueued(
  state: EditState,
  batchId: string,
  commands: Commands,
): Result<{ state: EditState; wayBack: Commands }, CommandsRefusal> {
  const wayBack = inverseOfAll(state.model, commands);
  if (!wayBack.ok) return wayBack;
  const applied = applyCommands(state.model, commands);
  if (!applied.ok) return applied;
  const queue = [...state.queue, ...inParts(batchId, commands)];
  return accept({ state: { ...state, queue, model: applied.value }, wayBack: wayBack.value });
}

function inParts(id: string, commands: Commands): ReadonlyArray<Batch> {
  const parts = Math.ceil(commands.length / MOST_COMMANDS);
  return Array.from({ length: parts }, (_, part) => ({
    id,
    commands: commands.slice(part * MOST_COMMANDS, (part + 1) * MOST_COMMANDS),
  }));
}

/** What goes out next, as many whole gestures as fit; `batches` of the queue are then on their way. */
export function nextPost(
  state: EditState,
): { version: number; commands: Commands; batches: number } | undefined {
  const commands: Array<ZoneModelCommand> = [];
  let batches = 0;
  for (const batch of state.queue) {
    if (commands.length + batch.commands.length > MOST_COMMANDS) break;
    commands.push(...batch.commands);
    batches += 1;
  }
  return batches === 0 ? undefined : { version: state.queuedOn, commands, batches };
}

export type SavedAnswer = { version: number; missed: ReadonlyArray<RecordedEdit>; isAlreadySaved?: boolean };

/** The first `batches` were saved, after what others did in the meantime (`missed`). */
export function afterSaved(state: EditState, batches: number, answer: SavedAnswer): EditState {
  const { version, missed, isAlreadySaved = false } = answer;
  const sent = state.queue.slice(0, batches);
  const queue = state.queue.slice(batches);
  const news = missed.filter((edit) => edit.version > state.baseVersion);
  const others = withEdits(state.base, news);
  // Ours are among the missed ones where only the answer got lost.
  const base = isAlreadySaved
    ? others
    : withAccepted(
        others,
        sent.flatMap((batch) => batch.commands),
      );
  const next = { ...state, base, baseVersion: version, queue, queuedOn: version };
  const isBehind = state.baseVersion + news.length + (isAlreadySaved ? 0 : 1) !== version;
  const isAsShown = news.length === 0 && !isAlreadySaved && state.queuedOn === state.baseVersion;
  return { ...next, isBehind, model: isAsShown ? state.model : withQueue(base, queue) };
}

/** Others saved something while nothing of ours waited. */
export function afterNews(state: EditState, version: number, edits: ReadonlyArray<RecordedEdit>): EditState {
  const news = edits.filter((edit) => edit.version > state.baseVersion);
  if (version <= state.baseVersion || state.queue.length > 0) return state;
  const base = withEdits(state.base, news);
  const isBehind = state.baseVersion + news.length !== version;
  return { ...state, base, baseVersion: version, queuedOn: version, model: base, isBehind };
}

/** The draft was read again from the server. What waits stays, on the version on which it was made. */
export function afterReading(state: EditState, draft: ZoneModel, version: number): EditState {
  if (version < state.baseVersion || (version === state.baseVersion && !state.isBehind)) return state;
  const queuedOn = state.queue.length === 0 ? version : state.queuedOn;
  const model = withQueue(draft, state.queue);
  return { ...state, base: draft, baseVersion: version, queuedOn, model, isBehind: false };
}

/** What an earlier visit left behind comes before anything done since. */
export function withReplay(state: EditState, version: number, batches: ReadonlyArray<Batch>): EditState {
  const queue = [...batches, ...state.queue];
  const queuedOn = Math.min(version, state.queuedOn);
  return { ...state, queue, queuedOn, model: withQueue(state.base, queue) };
}

/** Choice after a conflict: what the others saved stands, ours is given up. */
export function withTheirs(state: EditState, version: number, edits: ReadonlyArray<RecordedEdit>): EditState {
  const dropped = new Set(state.queue.map(({ id }) => id));
  const isKept = ({ batchId }: Step) => !dropped.has(batchId);
  const next = { ...state, queue: [], past: state.past.filter(isKept), future: state.future.filter(isKept) };
  return caughtUp(next, version, edits);
}

/** Choice after a conflict: ours goes on top, except what no longer applies. `dropped` counts those commands. */
export function withMineOnTop(
  state: EditState,
  version: number,
  edits: ReadonlyArray<RecordedEdit>,
): { state: EditState; dropped: number } {
  const caught = caughtUp({ ...state, queue: [] }, version, edits);
  let model = caught.base;
  let dropped = 0;
  const queue = state.queue.flatMap(({ id, commands }): ReadonlyArray<Batch> => {
    const fitting = commands.filter((command) => {
      const applied = applyCommand(model, command);
      if (applied.ok) model = applied.value;
      else dropped += 1;
      return applied.ok;
    });
    return fitting.length > 0 ? [{ id, commands: fitting }] : [];
  });
  return { state: { ...caught, queue, model }, dropped };
}

function caughtUp(state: EditState, version: number, edits: ReadonlyArray<RecordedEdit>): EditState {
  const news = edits.filter((edit) => edit.version > state.baseVersion);
  const base = withEdits(state.base, news);
  const isBehind = state.baseVersion + news.length !== version;
  return { ...state, base, baseVersion: version, queuedOn: version, model: base, isBehind };
}

function withEdits(model: ZoneModel, edits: ReadonlyArray<RecordedEdit>): ZoneModel {
  return edits.reduce((current, { commands }) => withAccepted(current, commands), model);
}

function withQueue(model: ZoneModel, queue: ReadonlyArray<Batch>): ZoneModel {
  return queue.reduce((current, { commands }) => withAccepted(current, commands), model);
}

/** What does not fit is left out of what is shown; the server has the last word on it. */
function withAccepted(model: ZoneModel, commands: Commands): ZoneModel {
  return commands.reduce((current, command) => {
    const applied = applyCommand(current, command);
    return applied.ok ? applied.value : current;
  }, model);
}
