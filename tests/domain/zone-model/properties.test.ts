import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "~/domain/shared/canonical-json";
import { applyCommand, applyCommands } from "~/domain/zone-model/apply-command";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import { differenceOf, hasFactChanges } from "~/domain/zone-model/difference";
import { fingerprintInParts, fingerprintOfModel } from "~/domain/zone-model/facts";
import { inverseOf, inverseOfAll } from "~/domain/zone-model/inverse-of";
import { placeOf } from "~/domain/zone-model/layout";
import { evaluateRules } from "~/domain/zone-model/rules";
import { touchedElements } from "~/domain/zone-model/touched-elements";
import { EMPTY_ZONE_MODEL, type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";
import { aLargeZoneModel } from "../../builders/zone-model";
import { aCommand, acceptedOf, aDrawnModel, someCommands } from "./arbitraries";

const runs = { numRuns: 400 };

test("any gesture followed by its inverse is the start", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (start, commands) => {
      const steps = acceptedOf(start, commands);
      const gesture = steps.map(({ command }) => command);
      const end = steps.at(-1)?.after ?? start;
      const inverse = inverseOfAll(start, gesture);
      expect(inverse.ok).toBe(true);
      if (inverse.ok) expect(applyCommands(end, inverse.value)).toEqual({ ok: true, value: start });
    }),
    runs,
  );
});

test("undoing an undo is the gesture again", () => {
  fc.assert(
    fc.property(aDrawnModel, aCommand, (start, command) => {
      const done = applyCommand(start, command);
      const undo = inverseOf(start, command);
      expect(undo.ok).toBe(done.ok);
      if (!done.ok || !undo.ok) return;
      const redo = inverseOfAll(done.value, undo.value);
      expect(redo.ok).toBe(true);
      if (redo.ok) expect(applyCommands(start, redo.value)).toEqual(done);
    }),
    runs,
  );
});

test("whatever is drawn stays valid and consistent", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      expect(findInconsistencies(model)).toEqual([]);
      expect(ZoneModelSchema.parse(model)).toEqual(model);
    }),
    runs,
  );
});

test("a model survives the way through JSON", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const back = ZoneModelSchema.parse(JSON.parse(JSON.stringify(model)));
      expect(back).toEqual(model);
      expect(evaluateRules(back)).toEqual(evaluateRules(model));
    }),
    runs,
  );
});

test("a command never writes to the model it is given", () => {
  fc.assert(
    fc.property(aDrawnModel, aCommand, (model, command) => {
      const before = structuredClone(model);
      applyCommand(deeplyFrozen(model), deeplyFrozen(command));
      expect(model).toEqual(before);
    }),
    runs,
  );
});

test("every element that a command does not touch keeps its identity", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (start, commands) => {
      for (const { command, before, after } of acceptedOf(start, commands)) {
        const touched = new Set(
          touchedElements(before, command).map(({ kind, id, part }) => `${kind} ${id} ${part}`),
        );
        for (const [kind, list] of [
          ["zone", "zones"],
          ["conduit", "conduits"],
          ["asset", "assets"],
        ] as const) {
          const old = new Map<string, unknown>(before[list].map((element) => [element.id, element]));
          const now = new Map<string, unknown>(after[list].map((element) => [element.id, element]));
          const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
            (id) => old.get(id) !== now.get(id),
          );
          expect(changed.filter((id) => !touched.has(`${kind} ${id} facts`))).toEqual([]);
        }
        const moved = after.zones
          .map(({ id }) => id)
          .filter((id) => placeOf(before, id) !== placeOf(after, id));
        expect(moved.filter((id) => !touched.has(`zone ${id} place`))).toEqual([]);
      }
    }),
    runs,
  );
});

test("all commands are applied or none", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (start, commands) => {
      const all = applyCommands(start, commands);
      const accepted = acceptedOf(start, commands);
      if (all.ok) {
        expect(accepted).toHaveLength(commands.length);
        return;
      }
      const before = acceptedOf(start, commands.slice(0, all.refusal.index));
      expect(before).toHaveLength(all.refusal.index);
    }),
    runs,
  );
});

test("the order of zones never changes the set of findings", () => {
  const shuffled = aDrawnModel.chain((model) =>
    fc.tuple(
      fc.constant(model),
      fc
        .shuffledSubarray(model.zones, { minLength: model.zones.length, maxLength: model.zones.length })
        .map((zones): ZoneModel => ({ ...model, zones })),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([model, other]) => {
      const findings = (of: ZoneModel) => evaluateRules(of).map(canonicalJson).sort();
      expect(findings(other)).toEqual(findings(model));
    }),
    runs,
  );
});

test("finding ids are unique within one evaluation", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const ids = evaluateRules(model).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
    runs,
  );
});

test("every fix can be applied and closes its finding", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      for (const { id, fix } of evaluateRules(model)) {
        if (!fix) continue;
        const fixed = applyCommands(model, fix);
        expect(fixed.ok, id).toBe(true);
        if (fixed.ok) expect(evaluateRules(fixed.value).map((finding) => finding.id)).not.toContain(id);
      }
    }),
    runs,
  );
});

test("the difference names a change of facts exactly where the fingerprints differ", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (before, commands) => {
      const after = acceptedOf(before, commands.slice(0, 3)).at(-1)?.after ?? before;
      const isChanged = fingerprintOfModel(before) !== fingerprintOfModel(after);
      expect(hasFactChanges(differenceOf(before, after))).toBe(isChanged);
      expect(hasFactChanges(differenceOf(after, before))).toBe(isChanged);
    }),
    runs,
  );
});

test("the arbitrary models are worth the name", () => {
  const sizes = fc.sample(aDrawnModel, { numRuns: 200, seed: 624_432 }).map((model) => ({
    zones: model.zones.length,
    nested: model.zones.filter(({ parentId }) => parentId).length,
    conduits: model.conduits.length,
    assets: model.assets.length,
  }));
  const most = (name: "zones" | "nested" | "conduits" | "assets") =>
    Math.max(...sizes.map((size) => size[name]));
  expect(EMPTY_ZONE_MODEL.zones).toEqual([]);
  expect([most("zones"), most("nested"), most("conduits"), most("assets")].every((count) => count >= 2)).toBe(
    true,
  );
});

function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) {
    Object.values(value).forEach(deeplyFrozen);
    Object.freeze(value);
  }
  return value;
}

test("a fingerprint reckoned in parts is the fingerprint", () => {
  const inParts = (model: ZoneModel) => {
    const parts = fingerprintInParts(model);
    for (;;) {
      const { done, value } = parts.next();
      if (done) return value;
    }
  };
  expect(inParts(EMPTY_ZONE_MODEL)).toBe(fingerprintOfModel(EMPTY_ZONE_MODEL));
  const large = aLargeZoneModel({ zones: 210, assets: 350, conduits: 101 });
  expect(inParts(large)).toBe(fingerprintOfModel(large));
  fc.assert(
    fc.property(aDrawnModel, someCommands, (start, commands) => {
      const model = acceptedOf(start, commands).at(-1)?.after ?? start;
      expect(inParts(model)).toBe(fingerprintOfModel(model));
    }),
    runs,
  );
});
