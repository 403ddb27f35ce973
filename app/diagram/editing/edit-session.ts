import type { Result } from "~/domain/shared/result";
import type { CommandsRefusal } from "~/domain/zone-model/commands";
import type { Sides } from "~/domain/zone-model/fit-together";
import type { RecordedEdit } from "~/domain/zone-model/merge";
import { type Choices, type ContestedElement, contestedElements } from "~/domain/zone-model/three-way";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import {
  afterNews,
  afterReading,
  afterSaved,
  type Commands,
  type EditState,
  nextPost,
  sidesOf,
  startOf,
  theirsOf,
  withChoices,
  withGesture,
  withoutLastStep,
  withRedo,
  withReplay,
  withTheirs,
  withUndo,
} from "./edit-state";
import { newId } from "./new-id";
import type { Conflict, News, PostEdits, PostOutcome, RefusedReason } from "./post-edits";
import type { EditStore } from "./stored-edits";

export type SaveStateName = "saved" | "saving" | "unsaved" | "failed";

/** Why nothing is being saved until a person decides. */
export type Obstacle =
  | {
      kind: "conflict";
      version: number;
      /** What others saved since; empty where it is too much to list. */
      edits: Conflict["edits"];
      sides: Sides;
      contested: ReadonlyArray<ContestedElement>;
    }
  | { kind: "refused"; reason: RefusedReason }
  | { kind: "signed-out" };

/** Something to be told once. */
export type Notice =
  | { kind: "not-applied"; code: CommandsRefusal["refusal"]["code"] }
  | { kind: "not-undone" }
  | { kind: "replayed"; count: number }
  | { kind: "merged"; names: ReadonlyArray<string> };

export type Snapshot = {
  edit: EditState;
  save: SaveStateName;
  savedAt: string | null;
  /** Since when something waits to be saved, as an ISO instant; null where nothing does. */
  waitsSince: string | null;
  obstacle: Obstacle | null;
  /** False: closing the page would lose what is not saved. */
  isKept: boolean;
  isUnreachable: boolean;
  notice: (Notice & { number: number }) | null;
  /** The last gesture and how often there was one, for what is read out. */
  last: { commands: Commands; how: "done" | "undone" | "redone"; before: ZoneModel; number: number } | null;
};

export type SessionOptions = {
  draft: ZoneModel;
  version: number;
  savedAt: string;
  post: PostEdits;
  /** The draft as it was at a version; undefined where it cannot be asked just now. */
  readState(version: number): Promise<ZoneModel | undefined>;
  store: EditStore;
  /** Asks the page for the draft anew; it comes back through `setDraft`. */
  readDraft(): void;
};

export type EditSession = ReturnType<typeof openEditSession>;

const DEBOUNCE_MS = 400;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** Edits a model and keeps it saved: shows at once, posts soon, tries again, loses nothing. Free of any framework. */
export function openEditSession(options: SessionOptions) {
  const { post, store } = options;
  const listeners = new Set<() => void>();
  let snapshot: Snapshot = {
    edit: startOf(options.draft, options.version),
    save: "saved",
    savedAt: options.savedAt,
    waitsSince: null,
    obstacle: null,
    isKept: true,
    isUnreachable: false,
    notice: null,
    last: null,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let posting: Promise<void> | undefined;
  let failures = 0;
  let number = 0;
  let isClosed = false;
  let isTakenOver = false;

  function update(change: Partial<Snapshot>): void {
    snapshot = { ...snapshot, ...change };
    for (const listener of listeners) listener();
  }

  function setEdit(edit: EditState, change: Partial<Snapshot> = {}): void {
    const isKept = store.save({ version: edit.queuedOn, batches: edit.queue }, (isKeptNow) => {
      if (snapshot.edit.queue === edit.queue) update({ isKept: isKeptNow });
    });
    const waitsSince = edit.queue.length === 0 ? null : (snapshot.waitsSince ?? new Date().toISOString());
    update({ waitsSince, ...change, edit, isKept });
    if (edit.isBehind) options.readDraft();
  }

  function tell(notice: Notice): void {
    number += 1;
    update({ notice: { ...notice, number } });
  }

  function perform(
    how: "done" | "undone" | "redone",
    commands: Commands,
    change: () => Result<EditState, CommandsRefusal>,
  ): boolean {
    const before = snapshot.edit.model;
    const changed = change();
    if (!changed.ok) {
      if (how !== "done")
        update({ edit: withoutLastStep(snapshot.edit, how === "undone" ? "past" : "future") });
      tell(
        how === "done" ? { kind: "not-applied", code: changed.refusal.refusal.code } : { kind: "not-undone" },
      );
      return false;
    }
    number += 1;
    const obstacle = withNewer(snapshot.obstacle, changed.value);
    setEdit(changed.value, { last: { commands, how, before, number }, notice: null, obstacle });
    schedule(DEBOUNCE_MS);
    return true;
  }

  function schedule(delay: number): void {
    if (snapshot.obstacle || isClosed) return;
    if (snapshot.edit.queue.length > 0 && snapshot.save !== "failed")
      update({ save: posting ? "saving" : "unsaved" });
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delay);
  }

  /** Sends what waits, now. Settles when it is saved or has failed. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    posting ??= send().finally(() => {
      posting = undefined;
      if (failures > 0) schedule(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)));
      else if (snapshot.edit.queue.length > 0) schedule(0);
    });
    return posting;
  }

  async function send(): Promise<void> {
    const next = nextPost(snapshot.edit);
    if (!next || snapshot.obstacle) return;
    update({ save: "saving" });
    const outcome = await post(next.version, next.commands);
    if (outcome.kind === "conflict") await look(outcome.conflict);
    else receive(outcome, next.batches);
  }

  /** Finds out what a person has to choose; where that is nothing, both sides go together at once. */
  async function look({ currentVersion: version, edits }: Conflict): Promise<void> {
    const { edit } = snapshot;
    const before =
      edit.queuedOn === edit.baseVersion && !edit.isBehind
        ? edit.base
        : await options.readState(edit.queuedOn);
    const theirs = theirsOf(edit, version, edits) ?? (await options.readState(version));
    if (!before || !theirs) return receive({ kind: "unreachable" }, 0);
    failures = 0;
    const sides = sidesOf(snapshot.edit, before, theirs);
    const contested = contestedElements(sides);
    const obstacle = { kind: "conflict" as const, version, edits, sides, contested };
    update({ save: "failed", isUnreachable: false, obstacle });
    if (contested.length === 0) resolve(new Map());
  }

  function resolve(choices: Choices): void {
    const { obstacle, edit } = snapshot;
    if (obstacle?.kind !== "conflict") return;
    const { version, edits, sides } = obstacle;
    const next = withChoices(edit, sides, { version, choices, batchId: newId() });
    setEdit(next, { obstacle: null, save: next.queue.length > 0 ? "unsaved" : "saved" });
    tellOf(edits);
    schedule(0);
  }

  function tellOf(edits: ReadonlyArray<RecordedEdit>): void {
    const names = [...new Set(edits.map(({ personName }) => personName))];
    if (names.length > 0) tell({ kind: "merged", names });
  }

  function receive(outcome: Exclude<PostOutcome, { kind: "conflict" }>, batches: number): void {
    failures = outcome.kind === "unreachable" ? failures + 1 : 0;
    switch (outcome.kind) {
      case "saved": {
        const edit = afterSaved(snapshot.edit, batches, outcome);
        const save = edit.queue.length > 0 ? "unsaved" : "saved";
        setEdit(edit, { save, savedAt: new Date().toISOString(), isUnreachable: false });
        if (!outcome.savedCommands) tellOf(outcome.missed);
        return;
      }
      case "unreachable":
        update({ save: "failed", isUnreachable: true });
        return;
      case "refused":
      case "signed-out":
        update({ save: "failed", isUnreachable: false, obstacle: outcome });
    }
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    read: () => snapshot,
    /** Takes up what an earlier visit could not save. */
    async open(): Promise<void> {
      isClosed = false;
      if (isTakenOver) return;
      isTakenOver = true;
      const { edits, forget } = await store.takeOver();
      for (const { version, batches } of edits.toReversed())
        setEdit(withReplay(snapshot.edit, version, batches));
      forget();
      const count = edits.reduce((sum, { batches }) => sum + batches.length, 0);
      if (count > 0) tell({ kind: "replayed", count });
      schedule(0);
    },
    close(): void {
      void flush();
      isClosed = true;
      clearTimeout(timer);
    },
    commit: (commands: Commands) =>
      commands.length > 0 && perform("done", commands, () => withGesture(snapshot.edit, newId(), commands)),
    undo: () => perform("undone", stepOf("past"), () => withUndo(snapshot.edit, newId())),
    redo: () => perform("redone", stepOf("future"), () => withRedo(snapshot.edit, newId())),
    /** Changes what undo reaches; the model stays as it is. */
    setSteps: (change: (edit: EditState) => EditState) => update({ edit: change(snapshot.edit) }),
    flush,
    retry(): void {
      failures = 0;
      // What was refused may be possible by now: a submitted draft is returned, a role is given back.
      if (snapshot.obstacle && snapshot.obstacle.kind !== "conflict") update({ obstacle: null });
      void flush();
    },
    /** Takes in what others saved, while nothing of ours waits. */
    takeNews(news: News): void {
      if (snapshot.edit.queue.length > 0 || posting || news.version <= snapshot.edit.baseVersion) return;
      setEdit(afterNews(snapshot.edit, news.version, news.edits));
      tellOf(news.edits);
    },
    setDraft(draft: ZoneModel, version: number): void {
      const edit = afterReading(snapshot.edit, draft, version);
      if (edit !== snapshot.edit) setEdit(edit);
    },
    /** After a conflict: both sides together, of each contested element what is chosen. */
    resolve,
    /** After a refusal: the server's state stands, ours is given up. */
    takeTheirs(): void {
      const { edit } = snapshot;
      setEdit(
        { ...withTheirs(edit, edit.baseVersion, []), isBehind: true },
        { obstacle: null, save: "saved" },
      );
    },
    dismiss: () => update({ notice: null }),
  };

  function stepOf(list: "past" | "future"): Commands {
    return snapshot.edit[list].at(-1)?.commands ?? [];
  }
}

/** What was done while a person chooses belongs to the choice. */
function withNewer(obstacle: Obstacle | null, edit: EditState): Obstacle | null {
  if (obstacle?.kind !== "conflict") return obstacle;
  const sides = sidesOf(edit, obstacle.sides.before, obstacle.sides.theirs);
  return { ...obstacle, sides, contested: contestedElements(sides) };
}
