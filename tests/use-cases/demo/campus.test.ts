import { expect, test } from "vitest";
import { campusAssets } from "~/demo/campus/assets";
import { campusConduits } from "~/demo/campus/conduits";
import { type Box, boxesOf } from "~/demo/campus/places";
import { campusZones, radiotherapyZone } from "~/demo/campus/zones";
import { packTiles } from "~/diagram/pack-tiles";
import { type ZoneModel, ZoneModelSchema } from "~/domain/zone-model/zone-model";

const zones = [...campusZones(), radiotherapyZone()];
const boxes = boxesOf(zones);

function boxOf(id: string): Box {
  const box = boxes.get(id);
  if (!box) throw new Error(`${id} stands nowhere`);
  return box;
}

test("no two zones side by side overlap, and every zone lies inside the one around it, below its title", () => {
  for (const zone of zones) {
    const box = boxOf(zone.id);
    for (const sibling of zones.filter(({ id, parentId }) => id !== zone.id && parentId === zone.parentId)) {
      const other = boxOf(sibling.id);
      const isApart =
        box.x + box.width <= other.x ||
        other.x + other.width <= box.x ||
        box.y + box.height <= other.y ||
        other.y + other.height <= box.y;
      expect(isApart, `${zone.id} and ${sibling.id}`).toBe(true);
    }
    if (zone.parentId === null) continue;
    const outer = boxOf(zone.parentId);
    const room = [box.x - outer.x, outer.x + outer.width - box.x - box.width];
    expect(Math.min(...room, outer.y + outer.height - box.y - box.height), zone.id).toBeGreaterThanOrEqual(
      20,
    );
    expect(box.y - outer.y, zone.id).toBeGreaterThanOrEqual(44);
  }
});

test("every asset finds room for its tile", () => {
  for (const zone of zones) {
    const { width, height, ...origin } = boxOf(zone.id);
    const inside = zones
      .filter(({ parentId }) => parentId === zone.id)
      .map(({ id }) => ({ ...boxOf(id), x: boxOf(id).x - origin.x, y: boxOf(id).y - origin.y }));
    const count = campusAssets(new Map()).filter(({ zoneId }) => zoneId === zone.id).length;
    expect(packTiles({ width, height }, inside, count), zone.id).toHaveLength(count);
  }
});

test("the whole has about the shape of a screen", () => {
  const all = [...boxes.values()];
  const width = Math.max(...all.map((box) => box.x + box.width));
  const height = Math.max(...all.map((box) => box.y + box.height));
  expect(width / height).toBeGreaterThan(1.5);
  expect(width / height).toBeLessThan(1.7);
});

test("zones, conduits and assets are what the schemas ask for", () => {
  const model: ZoneModel = {
    zones,
    conduits: [...campusConduits()],
    assets: [...campusAssets(new Map())],
    waivers: [],
    layout: Object.fromEntries(boxes),
  };
  expect(ZoneModelSchema.parse(model)).toEqual(model);
  expect(zones.filter(({ slTarget }) => !slTarget).map(({ id }) => id)).toEqual(["internet"]);
  expect(zones.filter((zone) => zone.slTarget && zone.slTargetRationale === "")).toEqual([]);
});
