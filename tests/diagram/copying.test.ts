import fc from "fast-check";
import { expect, test } from "vitest";
import { copyOf, duplicateOf, pasteInto, targetOf } from "~/diagram/copying";
import { everythingIn, NOTHING, selectionOf } from "~/diagram/selection";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { descendantsOf, indexModel } from "~/domain/zone-model/queries";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { aDrawnModel } from "../domain/zone-model/arbitraries";

function drawn(model: ZoneModel) {
  const index = indexModel(model);
  return { index, boxes: toFlow(index, []).boxes };
}

function ids() {
  let number = 0;
  return () => {
    number += 1;
    return `new${number}`;
  };
}

function expectOneGesture(model: ZoneModel, commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  const after = applyCommands(model, commands);
  const back = inverseOfAll(model, commands);
  if (!after.ok || !back.ok) throw new Error("refused");
  const undone = applyCommands(after.value, back.value);
  expect(undone.ok && undone.value).toEqual(model);
  return after.value;
}

const someOf = (model: ZoneModel, mask: number) =>
  selectionOf([...everythingIn(indexModel(model)).values()].filter((_, n) => ((mask >> (n % 24)) & 1) === 1));

test("duplicating adds as many as were chosen, each beside its original and in the same zone; undo takes them back", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), (model, mask) => {
      const selection = someOf(model, mask);
      const { commands, refs } = duplicateOf(drawn(model), selection, ids());
      const after = indexModel(expectOneGesture(model, commands));
      const index = indexModel(model);
      const zones = new Set(
        [...selection.values()].flatMap(({ kind, id }) =>
          kind === "zone" ? [id, ...descendantsOf(index, id).map((zone) => zone.id)] : [],
        ),
      );
      expect(after.model.zones.length).toBe(model.zones.length + zones.size);
      const parents = (of: typeof index, list: Iterable<ElementRef>) =>
        [...list]
          .flatMap(({ kind, id }) => (kind === "zone" ? [of.zoneById.get(id)?.parentId ?? null] : []))
          .filter((id) => id === null || !zones.has(id))
          .sort();
      expect(parents(after, refs)).toEqual(parents(index, selection.values()));
    }),
  );
});

test("pasting what was copied is one gesture wherever it goes, and a zone never goes into itself", () => {
  fc.assert(
    fc.property(aDrawnModel, fc.nat(), fc.nat(), (model, mask, pick) => {
      const fragment = copyOf(drawn(model), someOf(model, mask));
      if (!fragment) return;
      const zone = model.zones[pick % Math.max(1, model.zones.length)];
      const target = zone ? selectionOf([{ kind: "zone", id: zone.id }]) : NOTHING;
      const into = targetOf(indexModel(model), target, fragment);
      const { commands, refs } = pasteInto(drawn(model), fragment, {
        into,
        centre: { x: 0, y: 0 },
        newId: ids(),
      });
      const after = indexModel(expectOneGesture(model, commands));
      for (const { kind, id } of refs) {
        const holder = kind === "zone" ? after.zoneById.get(id)?.parentId : after.assetById.get(id)?.zoneId;
        expect(holder).toBe(into);
      }
      if (zone && fragment.zones.some(({ id }) => id === zone.id)) expect(into).toBe(zone.parentId);
    }),
  );
});

const hospital = aZoneModel({
  zones: [aZone({ id: "ward" }), aZone({ id: "room", parentId: "ward" }), aZone({ id: "lab" })],
  conduits: [aConduit({ id: "inside", fromZoneId: "ward", toZoneId: "room" })],
  assets: [anAsset({ id: "bed", zoneId: "room" })],
});

test("a copy stands beside the original, not on it", () => {
  const { commands } = duplicateOf(drawn(hospital), selectionOf([{ kind: "zone", id: "lab" }]), ids());
  const after = drawn(expectOneGesture(hospital, commands));
  const [lab, copy] = [after.boxes.get("lab"), after.boxes.get("new1")];
  expect(after.index.zoneById.get("new1")?.name).toBe("Zone lab (2)");
  expect(lab && copy && (copy.x >= lab.x + lab.width || copy.y >= lab.y + lab.height)).toBe(true);
});

test("conduits alone cannot be copied", () => {
  expect(copyOf(drawn(hospital), selectionOf([{ kind: "conduit", id: "inside" }]))).toBeUndefined();
  expect(copyOf(drawn(hospital), NOTHING)).toBeUndefined();
});

test("what is pasted goes into the chosen zone, or beside the chosen asset, below what is there", () => {
  const fragment = copyOf(drawn(hospital), selectionOf([{ kind: "zone", id: "lab" }]));
  if (!fragment) throw new Error("nothing copied");
  const { index } = drawn(hospital);
  expect(targetOf(index, selectionOf([{ kind: "asset", id: "bed" }]), fragment)).toBe("room");
  expect(targetOf(index, NOTHING, fragment)).toBe(null);
  const into = targetOf(index, selectionOf([{ kind: "zone", id: "ward" }]), fragment);
  const { commands } = pasteInto(drawn(hospital), fragment, { into, centre: { x: 0, y: 0 }, newId: ids() });
  const { boxes } = drawn(expectOneGesture(hospital, commands));
  const [room, copy] = [boxes.get("room"), boxes.get("new1")];
  expect(room && copy && copy.y >= room.y + room.height).toBe(true);
});
