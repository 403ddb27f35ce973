import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { fixAll } from "~/domain/zone-model/fix-all";
import { indexModel } from "~/domain/zone-model/queries";
import { MODEL_RULES } from "~/domain/zone-model/rules";
import { conduitIsUnique } from "~/domain/zone-model/rules/conduit-is-unique";
import { zoneNameIsUnique } from "~/domain/zone-model/rules/zone-name-is-unique";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aChannel, aConduit, aZone, aZoneModel } from "../../builders/zone-model";
import { aDrawnModel } from "./arbitraries";

const idsOf = (model: ZoneModel, rule: (typeof MODEL_RULES)[number]) =>
  rule.evaluate(indexModel(model)).map(({ id }) => id);

function fixed(model: ZoneModel, rule: (typeof MODEL_RULES)[number]): ZoneModel {
  const applied = applyCommands(model, fixAll(model, rule, idsOf(model, rule)));
  if (!applied.ok) throw new Error(`refused: ${applied.refusal.refusal.code}`);
  return applied.value;
}

test("zones of one name each get their own", () => {
  const zones = ["a", "b", "c"].map((id) => aZone({ id, name: "ICU" }));
  const { zones: renamed } = fixed(aZoneModel({ zones, conduits: [], assets: [] }), zoneNameIsUnique);
  expect(new Set(renamed.map(({ name }) => name)).size).toBe(3);
  expect(renamed.filter(({ name }) => name === "ICU")).toHaveLength(1);
});

test("merging three conduits keeps the channels of all", () => {
  const zones = [aZone({ id: "imaging" }), aZone({ id: "archive" })];
  const conduits = ["a", "b", "c"].map((id) =>
    aConduit({
      id,
      fromZoneId: "imaging",
      toZoneId: "archive",
      channels: [aChannel({ id: `in-${id}`, protocol: id })],
    }),
  );
  const merged = fixed(aZoneModel({ zones, conduits, assets: [] }), conduitIsUnique);
  expect(merged.conduits.map(({ channels }) => channels.map(({ protocol }) => protocol))).toEqual([
    ["a", "b", "c"],
  ]);
});

test("a finding that is not asked for stays", () => {
  const zones = [aZone({ id: "a", name: "ICU" }), aZone({ id: "b", name: "ICU" })];
  const model = aZoneModel({ zones, conduits: [], assets: [] });
  expect(fixAll(model, zoneNameIsUnique, [])).toEqual([]);
  expect(fixAll(model, zoneNameIsUnique, ["zone-name-is-unique:zone:b"])).toMatchObject([{ zoneId: "b" }]);
});

test("the gesture can be applied as a whole and leaves nothing that it could have fixed", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.constantFrom(...MODEL_RULES), (model, rule) => {
      const wanted = new Set(idsOf(model, rule));
      const left = rule.evaluate(indexModel(fixed(model, rule)));
      expect(left.filter(({ id, fix }) => fix !== undefined && wanted.has(id))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
