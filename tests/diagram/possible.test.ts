import { expect, test } from "vitest";
import { fromNesting } from "~/diagram/from-nesting";
import { isPossible } from "~/diagram/possible";
import {
  assetsOfChosenZone,
  commandsOfCollapse,
  commandsOfGrowth,
  commandsOfNudge,
} from "~/diagram/run-action";
import { NOTHING, selectionOf } from "~/diagram/selection";
import { type ActionId, SHORTCUTS } from "~/diagram/shortcuts";
import { toFlow } from "~/diagram/to-flow";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { indexModel } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const model = aZoneModel({
  zones: [aZone({ id: "ward" }), aZone({ id: "room", parentId: "ward" }), aZone({ id: "lab" })],
  conduits: [aConduit({ id: "wire", fromZoneId: "ward", toZoneId: "lab" })],
  assets: [anAsset({ id: "bed", zoneId: "ward" })],
  layout: { ward: { x: 0, y: 0, width: 500, height: 400 }, lab: { x: 900, y: 0, width: 300, height: 300 } },
});
const index = indexModel(model);
const drawing = { index, flow: toFlow(index, []) };
const zone = (id: string): ElementRef => ({ kind: "zone", id });
const offered = (refs: ReadonlyArray<ElementRef>, mayEdit = true): ReadonlyArray<ActionId> =>
  SHORTCUTS.map(({ action }) => action).filter((action) =>
    isPossible(action, { selection: selectionOf(refs), index, mayEdit }),
  );

test("who only reads is offered nothing that changes the model", () => {
  const changing = [
    "rename",
    "duplicate",
    "cut",
    "paste",
    "remove",
    "collapse",
    "addZone",
    "connect",
    "left",
    "nudge",
  ];
  const reading = offered([zone("ward"), zone("lab")], false);
  for (const action of changing) expect(reading).not.toContain(action);
  for (const action of ["copy", "selectAll", "zoomToSelection", "help"]) expect(reading).toContain(action);
});

test("an action is offered where it would do something", () => {
  expect(offered([])).not.toContain("remove");
  expect(offered([zone("ward")])).toEqual(
    expect.arrayContaining(["rename", "connect", "collapse", "selectAssets"]),
  );
  expect(offered([zone("lab")])).not.toContain("collapse");
  expect(offered([zone("ward"), zone("lab")])).toContain("left");
  expect(offered([zone("ward"), zone("lab")])).not.toContain("distributeAcross");
  // One lies in the other: there is only one box to move.
  expect(offered([zone("ward"), zone("room")])).not.toContain("left");
  expect(offered([{ kind: "conduit", id: "wire" }])).not.toContain("copy");
});

test("the arrow keys move by one step of the grid, and resize down to what is inside", () => {
  const chosen = selectionOf([zone("ward"), zone("room"), zone("lab")]);
  expect(commandsOfNudge(drawing, chosen, "ArrowLeft")).toEqual([
    { type: "place-zone", zoneId: "ward", place: { x: -8, y: 0, width: 500, height: 400 } },
    { type: "place-zone", zoneId: "lab", place: { x: 892, y: 0, width: 300, height: 300 } },
  ]);
  expect(commandsOfGrowth(drawing, selectionOf([zone("lab")]), "ArrowDown")).toEqual([
    { type: "place-zone", zoneId: "lab", place: { x: 900, y: 0, width: 300, height: 308 } },
  ]);
  expect(commandsOfNudge(drawing, NOTHING, "ArrowLeft")).toEqual([]);
  expect(commandsOfNudge(drawing, chosen, "q")).toEqual([]);
});

test("collapsing several collapses those that hold something; doing it again opens them", () => {
  const chosen = selectionOf([zone("ward"), zone("room"), zone("lab")]);
  const commands = commandsOfCollapse(drawing, chosen);
  expect(commands).toEqual([
    { type: "place-zone", zoneId: "ward", place: { x: 0, y: 0, width: 500, height: 400, collapsed: true } },
  ]);
  const after = applyCommands(model, commands);
  if (!after.ok) throw new Error("refused");
  const next = indexModel(after.value);
  const again = commandsOfCollapse({ index: next, flow: toFlow(next, []) }, selectionOf([zone("ward")]));
  const opened = applyCommands(after.value, again);
  expect(opened.ok && opened.value).toEqual(model);
  expect([...assetsOfChosenZone(drawing, selectionOf([zone("ward")])).keys()]).toEqual(["asset:bed"]);
});

test("zones and assets are put into a zone from a list, but a zone never into itself", () => {
  expect(fromNesting(index, ["room"], ["bed"], "lab")).toEqual([
    { type: "nest-zone", zoneId: "room", parentId: "lab", place: null },
    { type: "move-asset", assetId: "bed", zoneId: "lab" },
  ]);
  expect(fromNesting(index, ["ward"], [], "room")).toEqual([]);
  expect(fromNesting(index, ["ward"], ["bed"], null)).toEqual([]);
  expect(fromNesting(index, ["lab"], ["bed"], null)).toEqual([
    { type: "move-asset", assetId: "bed", zoneId: null },
  ]);
});
