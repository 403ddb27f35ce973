import { expect, test } from "vitest";
import { stateView } from "~/diagram/history/state-view";
import { anAsset, aZone, aZoneModel } from "../builders/zone-model";

const past = aZoneModel({
  zones: [aZone({ id: "icu" }), aZone({ id: "gone" })],
  assets: [anAsset({ id: "pump", zoneId: "icu" })],
});
const now = aZoneModel({ zones: [aZone({ id: "icu" }), aZone({ id: "new" })] });
const tables = { rows: 3 };

test("a past state is drawn with its assets and without marks", () => {
  const view = stateView(null, { past, now }, tables);
  if (view.as !== "drawing") throw new Error(view.as);
  expect(view.drawing.zones.map(({ id, mark }) => [id, mark])).toEqual([
    ["icu", null],
    ["gone", null],
  ]);
  expect(view.drawing.zones[0]?.tiles).toHaveLength(1);
  expect(view.ways).toEqual(["drawing", "changes", "tables"]);
});

test("held against the draft it says what restoring would bring back and take away", () => {
  const view = stateView("changes", { past, now }, tables);
  if (view.as !== "changes") throw new Error(view.as);
  expect(view.drawing.zones.map(({ id, mark }) => [id, mark?.change]).sort()).toEqual([
    ["gone", "added"],
    ["icu", undefined],
    ["new", "removed"],
  ]);
});

test("tables are sent when asked for and nothing else; what cannot be compared is drawn", () => {
  expect(stateView("tables", { past, now }, tables)).toEqual({
    ...{ as: "tables", ways: ["drawing", "changes", "tables"], tables },
  });
  expect(stateView("changes", { past, now: null }, tables)).toMatchObject({
    ...{ as: "drawing", ways: ["drawing", "tables"] },
  });
  expect(stateView("nonsense", { past, now }, tables).as).toBe("drawing");
});

test("thousands of assets are a number in their zone", () => {
  const assets = Array.from({ length: 2_000 }, (_, number) => anAsset({ id: `a${number}`, zoneId: "icu" }));
  const view = stateView(null, { past: { ...past, assets }, now: null }, tables);
  if (view.as !== "drawing") throw new Error(view.as);
  expect(view.drawing.zones[0]).toMatchObject({ assets: 2_000, tiles: [] });
});
