import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { applyEdit, mergeEdit } from "~/domain/zone-model/merge";
import { ownSteps } from "~/domain/zone-model/own-steps";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aZone, aZoneModel } from "../../builders/zone-model";
import { aCommand, aDrawnModel } from "./arbitraries";

type Saved = { version: number; personId: string; commands: ReadonlyArray<ZoneModelCommand> };

/** Saves what fits, as the use case does, and steps back and forth. */
function aDesk(start: ZoneModel) {
  const edits: Array<Saved> = [];
  const states = [start];
  const now = () => states.at(-1) ?? start;
  const keep = (personId: string, applied: { model: ZoneModel; commands: Saved["commands"] }) => {
    edits.push({ version: states.length, personId, commands: applied.commands });
    states.push(applied.model);
  };
  return {
    now,
    save(personId: string, commands: Saved["commands"]): boolean {
      const applied = applyEdit(now(), commands);
      if (applied.ok) keep(personId, applied.value);
      return applied.ok;
    },
    step(personId: string, direction: "undo" | "redo"): boolean {
      const step = ownSteps(start, edits, personId)[direction];
      const merged = step && mergeEdit(now(), step.others, step.inverse);
      if (merged?.ok) keep(personId, merged.value);
      return merged?.ok ?? false;
    },
    steps: (personId: string) => ownSteps(start, edits, personId),
  };
}

const renaming = (zoneId: string, name: string): ZoneModelCommand => ({
  type: "update-zone",
  zoneId,
  changes: { name },
});

test("all of one person's edits undone is the start, and all redone is the end again", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.array(aCommand, { maxLength: 12 }), (start, commands) => {
      const desk = aDesk(start);
      for (const command of commands) desk.save("me", [command]);
      const end = desk.now();
      let undone = 0;
      while (undone < 40 && desk.step("me", "undo")) undone += 1;
      expect(desk.steps("me").undo).toBeNull();
      expect(desk.now()).toEqual(start);
      for (let count = 0; count < undone; count += 1) expect(desk.step("me", "redo")).toBe(true);
      expect(desk.now()).toEqual(end);
    }),
    { numRuns: 150 },
  );
});

test("undo goes past what others did elsewhere, stops at what they did there, and is nobody else's", () => {
  const desk = aDesk(aZoneModel({ zones: [aZone({ id: "a", name: "A" }), aZone({ id: "b", name: "B" })] }));
  desk.save("me", [renaming("a", "A1")]);
  desk.save("other", [renaming("b", "B1")]);
  desk.save("me", [renaming("a", "A2")]);
  expect(desk.steps("third")).toEqual({ undo: null, redo: null });
  expect(desk.step("me", "undo")).toBe(true);
  expect(desk.step("me", "undo")).toBe(true);
  expect(desk.now().zones.map(({ name }) => name)).toEqual(["A", "B1"]);
  desk.save("other", [renaming("a", "theirs")]);
  expect(desk.steps("me").redo?.version).toBe(5);
  expect(desk.step("me", "redo")).toBe(false);
  expect(desk.now().zones.map(({ name }) => name)).toEqual(["theirs", "B1"]);
});

test("something new after an undo leaves nothing to redo", () => {
  const desk = aDesk(aZoneModel({ zones: [aZone({ id: "a", name: "A" })] }));
  desk.save("me", [renaming("a", "A1")]);
  desk.step("me", "undo");
  expect(desk.steps("me")).toMatchObject({ undo: null, redo: { version: 2 } });
  desk.save("me", [renaming("a", "A3")]);
  expect(desk.steps("me")).toMatchObject({
    undo: { version: 3, commands: [renaming("a", "A3")] },
    redo: null,
  });
});

test("a history that does not fit its start offers nothing", () => {
  const start = aZoneModel({ zones: [] });
  expect(applyCommands(start, [renaming("gone", "X")]).ok).toBe(false);
  const edits = [{ version: 1, personId: "me", commands: [renaming("gone", "X")] }];
  expect(ownSteps(start, edits, "me")).toEqual({ undo: null, redo: null });
});
