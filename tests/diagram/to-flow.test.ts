import fc from "fast-check";
import { expect, test } from "vitest";
import { toFlow } from "~/diagram/to-flow";
import type { ApprovalStanding } from "~/domain/procurement/approval-standing";
import { applyCommand } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { placeOf } from "~/domain/zone-model/layout";
import { assetsIn, indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "../domain/zone-model/arbitraries";

const draw = (model: ZoneModel, previous?: ReturnType<typeof toFlow>) =>
  toFlow(indexModel(model), evaluateRules(model), previous);

function after(model: ZoneModel, command: ZoneModelCommand): ZoneModel {
  const applied = applyCommand(model, command);
  if (!applied.ok) throw new Error(applied.refusal.code);
  return applied.value;
}

test("every zone is a node after the zone around it, every conduit an edge, and no asset is a node", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const { nodes, edges } = draw(model);
      expect(nodes.map(({ id }) => id).sort()).toEqual(model.zones.map(({ id }) => id).sort());
      expect(edges.map(({ id }) => id).sort()).toEqual(model.conduits.map(({ id }) => id).sort());
      const seen = new Set<string>();
      for (const { id, parentId } of nodes) {
        expect(parentId === undefined || seen.has(parentId)).toBe(true);
        seen.add(id);
      }
    }),
  );
});

test("what is drawn says what the model says: parents, ends, assets and where boxes were put", () => {
  fc.assert(
    fc.property(aDrawnModel, (model) => {
      const index = indexModel(model);
      const { nodes, edges } = draw(model);
      for (const { id, parentId = null, position, data } of nodes) {
        expect(parentId).toBe(index.zoneById.get(id)?.parentId);
        expect(data.assetCount).toBe(assetsIn(index, id).length);
        const place = placeOf(model, id);
        if (place && parentId === null) expect(position).toEqual({ x: place.x, y: place.y });
      }
      for (const { id, source, target } of edges) {
        expect([source, target]).toEqual([
          index.conduitById.get(id)?.fromZoneId,
          index.conduitById.get(id)?.toZoneId,
        ]);
      }
    }),
  );
});

test("every node has a size and handles, so that nothing needs to be measured", () => {
  for (const { width, height, handles } of draw(aLargeZoneModel()).nodes) {
    expect(width).toBeGreaterThan(0);
    expect(height).toBeGreaterThan(0);
    expect(handles).toHaveLength(4);
  }
});

test("drawing again without a change keeps every node and edge as it is", () => {
  const model = aLargeZoneModel();
  const first = draw(model);
  const second = draw(model, first);
  expect(second.nodes.every((node, position) => node === first.nodes[position])).toBe(true);
  expect(second.edges.every((edge, position) => edge === first.edges[position])).toBe(true);
});

test("drawing on what was drawn before gives the same as drawing anew", () => {
  fc.assert(
    fc.property(aDrawnModel, someCommands, (model, commands) => {
      let flow = draw(model);
      for (const step of acceptedOf(model, commands.slice(0, 8))) {
        flow = draw(step.after, flow);
        expect(flow).toEqual(draw(step.after));
      }
    }),
    { numRuns: 40 },
  );
});

test("moving a box keeps the content of every node", () => {
  const model = aLargeZoneModel();
  const first = draw(model);
  const moved = after(model, { type: "place-zone", zoneId: "z10", place: { x: 9_000, y: 40 } });
  const second = draw(moved, first);
  const changed = second.nodes.filter(
    (node) => node.data !== first.nodes.find(({ id }) => id === node.id)?.data,
  );
  expect(changed).toEqual([]);
});

test("renaming a zone changes the content of that zone alone", () => {
  const model = aLargeZoneModel({ zones: 40, assets: 200, conduits: 0 });
  const first = draw(model);
  const renamed = after(model, { type: "update-zone", zoneId: "z7", changes: { name: "Catheter lab" } });
  const second = draw(renamed, first);
  const changed = second.nodes.filter(
    (node) => node.data !== first.nodes.find(({ id }) => id === node.id)?.data,
  );
  expect(changed.map(({ id }) => id)).toEqual(["z7"]);
});

test("a node carries its worst finding, and an asset tile its own", () => {
  const model = aZoneModel({
    zones: [aZone({ id: "icu", slTarget: null })],
    assets: [anAsset({ id: "pump", zoneId: "icu", wireless: true }), anAsset({ id: "bed", zoneId: "icu" })],
  });
  const [node] = draw(model).nodes;
  expect(node?.data.worst).toBe("error");
  expect(node?.data.findingCount).toBeGreaterThan(1);
  expect(node?.data.tiles).toHaveLength(2);
});

test("an asset tile says where its product stands, and drawing again with the same keeps every tile", () => {
  const model = aZoneModel({
    zones: [aZone({ id: "icu" }), aZone({ id: "lab" })],
    assets: [
      anAsset({ id: "pump", zoneId: "icu", productReleaseId: "pump-2" }),
      anAsset({ id: "bed", zoneId: "icu", productReleaseId: null }),
      anAsset({ id: "other", zoneId: "lab", productReleaseId: "pump-2" }),
    ],
  });
  const index = indexModel(model);
  const drawWith = (standing: ApprovalStanding, previous?: ReturnType<typeof toFlow>) => {
    const approvals = new Map([
      ["icu", new Map([["pump-2", standing]])],
      ["lab", new Map([["pump-2", "approved" as const]])],
    ]);
    return toFlow(index, [], previous, undefined, undefined, approvals);
  };
  const before = drawWith("never-assessed");
  const marks = ({ nodes }: typeof before) =>
    nodes.map(({ data }) => data.tiles.map(({ approval }) => approval));
  expect(marks(before)).toEqual([["never-assessed", null], ["approved"]]);
  expect(drawWith("never-assessed", before).nodes).toEqual(before.nodes);
  const after = drawWith("approved", before);
  expect(marks(after)).toEqual([["approved", null], ["approved"]]);
  expect(after.nodes[1]).toBe(before.nodes[1]);
  expect(after.nodes[0]?.data.tiles[1]).toBe(before.nodes[0]?.data.tiles[1]);
});

test("two conduits between the same zones run side by side, whichever way they point", () => {
  const zones = [aZone({ id: "a" }), aZone({ id: "b" })];
  const conduits = [
    aConduit({ id: "there", fromZoneId: "a", toZoneId: "b" }),
    aConduit({ id: "back", fromZoneId: "b", toZoneId: "a" }),
  ];
  const [there, back] = draw(aZoneModel({ zones, conduits })).edges.map(({ data }) => data?.bow ?? 0);
  // Turning a line round turns its sides: the same bow stands on the other side.
  expect(there).not.toBe(0);
  expect(there).toBe(back);
});
