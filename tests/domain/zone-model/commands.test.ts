import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommand, applyCommands } from "~/domain/zone-model/apply-command";
import {
  type CommandRefusal,
  type ZoneModelCommand,
  ZoneModelCommandSchema,
  ZoneModelCommandsSchema,
} from "~/domain/zone-model/commands";
import { inverseOf } from "~/domain/zone-model/inverse-of";
import { sharedElements, touchedElements } from "~/domain/zone-model/touched-elements";
import { MAX_ASSETS, MAX_CONDUITS, MAX_ZONES, type ZoneModel } from "~/domain/zone-model/zone-model";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const hospital = aZoneModel({
  zones: [
    aZone({ id: "building" }),
    aZone({ id: "ward", parentId: "building" }),
    aZone({ id: "room", parentId: "ward" }),
  ],
  conduits: [
    aConduit({ id: "in", fromZoneId: "building", toZoneId: "ward" }),
    aConduit({ id: "past", fromZoneId: "building", toZoneId: "room" }),
  ],
  assets: [anAsset({ id: "pump", zoneId: "ward" }), anAsset({ id: "laptop", zoneId: null })],
  layout: { building: { x: 0, y: 0 }, ward: { x: 10, y: 20 }, room: { x: 1, y: 2, width: 100, height: 80 } },
});

const refused: ReadonlyArray<[string, ZoneModelCommand, CommandRefusal]> = [
  [
    "a second zone of the same id",
    { type: "add-zone", zone: aZone({ id: "ward" }), place: null },
    { code: "duplicate-id", kind: "zone", elementId: "ward" },
  ],
  [
    "a zone in a parent that is not there",
    { type: "add-zone", zone: aZone({ id: "new", parentId: "gone" }), place: null },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "a zone inside itself from the start",
    { type: "add-zone", zone: aZone({ id: "new", parentId: "new" }), place: null },
    { code: "cycle", elementId: "new" },
  ],
  [
    "a change of a zone that is not there",
    { type: "update-zone", zoneId: "gone", changes: { name: "New" } },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "a target for a zone that is not there",
    { type: "set-sl-target", zoneId: "gone", slTarget: null, rationale: "" },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "a place for a zone that is not there",
    { type: "place-zone", zoneId: "gone", place: { x: 0, y: 0 } },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "nesting a zone into itself",
    { type: "nest-zone", zoneId: "ward", parentId: "ward", place: null },
    { code: "cycle", elementId: "ward" },
  ],
  [
    "nesting a zone into a descendant",
    { type: "nest-zone", zoneId: "building", parentId: "room", place: null },
    { code: "cycle", elementId: "building" },
  ],
  [
    "nesting into a zone that is not there",
    { type: "nest-zone", zoneId: "room", parentId: "gone", place: null },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "deleting a zone that is not there",
    { type: "delete-zone", zoneId: "gone" },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "a second conduit of the same id",
    { type: "add-conduit", conduit: aConduit({ id: "in" }) },
    { code: "duplicate-id", kind: "conduit", elementId: "in" },
  ],
  [
    "a conduit from a zone to itself",
    { type: "add-conduit", conduit: aConduit({ id: "loop", fromZoneId: "ward", toZoneId: "ward" }) },
    { code: "conduit-to-itself", elementId: "loop" },
  ],
  [
    "a conduit to a zone that is not there",
    { type: "add-conduit", conduit: aConduit({ id: "out", fromZoneId: "ward", toZoneId: "gone" }) },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "moving one end of a conduit onto the other",
    { type: "update-conduit", conduitId: "in", changes: { toZoneId: "building" } },
    { code: "conduit-to-itself", elementId: "in" },
  ],
  [
    "two channels of the same id",
    { type: "update-conduit", conduitId: "in", changes: { channels: [aChannel(), aChannel()] } },
    { code: "duplicate-id", kind: "channel", elementId: "dicom" },
  ],
  [
    "a change of a conduit that is not there",
    { type: "update-conduit", conduitId: "gone", changes: { wireless: true } },
    { code: "unknown-conduit", elementId: "gone" },
  ],
  [
    "deleting a conduit that is not there",
    { type: "delete-conduit", conduitId: "gone" },
    { code: "unknown-conduit", elementId: "gone" },
  ],
  [
    "a second asset of the same id",
    { type: "add-asset", asset: anAsset({ id: "pump", zoneId: null }) },
    { code: "duplicate-id", kind: "asset", elementId: "pump" },
  ],
  [
    "an asset in a zone that is not there",
    { type: "add-asset", asset: anAsset({ id: "new", zoneId: "gone" }) },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "moving an asset that is not there",
    { type: "move-asset", assetId: "gone", zoneId: "ward" },
    { code: "unknown-asset", elementId: "gone" },
  ],
  [
    "moving an asset into a zone that is not there",
    { type: "move-asset", assetId: "pump", zoneId: "gone" },
    { code: "unknown-zone", elementId: "gone" },
  ],
  [
    "deleting an asset that is not there",
    { type: "delete-asset", assetId: "gone" },
    { code: "unknown-asset", elementId: "gone" },
  ],
];

test.each(refused)("%s is refused, and so is its inverse", (_, command, refusal) => {
  expect(ZoneModelCommandSchema.safeParse(command).success).toBe(true);
  expect(applyCommand(hospital, command)).toEqual({ ok: false, refusal });
  expect(inverseOf(hospital, command)).toEqual({ ok: false, refusal });
});

test("beyond the limits nothing is added", () => {
  const full: ZoneModel = {
    zones: Array.from({ length: MAX_ZONES }, (_, n) => aZone({ id: `z${n}` })),
    conduits: Array.from({ length: MAX_CONDUITS }, (_, n) => aConduit({ id: `c${n}` })),
    assets: Array.from({ length: MAX_ASSETS }, (_, n) => anAsset({ id: `a${n}`, zoneId: null })),
    waivers: [],
    layout: {},
  };
  const codes = (
    [
      { type: "add-zone", zone: aZone(), place: null },
      { type: "add-conduit", conduit: aConduit() },
      { type: "add-asset", asset: anAsset({ zoneId: null }) },
    ] as const
  ).map((command) => applyCommand(full, command));
  expect(codes).toEqual([
    { ok: false, refusal: { code: "limit-reached", kind: "zone", limit: MAX_ZONES } },
    { ok: false, refusal: { code: "limit-reached", kind: "conduit", limit: MAX_CONDUITS } },
    { ok: false, refusal: { code: "limit-reached", kind: "asset", limit: MAX_ASSETS } },
  ]);
});

test("deleting a zone moves its sub-zones and assets up, keeps their boxes where they are, and takes its conduits along", () => {
  const { value } = accepted(hospital, { type: "delete-zone", zoneId: "ward" });
  expect(value.zones.map(({ id, parentId }) => [id, parentId])).toEqual([
    ["building", null],
    ["room", "building"],
  ]);
  expect(value.layout).toEqual({ building: { x: 0, y: 0 }, room: { x: 11, y: 22, width: 100, height: 80 } });
  expect(value.assets.map(({ id, zoneId }) => [id, zoneId])).toEqual([
    ["pump", "building"],
    ["laptop", null],
  ]);
  expect(value.conduits.map(({ id }) => id)).toEqual(["past"]);
});

test("deleting a zone at the top leaves its assets in no zone", () => {
  const model = aZoneModel({ zones: [aZone({ id: "ward" })], assets: [anAsset({ zoneId: "ward" })] });
  const { value } = accepted(model, { type: "delete-zone", zoneId: "ward" });
  expect(value.assets).toEqual([anAsset({ zoneId: null })]);
});

test("moving a box changes the layout and nothing else", () => {
  const { value } = accepted(hospital, { type: "place-zone", zoneId: "ward", place: { x: 5, y: 5 } });
  expect(value.zones).toBe(hospital.zones);
  expect(value.conduits).toBe(hospital.conduits);
  expect(value.assets).toBe(hospital.assets);
  expect(value.layout.ward).toEqual({ x: 5, y: 5 });
});

test("a change to what is already so gives back the same model", () => {
  const command: ZoneModelCommand = { type: "update-zone", zoneId: "ward", changes: { name: "Zone ward" } };
  expect(accepted(hospital, command).value).toBe(hospital);
});

test("a change that JSON would drop does not erase a fact", () => {
  const command: ZoneModelCommand = {
    type: "update-zone",
    zoneId: "ward",
    changes: { name: undefined, owner: "IT" },
  };
  expect(accepted(hospital, command).value.zones[1]).toMatchObject({ name: "Zone ward", owner: "IT" });
});

test("of several commands all are applied, or the first refused one is named", () => {
  const rename: ZoneModelCommand = { type: "update-zone", zoneId: "ward", changes: { name: "Ward 3" } };
  expect(applyCommands(hospital, [rename, { type: "delete-asset", assetId: "gone" }, rename])).toEqual({
    ok: false,
    refusal: { index: 1, refusal: { code: "unknown-asset", elementId: "gone" } },
  });
});

test("a position past the end is the end", () => {
  const asset = anAsset({ id: "new", zoneId: null });
  const { value } = accepted(hospital, { type: "add-asset", asset, position: 40_000 });
  expect(value.assets.at(-1)).toBe(asset);
});

test.each([
  ["an unknown command", { type: "explode" }],
  ["a member nobody asked for", { type: "delete-zone", zoneId: "ward", force: true }],
  ["an id that would be lost as a key", { type: "delete-zone", zoneId: "__proto__" }],
  ["changes without a change", { type: "update-zone", zoneId: "ward", changes: {} }],
  [
    "a target among the changes",
    { type: "update-zone", zoneId: "ward", changes: { slTarget: flatVector(1) } },
  ],
  [
    "a zone among the changes of an asset",
    { type: "update-asset", assetId: "pump", changes: { zoneId: "room" } },
  ],
  ["a new id", { type: "update-conduit", conduitId: "in", changes: { id: "out" } }],
  ["an empty name", { type: "update-zone", zoneId: "ward", changes: { name: " " } }],
])("the schema turns away %s", (_, command) => {
  expect(ZoneModelCommandSchema.safeParse(command).success).toBe(false);
});

test("a gesture has at least one command", () => {
  expect(ZoneModelCommandsSchema.safeParse([]).success).toBe(false);
});

test("deleting a zone touches everything that referred to it", () => {
  const touched = touchedElements(hospital, { type: "delete-zone", zoneId: "ward" });
  expect(touched.map(({ kind, id, part }) => `${kind} ${id} ${part}`)).toEqual([
    "zone ward facts",
    "zone ward place",
    "zone room facts",
    "zone room place",
    "conduit in facts",
    "asset pump facts",
  ]);
});

test("two edits collide where they touch the same part of the same element", () => {
  const rename = touchedElements(hospital, {
    type: "update-zone",
    zoneId: "ward",
    changes: { name: "Ward 3" },
  });
  const move = touchedElements(hospital, { type: "place-zone", zoneId: "ward", place: { x: 1, y: 1 } });
  const target = touchedElements(hospital, {
    type: "set-sl-target",
    zoneId: "ward",
    slTarget: null,
    rationale: "",
  });
  expect(sharedElements(rename, move)).toEqual([]);
  expect(sharedElements(rename, target)).toEqual([{ kind: "zone", id: "ward", part: "facts" }]);
});

function accepted(model: ZoneModel, command: ZoneModelCommand): { value: ZoneModel } {
  const applied = applyCommand(model, command);
  if (!applied.ok) throw new Error(`refused: ${applied.refusal.code}`);
  return applied;
}
