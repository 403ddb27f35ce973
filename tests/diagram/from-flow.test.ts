import fc from "fast-check";
import { expect, test } from "vitest";
import {
  fromAssetDrop,
  fromBoxes,
  fromConnect,
  fromDelete,
  fromDrag,
  fromDrop,
  fromReattach,
  fromResize,
  zoneAt,
} from "~/diagram/from-flow";
import { centreOf } from "~/diagram/geometry";
import { HEADER } from "~/diagram/measures";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { type ZoneModelCommand, ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { ancestorsOf, descendantsOf, indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
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

test("an asset moves to the zone it is dropped on; beside all zones it is in no zone, and that is found", () => {
  const { index } = drawn(aZoneModel());
  expect(fromAssetDrop(index, "mri-1", "archive")).toEqual([
    { type: "move-asset", assetId: "mri-1", zoneId: "archive" },
  ]);
  expect(fromAssetDrop(index, "mri-1", "imaging")).toEqual([]);
  const out = fromAssetDrop(index, "mri-1", null);
  expect(out).toEqual([{ type: "move-asset", assetId: "mri-1", zoneId: null }]);
  expect(evaluateRules(applied(aZoneModel(), out)).map(({ ruleId }) => ruleId)).toContain(
    "asset-is-in-a-zone",
  );
  expect(fromAssetDrop(index, "gone", null)).toEqual([]);
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
    expect(fromDelete(index, [element])).toHaveLength(1);
    expect(fromDelete(index, [{ ...element, id: "gone" }])).toEqual([]);
  }
});

/** Whatever the gesture was: the server takes it as a whole, and undo leads back to exactly the start. */
function expectOneGesture(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  const after = applied(model, commands);
  const back = inverseOfAll(model, commands);
  expect(back.ok && applied(after, back.value)).toEqual(model);
  return after;
}

const outermost = (model: ZoneModel, mask: number) => {
  const index = indexModel(model);
  const chosen = new Set(model.zones.filter((_, n) => ((mask >> (n % 20)) & 1) === 1).map(({ id }) => id));
  return [...chosen].filter((id) => !ancestorsOf(index, id).some((zone) => chosen.has(zone.id)));
};

test("several zones and assets dropped together are one gesture, and all go where the held one went", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), gesture, (model, mask, { onto, x, y }) => {
      const { index, boxes } = drawn(model);
      const zoneIds = outermost(model, mask);
      const assetIds = model.assets
        .filter((_, n) => ((mask >> ((n + 3) % 20)) & 1) === 1)
        .map(({ id }) => id);
      const moved = new Set(
        zoneIds.flatMap((id) => [id, ...descendantsOf(index, id).map((zone) => zone.id)]),
      );
      const targets = [null, ...model.zones.map(({ id }) => id).filter((id) => !moved.has(id))];
      const parentId = targets[onto % targets.length] ?? null;
      const [first] = zoneIds;
      const [asset] = assetIds;
      const lead: ElementRef | undefined = first
        ? { kind: "zone", id: first }
        : asset
          ? { kind: "asset", id: asset }
          : undefined;
      if (!lead) return;
      const zones = zoneIds.map((zoneId) => {
        const box = boxes.get(zoneId) ?? { x: 0, y: 0 };
        return { zoneId, corner: { x: box.x + x, y: box.y + y } };
      });
      const after = expectOneGesture(model, fromDrop(index, boxes, { zones, assetIds, lead, parentId }));
      const stays = lead.kind === "zone" && index.zoneById.get(lead.id)?.parentId === parentId;
      for (const zoneId of zoneIds) {
        const before = index.zoneById.get(zoneId)?.parentId;
        expect(after.zones.find(({ id }) => id === zoneId)?.parentId).toBe(stays ? before : parentId);
      }
      for (const assetId of assetIds) {
        const before = index.assetById.get(assetId)?.zoneId ?? null;
        const movesAlong = stays || moved.has(before ?? "");
        expect(after.assets.find(({ id }) => id === assetId)?.zoneId).toBe(movesAlong ? before : parentId);
      }
    }),
  );
});

test("resizing from any side moves nothing that is inside, changes no fact, and is one step to undo", () => {
  fc.assert(
    fc.property(aDrawnModel, gesture, gesture, (model, { pick, x, y }, { x: width, y: height }) => {
      const { index, boxes } = drawn(model);
      const zone = model.zones[pick % Math.max(1, model.zones.length)];
      const box = zone && boxes.get(zone.id);
      if (!zone || !box) return;
      const next = {
        x: box.x + Math.round(x / 8),
        y: box.y + Math.round(y / 8),
        width: Math.max(264, box.width + Math.round(width / 8)),
        height: Math.max(68, box.height + Math.round(height / 8)),
      };
      const after = expectOneGesture(model, fromResize(index, boxes, zone.id, next));
      expect(fingerprintOfModel(after)).toBe(fingerprintOfModel(model));
      const { boxes: boxesAfter } = drawn(after);
      for (const { id } of descendantsOf(index, zone.id)) {
        const [before, now] = [boxes.get(id), boxesAfter.get(id)];
        expect(now && { x: now.x, y: now.y }).toEqual(before && { x: before.x, y: before.y });
      }
    }),
  );
});

test("a side that is pulled far in stops at what is inside", () => {
  const zones = [aZone({ id: "ward" }), aZone({ id: "room", parentId: "ward" })];
  const layout = { ward: { x: 100, y: 100, width: 900, height: 600 }, room: { x: 200, y: 300 } };
  const model = aZoneModel({ zones, layout });
  const { index, boxes } = drawn(model);
  const after = applied(model, fromResize(index, boxes, "ward", { x: 900, y: 650, width: 100, height: 50 }));
  expect(after.layout.ward).toEqual({ x: 288, y: 338, width: 712, height: 362 });
  expect(after.layout.room).toEqual({ x: 12, y: 62 });
});

test("boxes put elsewhere keep their zone and what they had: size, or being collapsed", () => {
  const zones = [aZone({ id: "a" }), aZone({ id: "b" })];
  const layout = { a: { x: 0, y: 0, collapsed: true }, b: { x: 400, y: 0, width: 300, height: 200 } };
  const model = aZoneModel({ zones, layout });
  const { index, boxes } = drawn(model);
  const moved = [...boxes].map(([id, box]) => [id, { ...box, y: 80 }] as const);
  expect(fromBoxes(index, boxes, moved)).toEqual([
    { type: "place-zone", zoneId: "a", place: { x: 0, y: 80, collapsed: true } },
    { type: "place-zone", zoneId: "b", place: { x: 400, y: 80, width: 300, height: 200 } },
  ]);
  expect(fromBoxes(index, boxes, boxes)).toEqual([]);
});

test("an end of a conduit goes to another zone; to its other end, to itself or to nowhere it does not", () => {
  const zones = [aZone(), aZone({ id: "archive" }), aZone({ id: "lab" })];
  const { index } = drawn(aZoneModel({ zones, conduits: [aConduit({ id: "wire" })] }));
  expect(fromReattach(index, "wire", "to", "lab")).toEqual([
    { type: "update-conduit", conduitId: "wire", changes: { toZoneId: "lab" } },
  ]);
  expect(fromReattach(index, "wire", "from", "lab")).toEqual([
    { type: "update-conduit", conduitId: "wire", changes: { fromZoneId: "lab" } },
  ]);
  for (const zoneId of ["imaging", "archive", "gone", null])
    expect(fromReattach(index, "wire", "to", zoneId)).toEqual([]);
});

test("deleting several elements is one gesture: what a zone takes along is not deleted twice", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), (model, mask) => {
      const all: ReadonlyArray<ElementRef> = [
        ...model.zones.map(({ id }) => ({ kind: "zone" as const, id })),
        ...model.conduits.map(({ id }) => ({ kind: "conduit" as const, id })),
        ...model.assets.map(({ id }) => ({ kind: "asset" as const, id })),
      ];
      const refs = all.filter((_, n) => ((mask >> (n % 24)) & 1) === 1);
      const after = expectOneGesture(model, fromDelete(indexModel(model), refs));
      const left = indexModel(after);
      for (const { kind, id } of refs) {
        const kept = { zone: left.zoneById, conduit: left.conduitById, asset: left.assetById }[kind];
        expect(kept.has(id)).toBe(false);
      }
      expect(after.assets.length).toBe(
        model.assets.length - refs.filter(({ kind }) => kind === "asset").length,
      );
    }),
  );
});
