import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalLayer, layerChanges, mergeLayers } from "~/domain/policy/layer-changes";
import { layers, storedLayers } from "./layers";

test("a layer differs from itself in nothing, in whatever order its choices stand", () => {
  fc.assert(
    fc.property(layers, (layer) => {
      expect(layerChanges(layer, canonicalLayer(layer))).toEqual([]);
      expect(canonicalLayer(canonicalLayer(layer))).toEqual(canonicalLayer(layer));
    }),
  );
});

test("changes name both states: a value, switched off, or inherited", () => {
  const before = { patchDaysHigh: 30, wireless: ["wifi"], signedUpdates: true } as const;
  const after = { patchDaysHigh: null, wireless: ["wifi"], autoLogoff: true } as const;
  expect(layerChanges(before, after)).toEqual([
    { key: "autoLogoff", before: undefined, after: true },
    { key: "signedUpdates", before: true, after: undefined },
    { key: "patchDaysHigh", before: 30, after: null },
  ]);
});

test("to inherit and to be off are not the same", () => {
  expect(layerChanges({}, { signedUpdates: null })).toHaveLength(1);
  expect(layerChanges({ signedUpdates: null }, {})).toHaveLength(1);
});

test("a canonical layer leaves out what only says as above", () => {
  expect(canonicalLayer({ patchDaysHigh: undefined, siemChannels: ["api", "syslog-tls"] })).toEqual({
    siemChannels: ["syslog-tls", "api"],
  });
});

test("changes of different rules go together without a conflict", () => {
  const base = { patchDaysHigh: 90, patchDaysCritical: 30, wireless: ["wifi"] } as const;
  const merged = mergeLayers(
    base,
    { ...base, patchDaysHigh: 60 },
    { patchDaysHigh: 90, patchDaysCritical: 14 },
  );
  expect(merged).toEqual({ layer: { patchDaysHigh: 60, patchDaysCritical: 14 }, conflicts: [] });
});

test("where both changed a rule mine stands and both are named", () => {
  const merged = mergeLayers({ patchDaysHigh: 90 }, { patchDaysHigh: 60 }, { patchDaysHigh: 30 });
  expect(merged).toEqual({
    layer: { patchDaysHigh: 30 },
    conflicts: [{ key: "patchDaysHigh", theirs: 60, mine: 30 }],
  });
});

test("both changing a rule to the same is no conflict", () => {
  const merged = mergeLayers({}, { siemChannels: ["api", "agent"] }, { siemChannels: ["agent", "api"] });
  expect(merged).toEqual({ layer: { siemChannels: ["api", "agent"] }, conflicts: [] });
});

test("whoever changed nothing gets the other's state, on either side", () => {
  fc.assert(
    fc.property(storedLayers, storedLayers, (base, other) => {
      expect(mergeLayers(base, other, base)).toEqual({ layer: other, conflicts: [] });
      expect(mergeLayers(base, base, other)).toEqual({ layer: other, conflicts: [] });
    }),
  );
});

test("no change of either side is lost: it stands in the layer or is a conflict", () => {
  fc.assert(
    fc.property(storedLayers, storedLayers, storedLayers, (base, theirs, mine) => {
      const { layer, conflicts } = mergeLayers(base, theirs, mine);
      for (const { key, after } of layerChanges(base, mine)) expect(layer[key]).toEqual(after);
      const inConflict = conflicts.map(({ key }) => key);
      for (const { key, after } of layerChanges(base, theirs))
        if (!inConflict.includes(key)) expect(layer[key]).toEqual(after);
    }),
  );
});
