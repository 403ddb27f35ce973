import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openEditSession } from "~/diagram/editing/edit-session";
import { type Commands, withEarlierStep, withoutStep } from "~/diagram/editing/edit-state";
import type { PostOutcome } from "~/diagram/editing/post-edits";
import type { StoredEdits } from "~/diagram/editing/stored-edits";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { Choice } from "~/domain/zone-model/three-way";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aZone, aZoneModel } from "../builders/zone-model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const rename = (zoneId: string, name: string): ZoneModelCommand => ({
  type: "update-zone",
  zoneId,
  changes: { name },
});

/** A session against a portal that answers as told, and a browser storage that can be looked into. */
function aSession(
  answers: ReadonlyArray<PostOutcome | "hang">,
  left: ReadonlyArray<StoredEdits> = [],
  states: Readonly<Record<number, ZoneModel>> = {},
) {
  const posted: Array<{ version: number; commands: Commands }> = [];
  const stored: { edits: StoredEdits | null; works: boolean } = { edits: null, works: true };
  const readDraft = vi.fn();
  const session = openEditSession({
    draft: aZoneModel(),
    version: 1,
    savedAt: "2026-11-21T10:00:00.000Z",
    post: async (version, commands) => {
      posted.push({ version, commands });
      const answer = answers[posted.length - 1] ?? { kind: "unreachable" as const };
      return answer === "hang" ? new Promise(() => {}) : answer;
    },
    readState: async (version) => states[version],
    store: {
      save(edits) {
        stored.edits = edits && edits.batches.length > 0 ? edits : null;
        return stored.works;
      },
      takeOver: async () => ({ edits: left, forget: () => {} }),
    },
    readDraft,
  });
  return { session, posted, stored, readDraft };
}

const saved = (version: number): PostOutcome => ({ kind: "saved", version, missed: [] });
const nameShown = (session: ReturnType<typeof aSession>["session"]) =>
  session.read().edit.model.zones[0]?.name;

test("a gesture shows at once, is kept at once and is saved within half a second", async () => {
  const { session, posted, stored } = aSession([saved(2)]);
  session.commit([rename("imaging", "CT")]);
  expect(nameShown(session)).toBe("CT");
  expect(stored.edits?.batches).toHaveLength(1);
  expect(session.read().save).toBe("unsaved");
  await vi.advanceTimersByTimeAsync(500);
  expect(posted).toEqual([{ version: 1, commands: [rename("imaging", "CT")] }]);
  expect(session.read().save).toBe("saved");
  expect(stored.edits).toBe(null);
});

test("gestures in quick succession go out together, later ones for the new version", async () => {
  const { session, posted } = aSession([saved(2), saved(3)]);
  session.commit([rename("imaging", "CT")]);
  session.commit([rename("imaging", "CT 2")]);
  await vi.advanceTimersByTimeAsync(500);
  session.undo();
  await vi.advanceTimersByTimeAsync(500);
  expect(posted).toEqual([
    { version: 1, commands: [rename("imaging", "CT"), rename("imaging", "CT 2")] },
    { version: 2, commands: [rename("imaging", "CT")] },
  ]);
});

test("a save that fails is tried again ever later, and nothing is lost", async () => {
  const { session, posted, stored } = aSession([{ kind: "unreachable" }, { kind: "unreachable" }, saved(2)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read()).toMatchObject({ save: "failed", isUnreachable: true });
  expect(stored.edits?.batches).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(posted).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_800);
  expect(posted).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(session.read()).toMatchObject({ save: "saved", isUnreachable: false });
  expect(posted.every(({ version }) => version === 1)).toBe(true);
});

test("when the connection is back it is tried at once", async () => {
  const { session, posted } = aSession([{ kind: "unreachable" }, saved(2)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  session.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(posted).toHaveLength(2);
  expect(session.read().save).toBe("saved");
});

test("what an earlier visit left behind is shown again and saved", async () => {
  const left = [{ version: 1, batches: [{ id: "old", commands: [rename("imaging", "CT")] }] }];
  const { session, posted } = aSession([saved(2)], left);
  await session.open();
  expect(nameShown(session)).toBe("CT");
  expect(session.read().notice).toMatchObject({ kind: "replayed", count: 1 });
  await vi.advanceTimersByTimeAsync(100);
  expect(posted).toEqual([{ version: 1, commands: [rename("imaging", "CT")] }]);
});

const jana = (version: number, commands: Commands) => ({
  ...{ version, personId: "p2", personName: "Jana", at: "2026-11-21T10:00:00.000Z" },
  commands,
});
const conflict = (currentVersion: number, ...edits: ReadonlyArray<ReturnType<typeof jana>>): PostOutcome => ({
  kind: "conflict",
  conflict: { currentVersion, edits, elements: [{ kind: "zone", id: "imaging" }] },
});
const about = (choice: Choice) => new Map([["zone:imaging", choice]]);

test("a conflict stops saving until the person chooses; mine goes on top of the newer version", async () => {
  const { session, posted } = aSession([conflict(2, jana(2, [rename("imaging", "MR")])), saved(3)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read().obstacle).toMatchObject({
    kind: "conflict",
    contested: [
      {
        ...{ kind: "zone", id: "imaging", fields: ["name"] },
        versions: { before: { name: "Zone imaging" }, mine: { name: "CT" }, theirs: { name: "MR" } },
      },
    ],
  });
  session.commit([rename("archive", "PACS")]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(posted).toHaveLength(1);
  session.resolve(about("mine"));
  await vi.advanceTimersByTimeAsync(100);
  expect(posted[1]).toEqual({ version: 2, commands: [rename("imaging", "CT"), rename("archive", "PACS")] });
  expect(nameShown(session)).toBe("CT");
  expect(session.read()).toMatchObject({ save: "saved", obstacle: null });
});

test("where theirs is chosen the rest of mine is saved all the same, and undo brings mine back", async () => {
  const answers = [conflict(2, jana(2, [rename("imaging", "MR")])), saved(3), saved(4)];
  const { session, posted, stored } = aSession(answers);
  session.commit([rename("imaging", "CT"), rename("archive", "PACS")]);
  await vi.advanceTimersByTimeAsync(500);
  session.resolve(about("theirs"));
  await vi.advanceTimersByTimeAsync(100);
  expect(nameShown(session)).toBe("MR");
  expect(posted[1]).toEqual({ version: 2, commands: [rename("archive", "PACS")] });
  expect(stored.edits).toBe(null);
  session.undo();
  expect(nameShown(session)).toBe("CT");
  await vi.advanceTimersByTimeAsync(500);
  expect(posted[2]).toEqual({ version: 3, commands: [rename("imaging", "CT")] });
});

test("what goes together goes together unasked, though the server could not tell", async () => {
  const { session, posted } = aSession([conflict(2, jana(2, [rename("imaging", "CT")])), saved(3)]);
  session.commit([rename("imaging", "CT"), rename("archive", "PACS")]);
  await vi.advanceTimersByTimeAsync(600);
  expect(session.read()).toMatchObject({ save: "saved", obstacle: null });
  expect(posted[1]).toEqual({ version: 2, commands: [rename("archive", "PACS")] });
  expect(session.read().notice).toMatchObject({ kind: "merged", names: ["Jana"] });
});

test("after a reload the state on which the queue was made is read from the history", async () => {
  const renamed = { ...aZoneModel(), zones: [aZone({ name: "At 0" }), aZone({ id: "archive" })] };
  const left = [{ version: 0, batches: [{ id: "old", commands: [rename("imaging", "CT")] }] }];
  const { session } = aSession([conflict(2)], left, {
    0: renamed,
    2: { ...renamed, zones: [aZone({ name: "MR" }), aZone({ id: "archive" })] },
  });
  await session.open();
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read().obstacle).toMatchObject({
    contested: [{ versions: { before: { name: "At 0" }, mine: { name: "CT" }, theirs: { name: "MR" } } }],
  });
});

test("a conflict that cannot be looked at yet is tried again", async () => {
  const { session } = aSession([conflict(9), conflict(9)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read()).toMatchObject({ save: "failed", isUnreachable: true, obstacle: null });
});

test("it is known since when something waits", async () => {
  const { session } = aSession([{ kind: "unreachable" }, saved(2)]);
  vi.setSystemTime(new Date("2026-11-21T10:00:00.000Z"));
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  session.commit([rename("imaging", "CT 2")]);
  expect(session.read().waitsSince).toBe("2026-11-21T10:00:00.000Z");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(session.read()).toMatchObject({ save: "saved", waitsSince: null });
});

test("signed out: everything is kept, and saved after signing in again", async () => {
  const { session, stored } = aSession([{ kind: "signed-out" }, saved(2)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read().obstacle).toEqual({ kind: "signed-out" });
  expect(stored.edits?.batches).toHaveLength(1);
  session.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.read()).toMatchObject({ save: "saved", obstacle: null });
});

test("what was refused can be tried again: a submitted draft is returned some day", async () => {
  const { session } = aSession([{ kind: "refused", reason: "model-is-submitted" }, saved(2)]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  session.retry();
  await vi.advanceTimersByTimeAsync(0);
  expect(session.read()).toMatchObject({ save: "saved", obstacle: null });
});

test("a refused change can be dropped, and the draft is read again", async () => {
  const { session, readDraft } = aSession([{ kind: "refused", reason: "model-is-submitted" }]);
  session.commit([rename("imaging", "CT")]);
  await vi.advanceTimersByTimeAsync(500);
  expect(session.read().obstacle).toEqual({ kind: "refused", reason: "model-is-submitted" });
  session.takeTheirs();
  expect(nameShown(session)).toBe("Zone imaging");
  expect(readDraft).toHaveBeenCalled();
  session.setDraft(aZoneModel(), 1);
  expect(session.read().edit.isBehind).toBe(false);
});

test("a gesture that does not apply changes nothing and says why", () => {
  const { session } = aSession([]);
  expect(session.commit([{ type: "nest-zone", zoneId: "imaging", parentId: "imaging", place: null }])).toBe(
    false,
  );
  expect(session.read().notice).toMatchObject({ kind: "not-applied", code: "cycle" });
  expect(session.read().edit.queue).toEqual([]);
});

test("where the browser keeps nothing, that is known", () => {
  const { session, stored } = aSession(["hang"]);
  stored.works = false;
  session.commit([rename("imaging", "CT")]);
  expect(session.read().isKept).toBe(false);
});

test("closing the page sends what waits at once", async () => {
  const { session, posted } = aSession([saved(2)]);
  session.commit([rename("imaging", "CT")]);
  session.close();
  await vi.advanceTimersByTimeAsync(0);
  expect(posted).toHaveLength(1);
});

test("a step that an earlier page left is what undo takes back, unless it was taken back elsewhere", async () => {
  const { session, posted } = aSession([saved(2)]);
  const step = { batchId: "import", commands: [rename("imaging", "Before")] };
  session.setSteps((edit) => withEarlierStep(edit, 1, step));
  session.setSteps((edit) => withoutStep(edit, "import"));
  expect(session.undo()).toBe(true);
  expect(nameShown(session)).toBe("Zone imaging");
  session.setSteps((edit) => withEarlierStep(edit, 1, step));
  expect(session.undo()).toBe(true);
  expect(nameShown(session)).toBe("Before");
  expect(session.read().last).toMatchObject({ how: "undone", commands: step.commands });
  await vi.advanceTimersByTimeAsync(500);
  expect(posted).toEqual([{ version: 1, commands: step.commands }]);
  expect(session.redo()).toBe(true);
  expect(nameShown(session)).toBe("Zone imaging");
});
