import fc from "fast-check";
import { expect, test } from "vitest";
import { fromAssetDrop, fromConnect, fromDelete, fromDrag, fromResize, zoneAt } from "~/diagram/from-flow";
import { centreOf } from "~/diagram/geometry";
import { HEADER } from "~/diagram/measures";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { descendantsOf, indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

function drawn(model: ZoneModel) {
  const index = indexModel(model);
  return { index, boxes: toFlow(index, []).boxes };
}

function applied(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  for (const command of commands) ZoneModelCommandSchema.parse(command);
  const result = applyCommands(model, commands);
  if (!result.ok) throw new Error(result.refusal.refusal.code);
  return result.value;
}

const gesture = fc.record({
  pick: fc.nat(),
  onto: fc.nat(),
  x: fc.integer({ min: -2_000, max: 2_000 }),
  y: fc.integer({ min: -2_000, max: 2_000 }),
});

test("dragging a zone is at most one command, and the server would take it", () => {
  fc.assert(
    fc.property(aDrawnModel, gesture, (model, { pick, onto, x, y }) => {
      const { index, boxes } = drawn(model);
      const zone = model.zones[pick % Math.max(1, model.zones.length)];
      if (!zone) return;
      const within = new Set([zone.id, ...descendantsOf(index, zone.id).map(({ id }) => id)]);
      const targets = [null, ...model.zones.map(({ id }) => id).filter((id) => !within.has(id))];
      const parentId = targets[onto % targets.length] ?? null;
      const commands = fromDrag(index, boxes, { zoneId: zone.id, corner: { x, y }, parentId });
      expect(commands.length).toBeLessThanOrEqual(1);
      const after = applied(model, commands);
      expect(after.zones.find(({ id }) => id === zone.id)?.parentId).toBe(parentId);
    }),
  );
});

test("moving a box inside the same zone changes no fact", () => {
  fc.assert(
    fc.property(aDrawnModel, gesture, (model, { pick, x, y }) => {
      const { index, boxes } = drawn(model);
      const zone = model.zones[pick % Math.max(1, model.zones.length)];
      if (!zone) return;
      const moved = fromDrag(index, boxes, { zoneId: zone.id, corner: { x, y }, parentId: zone.parentId });
      const resized = fromResize(index, boxes, zone.id, { width: 300 + (pick % 200), height: 200 });
      expect(fingerprintOfModel(applied(model, moved))).toBe(fingerprintOfModel(model));
      expect(fingerprintOfModel(applied(model, resized))).toBe(fingerprintOfModel(model));
    }),
  );
});

test("a zone stands where it was let go", () => {
  fc.assert(
    fc.property(aDrawnModel, gesture, (model, { pick, x, y }) => {
      const { index, boxes } = drawn(model);
      const zone = model.zones[pick % Math.max(1, model.zones.length)];
      if (!zone) return;
      const commands = fromDrag(index, boxes, { zoneId: zone.id, corner: { x, y }, parentId: null });
      const after = drawn(applied(model, commands)).boxes.get(zone.id);
      expect(after && { x: after.x, y: after.y }).toEqual({ x, y });
    }),
  );
});

test("putting a zone down where it was is no command", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const { index, boxes } = drawn(model);
      for (const { id, parentId } of model.zones) {
        const box = boxes.get(id);
        expect(box && fromDrag(index, boxes, { zoneId: id, corner: box, parentId })).toEqual([]);
        expect(box && fromResize(index, boxes, id, box)).toEqual([]);
      }
    }),
  );
});

test("below the pointer is the innermost zone, never the one being dragged or one inside it", () => {
  const zones = [aZone({ id: "ward" }), aZone({ id: "room", parentId: "ward" }), aZone({ id: "lab" })];
  const { index, boxes } = drawn(aZoneModel({ zones, layout: {} }));
  const room = boxes.get("room");
  const inRoom = centreOf(room ?? { x: 0, y: 0, width: 0, height: 0 });
  expect(zoneAt(index, boxes, inRoom)).toBe("room");
  expect(zoneAt(index, boxes, inRoom, ["room"])).toBe("ward");
  expect(zoneAt(index, boxes, inRoom, ["ward"])).toBe(null);
  expect(zoneAt(index, boxes, { x: -5_000, y: -5_000 })).toBe(null);
});

test("a nested zone keeps the size that a person gave it and never covers the title around it", () => {
  const zones = [aZone({ id: "ward" }), aZone({ id: "room" })];
  const layout = { ward: { x: 0, y: 0 }, room: { x: 900, y: 0, width: 400, height: 260 } };
  const model = aZoneModel({ zones, layout });
  const { index, boxes } = drawn(model);
  const [command] = fromDrag(index, boxes, { zoneId: "room", corner: { x: 20, y: 2 }, parentId: "ward" });
  expect(command).toEqual({
    type: "nest-zone",
    zoneId: "room",
    parentId: "ward",
    place: { x: 20, y: HEADER + 8, width: 400, height: 260 },
  });
});

test("a line between two zones is a conduit without channels; to itself or to nowhere it is nothing", () => {
  const { index } = drawn(aZoneModel());
  expect(fromConnect(index, "new", "imaging", "archive")).toMatchObject([
    { type: "add-conduit", conduit: { id: "new", fromZoneId: "imaging", toZoneId: "archive", channels: [] } },
  ]);
  expect(fromConnect(index, "new", "imaging", "imaging")).toEqual([]);
  expect(fromConnect(index, "new", "imaging", "gone")).toEqual([]);
});

test("an asset moves to the zone it is dropped on; beside all zones it stays", () => {
  const { index } = drawn(aZoneModel());
  expect(fromAssetDrop(index, "mri-1", "archive")).toEqual([
    { type: "move-asset", assetId: "mri-1", zoneId: "archive" },
  ]);
  expect(fromAssetDrop(index, "mri-1", "imaging")).toEqual([]);
  expect(fromAssetDrop(index, "mri-1", null)).toEqual([]);
});

test("deleting is one command whatever it is, and none for what is gone", () => {
  const model = aZoneModel({
    zones: [aZone({ id: "imaging" }), aZone({ id: "archive" })],
    conduits: [aConduit({ id: "wire" })],
    assets: [anAsset({ id: "mri" })],
  });
  const { index } = drawn(model);
  for (const element of [
    { kind: "zone", id: "imaging" },
    { kind: "conduit", id: "wire" },
    { kind: "asset", id: "mri" },
  ] as const) {
    expect(fromDelete(index, element)).toHaveLength(1);
    expect(fromDelete(index, { ...element, id: "gone" })).toEqual([]);
  }
});
