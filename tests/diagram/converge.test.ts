import fc from "fast-check";
import { expect, test } from "vitest";
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
  withRedo,
  withUndo,
} from "~/diagram/editing/edit-state";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { applyEdit, mergeEdit, type RecordedEdit } from "~/domain/zone-model/merge";
import { type Choice, contestedElements } from "~/domain/zone-model/three-way";
import { elementKey, type ZoneModel } from "~/domain/zone-model/zone-model";
import { aCommand, aDrawnModel } from "../domain/zone-model/arbitraries";

/** The portal as `editZoneModel` decides: the draft, and every edit that made it. */
function aPortal(start: ZoneModel) {
  const states: Array<ZoneModel> = [start];
  const edits: Array<RecordedEdit> = [];
  return {
    states,
    edits,
    model: () => states.at(-1) ?? start,
    post(personId: string, version: number, commands: Commands) {
      const missed = edits.slice(version);
      const applied =
        missed.length > 0 ? mergeEdit(this.model(), missed, commands) : applyEdit(this.model(), commands);
      if (!applied.ok) return { isSaved: false as const, refusal: applied.refusal, missed };
      states.push(applied.value.model);
      edits.push({
        ...{ version: edits.length + 1, personId, personName: personId, at: "" },
        commands: applied.value.commands,
      });
      return { isSaved: true as const, version: edits.length, missed };
    },
  };
}
type Portal = ReturnType<typeof aPortal>;

/** What a session does, without its timers: posts, or looks at the conflict and takes what is chosen. */
function synced(state: EditState, portal: Portal, who: string, choose: (key: string) => Choice): EditState {
  const next = nextPost(state);
  if (!next) return state;
  const answer = portal.post(who, next.version, next.commands);
  if (answer.isSaved) return afterSaved(state, next.batches, answer);
  // Refused outright only where nobody else is in the way, which a browser that applies the same never sees.
  expect(answer.missed.length).toBeGreaterThan(0);
  const version = portal.edits.length;
  const before = portal.states[state.queuedOn];
  const theirs = theirsOf(state, version, answer.missed);
  expect(theirs).toEqual(portal.model());
  if (!before || !theirs) throw new Error("the history has no such version");
  const sides = sidesOf(state, before, theirs);
  const keys = contestedElements(sides).map(elementKey);
  const choices = new Map(keys.map((key) => [key, choose(key)]));
  return withChoices(state, sides, { version, choices, batchId: `choice ${version} ${who}` });
}

/** A third person gives the draft an earlier state again, as the history's page does. */
function restore(portal: Portal, to: number): void {
  const then = portal.states[to % portal.states.length] ?? portal.model();
  const commands = commandsBetween(portal.model(), then);
  if (commands.length === 0) return;
  expect(portal.post("carl", portal.edits.length, commands).isSaved).toBe(true);
  expect(portal.model()).toEqual(then);
}

const aStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("draw" as const),
      commands: fc.array(aCommand, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("redo" as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("save" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("look" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restore" as const), to: fc.nat(20) }) },
);
const someSteps = fc.array(fc.record({ who: fc.constantFrom("anna", "ben"), step: aStep }), {
  maxLength: 30,
});

test("people who draw, undo, save, choose and restore in any order end with the model of the portal", () => {
  fc.assert(
    fc.property(
      aDrawnModel,
      someSteps,
      fc.func(fc.constantFrom<Choice>("mine", "theirs")),
      (start, steps, choose) => {
        const portal = aPortal(start);
        const states: Record<string, EditState> = { anna: startOf(start, 0), ben: startOf(start, 0) };
        const stateOf = (who: string) => states[who] ?? startOf(start, 0);
        const set = (who: string, next: EditState) => {
          states[who] = next.isBehind ? afterReading(next, portal.model(), portal.edits.length) : next;
        };
        const news = (who: string) =>
          set(
            who,
            afterNews(stateOf(who), portal.edits.length, portal.edits.slice(stateOf(who).baseVersion)),
          );

        for (const [number, { who, step }] of steps.entries()) {
          const state = stateOf(who);
          if (step.kind === "save") set(who, synced(state, portal, who, choose));
          else if (step.kind === "look") news(who);
          else if (step.kind === "restore") restore(portal, step.to);
          else {
            const done =
              step.kind === "draw"
                ? withGesture(state, String(number), step.commands)
                : step.kind === "undo"
                  ? withUndo(state, String(number))
                  : withRedo(state, String(number));
            if (done.ok) set(who, done.value);
          }
          expect(findInconsistencies(stateOf(who).model)).toEqual([]);
        }
        for (
          let round = 0;
          round < 40 && (stateOf("anna").queue.length || stateOf("ben").queue.length);
          round += 1
        )
          for (const who of ["anna", "ben"]) set(who, synced(stateOf(who), portal, who, choose));
        for (const who of ["anna", "ben"]) {
          expect(stateOf(who).queue).toEqual([]);
          news(who);
          expect(stateOf(who).model).toEqual(portal.model());
        }
      },
    ),
    { numRuns: 150 },
  );
});

test("undo and redo across saves, merges and choices lead back and forth exactly, where nobody else draws on", () => {
  fc.assert(
    fc.property(
      aDrawnModel,
      fc.array(aCommand, { maxLength: 12 }),
      fc.array(aCommand, { maxLength: 12 }),
      (start, hers, his) => {
        const portal = aPortal(start);
        for (const command of his) portal.post("ben", portal.edits.length, [command]);
        const theirs = portal.model();
        let anna = startOf(start, 0);
        for (const [number, command] of hers.entries()) {
          const done = withGesture(anna, String(number), [command]);
          if (done.ok) anna = done.value;
        }
        // Everything she drew on the old version goes out: merged, or chosen.
        for (let round = 0; round < 5 && anna.queue.length > 0; round += 1)
          anna = synced(anna, portal, "anna", () => "mine");
        expect(anna.queue).toEqual([]);
        anna = afterNews(anna, portal.edits.length, portal.edits);
        const end = anna.model;
        expect(end).toEqual(portal.model());

        const wasChosen = anna.past.some(({ batchId }) => batchId.startsWith("choice"));
        let undone = 0;
        while (anna.past.length > 0) {
          const back = withUndo(anna, `undo ${undone}`);
          if (!back.ok) return; // Ben has changed what it was about: told, not done.
          anna = synced(back.value, portal, "anna", () => "mine");
          undone += 1;
        }
        if (wasChosen) expect(anna.model).toEqual(theirs);
        for (let step = 0; step < undone; step += 1) {
          const forth = withRedo(anna, `redo ${step}`);
          expect(forth.ok).toBe(true);
          if (forth.ok) anna = synced(forth.value, portal, "anna", () => "mine");
        }
        expect(anna.model).toEqual(end);
        expect(portal.model()).toEqual(end);
      },
    ),
    { numRuns: 150 },
  );
});
