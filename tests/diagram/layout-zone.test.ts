import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "~/diagram/geometry";
import { absoluteBoxes, layOutModel } from "~/diagram/layout-zone";
import { HEADER, TILE } from "~/diagram/measures";
import { packTiles } from "~/diagram/pack-tiles";
import { ancestorsOf, childrenOf, indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

const unplaced = (model: ZoneModel): ZoneModel => ({ ...model, layout: {} });

test("zones without a place do not overlap their neighbours, at any depth", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const index = indexModel(unplaced(model));
      const { boxes } = layOutModel(index);
      for (const zone of [null, ...model.zones.map(({ id }) => id)]) {
        const siblings = childrenOf(index, zone).flatMap(({ id }) => boxes.get(id) ?? []);
        for (const [position, box] of siblings.entries())
          expect(siblings.slice(position + 1).some((other) => overlaps(box, other))).toBe(false);
      }
    }),
  );
});

test("every zone is large enough for its sub-zones, wherever they were put", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const index = indexModel(model);
      const absolute = absoluteBoxes(index, layOutModel(index).boxes);
      expect(absolute.size).toBe(model.zones.length);
      for (const [id, box] of absolute) {
        for (const outer of ancestorsOf(index, id)) {
          const around = absolute.get(outer.id);
          expect(around && box.x >= around.x && box.x + box.width <= around.x + around.width).toBe(true);
          expect(around && box.y >= around.y + HEADER && box.y + box.height <= around.y + around.height).toBe(
            true,
          );
        }
      }
    }),
  );
});

test("the same model is laid out the same way", () => {
  const model = unplaced(aLargeZoneModel());
  expect(layOutModel(indexModel(model))).toEqual(layOutModel(indexModel(structuredClone(model))));
});

test("putting one zone in its place does not move the others", () => {
  const zones = Array.from({ length: 14 }, (_, n) => aZone({ id: `z${n}` }));
  const before = layOutModel(indexModel(aZoneModel({ zones, layout: {} }))).boxes;
  const layout = { z3: { x: 4_000, y: 3_000 } };
  const after = layOutModel(indexModel(aZoneModel({ zones, layout }))).boxes;
  for (const { id } of zones.filter((zone) => zone.id !== "z3"))
    expect(after.get(id)).toEqual(before.get(id));
});

test("a zone without a place makes room for one that was put there", () => {
  const zones = [aZone({ id: "a" }), aZone({ id: "b" })];
  const slot = layOutModel(indexModel(aZoneModel({ zones, layout: {} }))).boxes.get("b");
  const layout = { a: { x: slot?.x ?? 0, y: slot?.y ?? 0 } };
  const { boxes } = layOutModel(indexModel(aZoneModel({ zones, layout })));
  const [a, b] = [boxes.get("a"), boxes.get("b")];
  expect(a && b && overlaps(a, b)).toBe(false);
});

test("a zone grows with its assets, and every one of them is drawn", () => {
  const assets = Array.from({ length: 30 }, (_, n) => anAsset({ id: `a${n}`, zoneId: "icu" }));
  const index = indexModel(aZoneModel({ zones: [aZone({ id: "icu" })], assets, layout: {} }));
  const box = layOutModel(index).boxes.get("icu");
  expect(box && packTiles(box, [], 30)).toHaveLength(30);
});

test("assets are drawn around sub-zones and never over them", () => {
  const child = { x: 12, y: 62, width: 250, height: 90 };
  const points = packTiles({ width: 520, height: 220 }, [child], 12);
  expect(points).toHaveLength(3);
  expect(points.some((point) => overlaps({ ...point, ...TILE }, child))).toBe(false);
});
