import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { drawDifference, drawModel, levelMarkOf } from "~/diagram/drawing/drawing";
import { type DrawingWords, fitting, type Shape, shapesOf } from "~/diagram/drawing/shapes";
import { toSvgText } from "~/diagram/drawing/svg-text";
import { absoluteBoxes, layOutModel } from "~/diagram/layout-zone";
import { flatVector, vectorOf } from "~/domain/security-level/security-level";
import { applyCommands } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const words: DrawingWords = {
  mark: ({ change, level }) => level ?? change,
  assets: (count) => `${count} assets`,
  assetChanges: ({ added, removed, changed }) => `+${added} -${removed} ~${changed}`,
};

function after(model: ZoneModel, ...commands: ReadonlyArray<ZoneModelCommand>): ZoneModel {
  const applied = applyCommands(model, commands);
  if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
  return applied.value;
}

const before = aZoneModel({
  zones: [
    aZone({ id: "ward", name: "Ward" }),
    aZone({ id: "bay", name: "Bay", parentId: "ward" }),
    aZone({ id: "archive", name: "Archive" }),
  ],
  conduits: [aConduit({ id: "line", fromZoneId: "bay", toZoneId: "archive" })],
  assets: [anAsset({ id: "pump", zoneId: "bay" }), anAsset({ id: "mri", zoneId: "ward" })],
  layout: {
    ward: { x: 0, y: 0, width: 600, height: 400, collapsed: true },
    bay: { x: 40, y: 120, width: 300, height: 120 },
    archive: { x: 900, y: 40, width: 300, height: 120 },
  },
});

function groups(shapes: ReadonlyArray<Shape>) {
  return new Map(shapes.flatMap((shape) => (shape.tag === "group" ? [[shape.key, shape] as const] : [])));
}

test("what is gone stands where it stood, open or collapsed, and everything else where it stands", () => {
  const now = after(
    before,
    { type: "delete-zone", zoneId: "bay" },
    { type: "add-zone", zone: aZone({ id: "lab", name: "Lab" }), place: { x: 900, y: 400 } },
    { type: "place-zone", zoneId: "archive", place: { x: 700, y: 40, width: 300, height: 120 } },
  );
  const { zones, conduits } = drawDifference(before, now);
  const drawn = new Map(zones.map((zone) => [zone.id, zone]));
  expect(drawn.get("bay")).toMatchObject({
    box: { x: 40, y: 120, width: 300, height: 120 },
    mark: { change: "removed", level: null },
    assetChanges: { added: 0, removed: 1, changed: 0 },
  });
  expect(drawn.get("lab")?.mark).toEqual({ change: "added", level: null });
  expect(drawn.get("archive")).toMatchObject({ box: { x: 700, y: 40 }, mark: null });
  expect(drawn.get("ward")).toMatchObject({ mark: null, assetChanges: { added: 1, removed: 0, changed: 0 } });
  expect(zones.map(({ id }) => id).indexOf("ward")).toBeLessThan(zones.map(({ id }) => id).indexOf("bay"));
  expect(conduits).toMatchObject([{ id: "line", name: "Bay – Archive", mark: { change: "removed" } }]);
});

test("a target that went up, down or both ways is told apart, with the one before", () => {
  const set = (zoneId: string, slTarget: ReturnType<typeof flatVector>): ZoneModelCommand => ({
    ...{ type: "set-sl-target", zoneId, slTarget, rationale: "" },
  });
  const mixed = vectorOf((fr) => (fr === "IAC" ? 4 : 1));
  const now = after(before, set("ward", flatVector(3)), set("bay", flatVector(1)), set("archive", mixed));
  const { zones } = drawDifference(before, now);
  expect(zones.map(({ id, mark, targetBefore }) => [id, mark?.level, targetBefore])).toEqual([
    ["ward", "up", flatVector(2)],
    ["bay", "down", flatVector(2)],
    ["archive", "both", flatVector(2)],
  ]);
  expect(levelMarkOf([{ direction: "set" }])).toBe("up");
  expect(levelMarkOf([{ direction: "cleared" }])).toBe("down");
  expect(levelMarkOf([])).toBeNull();
  const shapes = groups(shapesOf(drawDifference(before, now), { words }));
  const outlines = (key: string) =>
    (shapes.get(key)?.shapes ?? []).filter((shape) => shape.tag === "path" && shape.paint === "strip-target");
  expect(["zone-ward", "zone-archive"].map((key) => outlines(key).length)).toEqual([2, 2]);
});

test("what is marked is a link with words and a shape of its own; the rest is none", () => {
  const now = after(before, { type: "update-zone", zoneId: "ward", changes: { purpose: "Beds" } });
  const shapes = groups(
    shapesOf(drawDifference(before, now), { words, hrefOf: (kind, id) => `#${kind}-${id}` }),
  );
  expect([...shapes.values()].map(({ key, href }) => [key, href])).toEqual([
    ["zone-ward", "#zone-ward"],
    ["zone-bay", null],
    ["zone-archive", null],
    ["conduit-line", null],
  ]);
  const ward = shapes.get("zone-ward");
  expect(ward?.name).toBe("Ward, changed, 1 assets, +0 -0 ~0");
  const paints = ward?.shapes.map((shape) => (shape.tag === "group" ? "group" : shape.paint));
  expect(paints).toEqual(expect.arrayContaining(["zone-changed", "badge-changed", "icon-changed"]));
});

test("a model alone has no marks, stands as on the canvas, and shows tiles and protocols when asked", () => {
  const drawing = drawModel(before, { tiles: true });
  expect(drawing.zones.map(({ mark }) => mark)).toEqual([null, null, null]);
  expect(drawing.zones.flatMap(({ tiles }) => tiles.map(({ id }) => id))).toEqual(["mri", "pump"]);
  const bay = drawing.zones.find(({ id }) => id === "bay");
  for (const { x, y, width, height } of bay?.tiles ?? []) {
    expect(x >= (bay?.box.x ?? 0) && y >= (bay?.box.y ?? 0)).toBe(true);
    expect(x + width <= (bay?.box.x ?? 0) + (bay?.box.width ?? 0)).toBe(true);
    expect(y + height <= (bay?.box.y ?? 0) + (bay?.box.height ?? 0)).toBe(true);
  }
  const kept = drawModel(before, { openAll: false });
  expect(kept.zones.map(({ id }) => id)).toEqual(["ward", "archive"]);
  expect(new Map(kept.zones.map(({ id, box }) => [id, box]))).toEqual(
    absoluteBoxes(indexModel(before), layOutModel(indexModel(before)).boxes),
  );
  const texts = JSON.stringify(shapesOf(drawing, { words, labels: true }));
  expect(texts).toContain("DICOM over TLS");
});

test("everything lies inside the bounds, also where lines are bowed", () => {
  const { bounds, zones, conduits } = drawModel(aLargeZoneModel());
  expect([zones.length, conduits.length]).toEqual([300, 450]);
  const points = [
    ...zones.flatMap(({ box }) => [box, { x: box.x + box.width, y: box.y + box.height }]),
    ...conduits.flatMap(({ curve, label }) => [curve.from, curve.to, label]),
  ];
  const outside = points.filter(
    ({ x, y }) => x < bounds.x || y < bounds.y || x > bounds.x + bounds.width || y > bounds.y + bounds.height,
  );
  expect(outside).toEqual([]);
  expect(drawModel(aZoneModel({})).bounds).toMatchObject({ width: 48, height: 48 });
});

test("as a file it is well-formed, the same bytes every time, and carries no style, script or link", () => {
  const hostile = `<script>alert("1")</script> & \u0007 ${"x".repeat(60)}`;
  const model = after(before, {
    type: "update-zone",
    zoneId: "archive",
    changes: { name: hostile.slice(0, 110).replace("\u0007", "") },
  });
  const drawing = drawDifference(before, model);
  const text = toSvgText(
    drawing.bounds,
    shapesOf(drawing, { words, hrefOf: () => "javascript:alert(1)" }),
    `A & B \u0007`,
  );
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toBe(
    toSvgText(
      drawing.bounds,
      shapesOf(drawing, { words, hrefOf: () => "javascript:alert(1)" }),
      `A & B \u0007`,
    ),
  );
  expect(text).not.toMatch(/<script|style=|javascript:|<a[\s>]|\sid=|NaN|undefined/);
  expect(text).not.toContain("\u0007");
  const parsed: unknown = new XMLParser({ ignoreAttributes: false }).parse(text);
  expect(parsed).toMatchObject({ svg: { "@_xmlns": "http://www.w3.org/2000/svg", title: "A & B" } });
});

test("long names end with an ellipsis where their place ends", () => {
  expect(fitting("Ward", 100, 15)).toBe("Ward");
  expect(fitting("A very long name of a ward", 84, 15)).toBe("A very lo…");
  expect(fitting("Ward", 10, 15)).toBe("");
});
