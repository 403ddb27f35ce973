import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boxAround,
  boxBetween,
  boxOfElement,
  chosenBy,
  everythingIn,
  idsOf,
  joined,
  leadOf,
  NOTHING,
  outermostOf,
  present,
  selectionOf,
  soleOf,
  toggled,
} from "~/diagram/selection";
import { toFlow } from "~/diagram/to-flow";
import { ancestorsOf, indexModel } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "../domain/zone-model/arbitraries";

const zone = (id: string): ElementRef => ({ kind: "zone", id });
const asset = (id: string): ElementRef => ({ kind: "asset", id });

test("choosing a second time takes out again; a zone and an asset of one id are two", () => {
  const both = toggled(toggled(NOTHING, zone("a")), asset("a"));
  expect(both.size).toBe(2);
  expect(soleOf(both)).toBe(null);
  expect(leadOf(both)).toEqual(asset("a"));
  expect(soleOf(toggled(both, zone("a")))).toEqual(asset("a"));
  expect(toggled(toggled(both, zone("a")), asset("a")).size).toBe(0);
});

test("a selection survives edits: what is still there stays chosen, what is gone is not", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (model, commands) => {
      const all = everythingIn(indexModel(model));
      const after = acceptedOf(model, commands).at(-1)?.after ?? model;
      const index = indexModel(after);
      const left = present(all, index);
      for (const [key, { kind, id }] of all) {
        const isThere = { zone: index.zoneById, conduit: index.conduitById, asset: index.assetById }[
          kind
        ].has(id);
        expect(left.has(key)).toBe(isThere);
      }
      expect(present(left, index)).toBe(left);
    }),
    { numRuns: 40 },
  );
});

test("everything is every zone, conduit and asset", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const all = everythingIn(indexModel(model));
      expect(all.size).toBe(model.zones.length + model.conduits.length + model.assets.length);
      const tops = outermostOf(all, indexModel(model));
      expect([...tops].sort()).toEqual(
        model.zones
          .filter(({ parentId }) => parentId === null)
          .map(({ id }) => id)
          .sort(),
      );
    }),
  );
});

test("of chosen zones the outermost hold all the others", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), (model, mask) => {
      const index = indexModel(model);
      const chosen = selectionOf(
        model.zones.filter((_, n) => ((mask >> (n % 20)) & 1) === 1).map(({ id }) => zone(id)),
      );
      const tops = new Set(outermostOf(chosen, index));
      for (const id of idsOf(chosen, "zone")) {
        const isInside = ancestorsOf(index, id).some((outer) => tops.has(outer.id));
        expect(tops.has(id)).toBe(!isInside);
      }
    }),
  );
});

const model = aZoneModel({
  zones: [aZone({ id: "ward" }), aZone({ id: "room", parentId: "ward" }), aZone({ id: "lab" })],
  conduits: [aConduit({ id: "wire", fromZoneId: "ward", toZoneId: "lab" })],
  assets: [anAsset({ id: "bed", zoneId: "ward" }), anAsset({ id: "stray", zoneId: null })],
  layout: {
    ward: { x: 0, y: 0, width: 500, height: 400 },
    room: { x: 200, y: 200 },
    lab: { x: 900, y: 0, width: 300, height: 300 },
  },
});
const flow = toFlow(indexModel(model), []);

test("a box chooses what lies wholly inside it", () => {
  const ids = (x: number, y: number, width: number, height: number) =>
    chosenBy({ x, y, width, height }, flow).map(({ id }) => id);
  expect(ids(-10, -10, 2_000, 1_000)).toEqual(["ward", "room", "lab", "wire", "bed"]);
  expect(ids(-10, -10, 600, 500)).toEqual(["ward", "room", "bed"]);
  expect(ids(5, 5, 300, 120)).toEqual(["bed"]);
  expect(ids(-10, -10, 5, 5)).toEqual([]);
});

test("every drawn element has a box; an asset in no zone has none on the canvas", () => {
  expect(boxOfElement(flow, asset("bed"))).toMatchObject({ x: 12, width: 112 });
  expect(boxOfElement(flow, { kind: "conduit", id: "wire" })).toBeDefined();
  expect(boxOfElement(flow, asset("stray"))).toBeUndefined();
  expect(boxAround([...flow.boxes.values()])).toEqual({ x: 0, y: 0, width: 1_200, height: 400 });
  expect(boxAround([])).toBeUndefined();
  expect(boxBetween({ x: 5, y: 9 }, { x: 1, y: 12 })).toEqual({ x: 1, y: 9, width: 4, height: 3 });
});

test("joining keeps what was chosen and leads with the last", () => {
  const more = joined(selectionOf([zone("a"), zone("b")]), [zone("b"), asset("x")]);
  expect([...more.keys()]).toEqual(["zone:a", "zone:b", "asset:x"]);
});
