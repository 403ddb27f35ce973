import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterSaved,
  type EditState,
  MOST_COMMANDS,
  nextPost,
  startOf,
  withEarlierStep,
  withGesture,
  withoutStep,
  withRedo,
  withReplay,
  withTheirs,
  withUndo,
} from "~/diagram/editing/edit-state";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { mergeEdit, type RecordedEdit } from "~/domain/zone-model/merge";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "../domain/zone-model/arbitraries";

const rename = (zoneId: string, name: string): ZoneModelCommand => ({
  type: "update-zone",
  zoneId,
  changes: { name },
});

function drawn(state: EditState, ...gestures: ReadonlyArray<ReadonlyArray<ZoneModelCommand>>): EditState {
  return gestures.reduce((current, commands, number) => {
    const done = withGesture(current, `g${number}-${current.queue.length}`, commands);
    if (!done.ok) throw new Error(done.refusal.refusal.code);
    return done.value;
  }, state);
}

const anEdit = (version: number, commands: ReadonlyArray<ZoneModelCommand>): RecordedEdit => ({
  version,
  personId: "p2",
  personName: "Jana",
  at: "2026-11-21T10:00:00.000Z",
  commands,
});

const nameOf = (model: ZoneModel, zoneId: string) => model.zones.find(({ id }) => id === zoneId)?.name;

test("any gestures, all undone, give back the start; all redone, the end; and the server gets to the same", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (model, commands) => {
      const steps = acceptedOf(model, commands).map(({ command }) => [command]);
      let state = drawn(startOf(model, 4), ...steps);
      const end = state.model;
      for (let step = 0; step < steps.length; step += 1) {
        const undone = withUndo(state, `u${step}`);
        if (!undone.ok) throw new Error(undone.refusal.refusal.code);
        state = undone.value;
      }
      expect(state.model).toEqual(model);
      const posted = applyCommands(
        model,
        state.queue.flatMap((batch) => batch.commands),
      );
      expect(posted.ok && posted.value).toEqual(model);
      for (let step = 0; step < steps.length; step += 1) {
        const redone = withRedo(state, `r${step}`);
        if (!redone.ok) throw new Error(redone.refusal.refusal.code);
        state = redone.value;
      }
      expect(state.model).toEqual(end);
    }),
    { numRuns: 60 },
  );
});

test("undo goes out as commands on top: nothing that was drawn is rewritten", () => {
  const state = drawn(startOf(aZoneModel(), 1), [rename("imaging", "CT")]);
  const undone = withUndo(state, "undo");
  expect(undone.ok && undone.value.queue.map(({ commands }) => commands)).toEqual([
    [rename("imaging", "CT")],
    [rename("imaging", "Zone imaging")],
  ]);
});

test("what was drawn while a save was on its way stays in the queue, and what is shown does not change", () => {
  const first = drawn(startOf(aZoneModel(), 1), [rename("imaging", "CT")]);
  const post = nextPost(first);
  const second = drawn(first, [rename("archive", "PACS")]);
  const saved = afterSaved(second, post?.batches ?? 0, { version: 2, missed: [] });
  expect(saved.model).toBe(second.model);
  expect(saved.baseVersion).toBe(2);
  expect(nextPost(saved)).toEqual({ version: 2, commands: [rename("archive", "PACS")], batches: 1 });
});

test("others' edits to other elements come in with the answer, under what is still waiting", () => {
  const first = drawn(startOf(aZoneModel(), 1), [rename("imaging", "CT")]);
  const second = drawn(first, [{ type: "set-sl-target", zoneId: "imaging", slTarget: null, rationale: "" }]);
  const saved = afterSaved(second, 1, { version: 3, missed: [anEdit(2, [rename("archive", "PACS")])] });
  expect(nameOf(saved.model, "archive")).toBe("PACS");
  expect(nameOf(saved.model, "imaging")).toBe("CT");
  expect(saved.model.zones[0]?.slTarget).toBe(null);
  expect(saved.isBehind).toBe(false);
});

test("the browser ends with the model of the server, whoever saved first", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, someCommands, (model, ours, theirs) => {
      const others = acceptedOf(model, theirs.slice(0, 6)).map(({ command }) => command);
      const mine = acceptedOf(model, ours.slice(0, 6)).map(({ command }) => command);
      const theirModel = applyCommands(model, others);
      if (!theirModel.ok || mine.length === 0 || others.length === 0) return;
      const missed = [anEdit(2, others)];
      const merged = mergeEdit(theirModel.value, missed, mine);
      if (!merged.ok) return;
      const state = afterSaved(drawn(startOf(model, 1), mine), 1, { version: 3, missed });
      expect(state.model).toEqual(merged.value.model);
    }),
  );
});

test("an answer that got lost is not applied twice", () => {
  const conduit = { ...aZoneModel().conduits[0], id: "second" } as ZoneModel["conduits"][number];
  const command: ZoneModelCommand = { type: "add-conduit", conduit };
  const state = drawn(startOf(aZoneModel(), 1), [command]);
  const saved = afterSaved(state, 1, { version: 2, missed: [anEdit(2, [command])], savedCommands: 1 });
  expect(saved.model.conduits).toHaveLength(2);
  expect(saved.queue).toEqual([]);
  expect(saved.isBehind).toBe(false);
});

test("of what is sent again only what is new comes on top of the others", () => {
  const first = rename("imaging", "Ours, saved before the answer got lost");
  const state = drawn(drawn(startOf(aZoneModel(), 1), [first]), [rename("archive", "Ours, new")]);
  const missed = [anEdit(2, [first]), anEdit(3, [rename("imaging", "Theirs, later")])];
  const saved = afterSaved(state, 2, { version: 4, missed, savedCommands: 1 });
  expect(nameOf(saved.model, "imaging")).toBe("Theirs, later");
  expect(nameOf(saved.model, "archive")).toBe("Ours, new");
  expect(saved).toMatchObject({ queue: [], isBehind: false, baseVersion: 4 });
});

test("where the missed edits are not complete the draft is read again", () => {
  const state = drawn(startOf(aZoneModel(), 1), [rename("imaging", "CT")]);
  expect(afterSaved(state, 1, { version: 9, missed: [] }).isBehind).toBe(true);
});

test("after a reload the queue is sent for the version on which it was made", () => {
  const newer = { ...aZoneModel(), zones: aZoneModel().zones.toReversed() };
  const state = withReplay(startOf(newer, 5), 3, [{ id: "old", commands: [rename("imaging", "CT")] }]);
  expect(nameOf(state.model, "imaging")).toBe("CT");
  expect(nextPost(state)?.version).toBe(3);
  const saved = afterSaved(state, 1, { version: 6, missed: [anEdit(4, []), anEdit(5, [])] });
  expect(saved.isBehind).toBe(false);
  expect(nameOf(saved.model, "imaging")).toBe("CT");
});

test("after a refusal theirs alone stands, without the steps of what was given up", () => {
  const state = drawn(
    startOf(aZoneModel(), 1),
    [rename("archive", "PACS")],
    [{ type: "move-asset", assetId: "mri-1", zoneId: "archive" }],
  );
  const edits = [anEdit(2, [rename("archive", "VNA"), { type: "delete-asset", assetId: "mri-1" }])];
  const theirs = withTheirs(state, 2, edits);
  expect(nameOf(theirs.model, "archive")).toBe("VNA");
  expect(theirs.queue).toEqual([]);
  expect(theirs.past).toEqual([]);
});

test("undo of what somebody else has deleted is refused and changes nothing", () => {
  const state = drawn(startOf(aZoneModel(), 1), [
    { type: "move-asset", assetId: "mri-1", zoneId: "archive" },
  ]);
  const saved = afterSaved(state, 1, {
    version: 3,
    missed: [],
  });
  const gone = { ...saved, model: { ...saved.model, assets: [] } };
  expect(withUndo(gone, "undo").ok).toBe(false);
});

test("a gesture larger than the server takes at once goes out in parts", () => {
  const commands = Array.from({ length: MOST_COMMANDS + 20 }, (_, n) => rename("imaging", `CT ${n}`));
  const state = drawn(startOf(aZoneModel(), 1), commands);
  expect(nextPost(state)?.commands).toHaveLength(MOST_COMMANDS);
  expect(state.past).toHaveLength(1);
});

/** An import of thousands that was saved before, and what leads back from it. */
function anImport() {
  const before = aZoneModel();
  const commands: ReadonlyArray<ZoneModelCommand> = [
    { type: "add-zone", zone: aZone({ id: "ward", name: "Ward" }), place: null },
    ...Array.from({ length: 3_000 }, (_, n) => ({
      type: "add-asset" as const,
      asset: anAsset({ id: `pump-${n}`, zoneId: "ward" }),
    })),
  ];
  const imported = applyCommands(before, commands);
  const wayBack = inverseOfAll(before, commands);
  if (!imported.ok || !wayBack.ok) throw new Error("these fit");
  return { before, after: imported.value, step: { batchId: "import", commands: wayBack.value } };
}

test("an import that was saved before is one step: undone it is saved in parts, redone it is there again", () => {
  const { before, after, step } = anImport();
  const undone = withUndo(withEarlierStep(startOf(after, 7), 7, step), "u");
  if (!undone.ok) throw new Error(undone.refusal.refusal.code);
  expect(undone.value.model).toEqual(before);
  expect(undone.value.past).toEqual([]);
  let state = undone.value;
  let posts = 0;
  for (let next = nextPost(state); next; next = nextPost(state)) {
    expect(next.commands.length).toBeLessThanOrEqual(MOST_COMMANDS);
    state = afterSaved(state, next.batches, { version: next.version + 1, missed: [] });
    posts += 1;
  }
  expect(posts).toBe(7);
  expect([state.base, state.baseVersion]).toEqual([before, 14]);
  const redone = withRedo(state, "r");
  expect(redone.ok && redone.value.model).toEqual(after);
});

test("an import is offered to undo only where nothing was saved or done after it", () => {
  const { after, step } = anImport();
  const opened = startOf(after, 7);
  const renamed = drawn(opened, [rename("imaging", "CT")]);
  expect(withEarlierStep(opened, 6, step)).toBe(opened);
  expect(withEarlierStep(renamed, 7, step)).toBe(renamed);
  const left = withReplay(opened, 7, [{ id: "old", commands: [rename("imaging", "CT")] }]);
  expect(withEarlierStep(left, 7, step)).toBe(left);
  const offered = drawn(withEarlierStep(opened, 7, step), [rename("imaging", "CT")]);
  expect(offered.past.map(({ batchId }) => batchId)).toEqual(["import", "g0-0"]);
  expect(withoutStep(offered, "import").past.map(({ batchId }) => batchId)).toEqual(["g0-0"]);
});
