import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommand } from "~/domain/zone-model/apply-command";
import { indexModel } from "~/domain/zone-model/queries";
import { evaluateAgain, evaluateRules, MODEL_RULES } from "~/domain/zone-model/rules";
import { aLargeZoneModel } from "../../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "./arbitraries";

test("after any edits the findings are those of a fresh evaluation", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (start, commands) => {
      let index = indexModel(start);
      let evaluation = evaluateAgain(index);
      for (const { after } of acceptedOf(start, commands)) {
        index = indexModel(after, index);
        evaluation = evaluateAgain(index, evaluation);
        expect(index).toEqual(indexModel(after));
        expect(evaluation.findings).toEqual(evaluateRules(after));
      }
    }),
    { numRuns: 200 },
  );
});

test("a rule runs again only where a part that it reads has changed, and moving a box changes none", () => {
  const model = aLargeZoneModel({ zones: 30, assets: 100, conduits: 40 });
  const before = evaluateAgain(indexModel(model));
  const renamed = applyCommand(model, { type: "update-asset", assetId: "a1", changes: { name: "Pump" } });
  const moved = applyCommand(model, { type: "place-zone", zoneId: "z1", place: { x: 1, y: 2 } });
  if (!renamed.ok || !moved.ok) throw new Error("a command was refused");
  const after = evaluateAgain(indexModel(renamed.value, before.index), before);
  for (const [place, { reads, id }] of MODEL_RULES.entries())
    expect(after.byRule[place] === before.byRule[place], id).toBe(!reads.includes("assets"));
  expect(evaluateAgain(indexModel(moved.value, before.index), before).findings).toBe(before.findings);
});
