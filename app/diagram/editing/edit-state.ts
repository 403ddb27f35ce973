import { accept, type Result } from "~/domain/shared/result";
import { applyCommand, applyCommands } from "~/domain/zone-model/apply-command";
import type { CommandsRefusal, ZoneModelCommand } from "~/domain/zone-model/commands";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import type { Sides } from "~/domain/zone-model/fit-together";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import { type Choices, contestedElements, mergedSides } from "~/domain/zone-model/three-way";
import { elementKey, type ZoneModel } from "~/domain/zone-model/zone-model";

export type Commands = ReadonlyArray<ZoneModelCommand>;
/** What one gesture leaves to be saved. */
export type Batch = { id: string; commands: Commands };
/** What leads back from a gesture. It is checked when it is used: others may have changed what it refers to. */
export type Step = { batchId: string; commands: Commands };

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

/**
 * A gesture that was saved as `version` before this state was opened, as the first step that undo takes back. The state
 * itself where anything was saved or done since: undo takes back the latest first.
 */
export function withEarlierStep(state: EditState, version: number, step: Step): EditState {
  const { baseVersion, queue, past, future } = state;
  const isLatest = baseVersion === version && queue.length + past.length + future.length === 0;
  return isLatest ? { ...state, past: [step] } : state;
}

/** What was taken back elsewhere cannot be taken back once more. */
export function withoutStep(state: EditState, batchId: string): EditState {
  return { ...state, past: state.past.filter((step) => step.batchId !== batchId) };
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

export type SavedAnswer = {
  version: number;
  missed: ReadonlyArray<RecordedEdit>;
  /** So many of the commands sent, from the first on, are among the missed ones: only their answer got lost. */
  savedCommands?: number;
};

/** The first `batches` were saved, after what others did in the meantime (`missed`). */
export function afterSaved(state: EditState, batches: number, answer: SavedAnswer): EditState {
  const { version, missed, savedCommands = 0 } = answer;
  const sent = state.queue.slice(0, batches).flatMap((batch) => batch.commands);
  const queue = state.queue.slice(batches);
  const news = missed.filter((edit) => edit.version > state.baseVersion);
  const others = withEdits(state.base, news);
  const base = withAccepted(others, sent.slice(savedCommands));
  const next = { ...state, base, baseVersion: version, queue, queuedOn: version };
  const isBehind = state.baseVersion + news.length + (savedCommands < sent.length ? 1 : 0) !== version;
  const isAsShown = news.length === 0 && savedCommands === 0 && state.queuedOn === state.baseVersion;
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

/** What the others saved stands, ours is given up: after a refusal, which no choice can put right. */
export function withTheirs(state: EditState, version: number, edits: ReadonlyArray<RecordedEdit>): EditState {
  const next = { ...state, ...stepsOfSaved(state), queue: [] };
  return caughtUp(next, version, edits);
}

/** The three states of a conflict: `before` is the one on which the queue was made, `theirs` the saved one. */
export function sidesOf(state: EditState, before: ZoneModel, theirs: ZoneModel): Sides {
  return { before, mine: withQueue(before, state.queue), theirs };
}

/** The model after others' edits, where all of them up to `version` are known. */
export function theirsOf(
  state: EditState,
  version: number,
  edits: ReadonlyArray<RecordedEdit>,
): ZoneModel | undefined {
  const { base, isBehind, baseVersion } = state;
  const news = edits.filter((edit) => edit.version > baseVersion);
  return !isBehind && baseVersion + news.length === version ? withEdits(base, news) : undefined;
}

/**
 * After a conflict: what waits becomes what leads from their state to both together as chosen. Undoing it gives
 * what was not chosen of mine first, then their state.
 */
export function withChoices(
  state: EditState,
  sides: Sides,
  { version, choices, batchId }: { version: number; choices: Choices; batchId: string },
): EditState {
  const { theirs } = sides;
  const merged = mergedSides(sides, choices);
  const everyMine = contestedElements(sides).map((element) => [elementKey(element), "mine"] as const);
  const allMine = mergedSides(sides, new Map(everyMine));
  const commands = commandsBetween(theirs, merged);
  const given = commandsBetween(merged, allMine);
  const { past, future } = stepsOfSaved(state);
  const waysBack =
    given.length > 0 ? [commandsBetween(allMine, theirs), given] : [commandsBetween(merged, theirs)];
  const steps = waysBack.filter((way) => way.length > 0).map((way) => ({ batchId, commands: way }));
  return {
    ...state,
    ...{ base: theirs, baseVersion: version, queuedOn: version, model: merged, isBehind: false },
    queue: inParts(batchId, commands),
    past: [...past, ...steps].slice(-MOST_STEPS),
    future,
  };
}

/** Steps of gestures that are saved: what leads back from the others goes with them. */
function stepsOfSaved({ queue, past, future }: EditState): Pick<EditState, "past" | "future"> {
  const waiting = new Set(queue.map(({ id }) => id));
  const isSaved = ({ batchId }: Step) => !waiting.has(batchId);
  return { past: past.filter(isSaved), future: future.filter(isSaved) };
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
  // All at once first: thousands of an import go in one pass.
  const whole = applyCommands(model, commands);
  if (whole.ok) return whole.value;
  return commands.reduce((current, command) => {
    const applied = applyCommand(current, command);
    return applied.ok ? applied.value : current;
  }, model);
}
