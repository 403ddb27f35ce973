import { expect, test } from "vitest";
import { boxesOf } from "~/diagram/canvas-marks";
import { farAreas, farShapes, isSameArea } from "~/diagram/detail/far-areas";
import { toFlow } from "~/diagram/to-flow";
import { indexModel } from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import { aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";

function areasOf(model: Parameters<typeof indexModel>[0]) {
  const flow = toFlow(indexModel(model), evaluateRules(model));
  return { flow, areas: farAreas(flow.nodes, boxesOf(flow.nodes)) };
}

const rectangles = (path: string) => path.split("M").length - 1;

test("everything is drawn, a zone at the top together with all inside it", () => {
  const { flow, areas } = areasOf(aLargeZoneModel({ zones: 40, assets: 120, conduits: 20 }));
  expect(areas).toHaveLength(4);
  expect(areas.flatMap(({ zones }) => zones)).toHaveLength(40);
  const shapes = areas.flatMap(farShapes);
  const count = (isMeant: RegExp) =>
    shapes
      .filter(({ className }) => isMeant.test(className))
      .reduce((sum, { path }) => sum + rectangles(path), 0);
  const tiles = flow.nodes.reduce((sum, { data }) => sum + data.tiles.length, 0);
  expect(count(/^far-zone /)).toBe(40);
  expect(count(/^far-(none|notice|warning|error)/)).toBe(tiles);
  expect(count(/^far-mark-/)).toBe(flow.nodes.filter(({ data }) => data.worst).length);
});

test("a zone is drawn after the one around it", () => {
  const { areas } = areasOf(
    aZoneModel({ zones: [aZone(), aZone({ id: "inner", parentId: "imaging" })], layout: {} }),
  );
  const classes = areas.flatMap(farShapes).map(({ className }) => className);
  const at = (part: string) => classes.findIndex((name) => name.includes(part));
  expect(at("depth-0")).toBeGreaterThanOrEqual(0);
  expect(at("depth-0")).toBeLessThan(at("depth-1"));
});

test("only the area of a zone that moved looks different", () => {
  const zones = [aZone(), aZone({ id: "archive" })];
  const { flow, areas } = areasOf(aZoneModel({ zones, assets: [anAsset()] }));
  const moved = flow.nodes.map((node) =>
    node.id === "archive" ? { ...node, position: { x: node.position.x + 8, y: node.position.y } } : node,
  );
  const after = farAreas(moved, boxesOf(moved));
  const same = areas.filter((area, place) => isSameArea(area, after[place] ?? { id: "", zones: [] }));
  expect(same.map(({ id }) => id)).toEqual(["imaging"]);
});
