import { expect, test } from "vitest";
import { CHOSEN_ACTIONS, chosenOf, fromChosen } from "~/diagram/table/from-chosen";
import type { TableGround } from "~/diagram/table/from-form";
import { fromCopy, fromPaste, fromPasteAt, fromTemplate, textOfChosen } from "~/diagram/table/from-insert";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandsSchema } from "~/domain/zone-model/commands";
import { FRAGMENT_MARK, type Fragment } from "~/domain/zone-model/fragment";
import { placeOf } from "~/domain/zone-model/layout";
import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const model = aZoneModel({
  zones: [
    aZone({ id: "icu", name: "ICU", referenceType: "icu", slTarget: null, slTargetRationale: "" }),
    aZone({ id: "bed", name: "Bed", parentId: "icu" }),
    aZone({ id: "lab", name: "Lab" }),
    aZone({ id: "it", name: "IT" }),
  ],
  conduits: [aConduit({ id: "c", fromZoneId: "bed", toZoneId: "lab" })],
  assets: [anAsset({ id: "pump", zoneId: "bed" }), anAsset({ id: "cart", zoneId: null })],
});
const index = indexModel(model);
const ground: TableGround = {
  index,
  zoneTypes: [
    { id: "icu", trustClass: "highest", suggestedSlTarget: flatVector(3), slTargetBasis: "By kind" },
  ],
  protocols: [],
  releases: [],
};

/** Counts up, as ids have to. */
function ids() {
  let number = 0;
  return () => {
    number += 1;
    return `new${number}`;
  };
}

function after(
  action: string,
  chosen: ReadonlyArray<string>,
  values: Record<string, unknown> = {},
): ZoneModel {
  const commands = fromChosen(action, values, chosenOf(index, chosen), ground, ids());
  if (commands.length === 0) return model;
  const applied = applyCommands(model, ZoneModelCommandsSchema.parse(commands));
  if (!applied.ok) throw new Error(`refused: ${JSON.stringify(applied.refusal)}`);
  return applied.value;
}

const setting = (chosen: ReadonlyArray<string>, set: object) => after("set-zones", chosen, { set });
const zoneOf = (state: ZoneModel, id: string) => state.zones.find((zone) => zone.id === id);

test("what is ticked is read by kind and id; what is not there, or no element, is left out", () => {
  const keys = ["zone:icu", "asset:pump", "conduit:c", "zone:gone", "boat:icu", "zone", ""];
  expect([...chosenOf(index, keys).values()]).toEqual([
    { kind: "zone", id: "icu" },
    { kind: "asset", id: "pump" },
    { kind: "conduit", id: "c" },
  ]);
  expect(chosenOf(index, "zone:lab").size).toBe(1);
  expect(chosenOf(index, undefined).size).toBe(0);
});

test("zones and assets are moved together, never into themselves", () => {
  const moved = after("move", ["zone:icu", "asset:cart"], { into: "it" });
  expect(zoneOf(moved, "icu")?.parentId).toBe("it");
  expect(moved.assets.map(({ zoneId }) => zoneId)).toEqual(["bed", "it"]);
  expect(
    after("move", ["zone:icu", "zone:bed"], { into: "it" }).zones.map(({ parentId }) => parentId),
  ).toEqual([...["it", "icu", null, null]]);
  expect(after("move", ["zone:icu"], { into: "bed" })).toBe(model);
  expect(after("move", ["asset:pump", "zone:bed"], { into: "" }).zones[1]?.parentId).toBeNull();
});

test("kind, trust, criticality and level are set on all, and what is left as it is stays", () => {
  const set = setting(["zone:icu", "zone:lab", "asset:pump"], {
    ...{
      referenceType: "",
      trustClass: "high",
      patientSafety: "high",
      continuityOfCare: "",
      confidentiality: "",
    },
    ...{ level: "0", rationale: "Agreed on Monday" },
  });
  for (const id of ["icu", "lab"])
    expect(zoneOf(set, id)).toMatchObject({
      ...{ trustClass: "high", slTarget: flatVector(0), slTargetRationale: "Agreed on Monday" },
      criticality: { patientSafety: "high", continuityOfCare: "low", confidentiality: "low" },
    });
  expect(zoneOf(set, "icu")?.referenceType).toBe("icu");
  expect(setting(["zone:icu"], { referenceType: "own" }).zones[0]?.referenceType).toBeNull();
  const suggested = setting(["zone:icu", "zone:lab"], { level: "suggested" });
  expect(zoneOf(suggested, "icu")).toMatchObject({ slTarget: flatVector(3), slTargetRationale: "By kind" });
  expect(zoneOf(suggested, "lab")).toEqual(zoneOf(model, "lab"));
  expect(setting(["zone:icu"], { level: "" })).toBe(model);
});

test("conduits and assets are marked, and unmarked", () => {
  expect(
    after("set-conduits", ["conduit:c"], { set: { conduit: { wireless: "yes", temporary: "" } } })
      .conduits[0],
  ).toMatchObject({
    ...{ wireless: true, temporary: false },
  });
  const set = after("set-assets", ["asset:pump", "asset:cart"], {
    set: { asset: { portable: "yes", componentType: "embedded-device" } },
  });
  for (const asset of set.assets)
    expect(asset).toMatchObject({ portable: true, componentTypes: ["embedded-device"] });
  expect(after("set-assets", ["asset:pump"], { set: { asset: { portable: "" } } })).toBe(model);
});

test("all are duplicated with what is inside, or deleted, as one gesture", () => {
  const twice = after("duplicate", ["zone:icu", "asset:cart"]);
  expect(twice.zones.map(({ name }) => name)).toEqual(["ICU", "Bed", "Lab", "IT", "ICU (2)", "Bed (2)"]);
  expect(twice.assets).toHaveLength(4);
  const less = after("delete", ["zone:bed", "conduit:c", "asset:cart"]);
  expect([less.zones.length, less.conduits.length, less.assets.map(({ zoneId }) => zoneId)]).toEqual([
    ...[3, 0, ["icu"]],
  ]);
});

test("boxes are collapsed, opened, aligned, and given back to the diagram", () => {
  expect(placeOf(after("collapse", ["zone:icu", "zone:bed"]), "icu")?.collapsed).toBe(true);
  expect(after("collapse", ["zone:lab"])).toBe(model);
  expect(after("open", ["zone:icu"])).toBe(model);
  const aligned = after("arrange", ["zone:lab", "zone:it"], { arrangement: "left" });
  expect(placeOf(aligned, "it")?.x).toBe(placeOf(aligned, "lab")?.x);
  expect(after("arrange", ["zone:lab"], { arrangement: "left" })).toBe(model);
  expect(after("arrange", ["zone:lab", "zone:it"], { arrangement: "sideways" })).toBe(model);
  expect(placeOf(after("free-place", ["zone:lab"]), "lab")).toBeNull();
});

test("boxes are shifted and sized by numbers, and a field that says nothing leaves what is there", () => {
  const placed = {
    icu: { x: 0, y: 0, width: 900, height: 700 },
    lab: { x: 1000, y: 0, width: 400, height: 300 },
  };
  const drawn = indexModel({ ...model, layout: placed });
  const layoutAfter = (action: string, values: Record<string, unknown>) => {
    const chosen = chosenOf(drawn, ["zone:icu", "zone:bed", "zone:lab"]);
    const commands = fromChosen(action, values, chosen, { ...ground, index: drawn }, ids());
    if (commands.length === 0) return placed;
    const applied = applyCommands(drawn.model, ZoneModelCommandsSchema.parse(commands));
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusal));
    return applied.value.layout;
  };
  // What lies inside goes along: it has no place of its own in the list.
  expect(layoutAfter("shift", { right: "16", down: "-8" })).toEqual({
    icu: { x: 16, y: -8, width: 900, height: 700 },
    lab: { x: 1016, y: -8, width: 400, height: 300 },
  });
  expect(layoutAfter("size", { width: "1200", height: "" })).toMatchObject({
    icu: { x: 0, y: 0, width: 1200, height: 700 },
    lab: { x: 1000, y: 0, width: 1200, height: 300 },
  });
  expect(layoutAfter("shift", { right: "", down: "far" })).toEqual(placed);
  expect(layoutAfter("size", { width: "-5" })).toEqual(placed);
  // As far and as large as a place can be, and no further.
  expect(layoutAfter("shift", { down: "-5000000" })).toMatchObject({ icu: { x: 0, y: -1_000_000 } });
  expect(layoutAfter("size", { width: "5000000" })).toMatchObject({ icu: { width: 100_000, height: 700 } });
});

test("keys paste into the chosen zone, beside a zone itself, and where a chosen asset is", () => {
  const text = textOfChosen(index, chosenOf(index, ["zone:lab"]));
  const into = (...at: ReadonlyArray<string>) => {
    const pasted = fromPasteAt(index, text, chosenOf(index, at), ids());
    if (!pasted.ok) throw new Error(pasted.refusal);
    const [first] = pasted.value.commands;
    return first?.type === "add-zone" ? first.zone.parentId : undefined;
  };
  expect([
    into("zone:icu"),
    into("asset:pump"),
    into("zone:lab"),
    into(),
    into("zone:icu", "zone:it"),
  ]).toEqual([...["icu", "bed", null, null, null]]);
  expect(fromPasteAt(index, "Dear colleague", chosenOf(index, []), ids())).toEqual({
    ok: false,
    refusal: "not-a-fragment",
  });
});

test("nothing chosen, or something that is no action, does nothing", () => {
  for (const action of [...CHOSEN_ACTIONS, "drop-table", undefined])
    expect(
      fromChosen(action, { into: "it", set: { level: "2" } }, chosenOf(index, []), ground, ids()),
    ).toEqual([]);
});

test("what is chosen goes to another model whole, and as text into any", () => {
  const other = indexModel(aZoneModel({ zones: [aZone({ id: "icu", name: "ICU" })] }));
  const chosen = chosenOf(index, ["zone:icu"]);
  const commands = ZoneModelCommandsSchema.parse(fromCopy(index, chosen, other, ids())?.commands);
  const copied = applyCommands(other.model, commands);
  expect(copied.ok && copied.value.zones.map(({ name }) => name)).toEqual(["ICU", "ICU (2)", "Bed"]);
  const text = textOfChosen(index, chosen);
  const pasted = fromPaste(other, text, "icu", ids());
  expect(pasted.ok && pasted.value.commands).toMatchObject([
    { type: "add-zone", zone: { parentId: "icu" } },
    { type: "add-zone" },
    { type: "add-asset" },
  ]);
  expect(fromPaste(other, "Dear colleague", null, ids())).toEqual({ ok: false, refusal: "not-a-fragment" });
  expect(fromPaste(other, undefined, null, ids())).toEqual({ ok: false, refusal: "not-a-fragment" });
  expect(textOfChosen(index, chosenOf(index, ["conduit:c"]))).toBeNull();
});

test("a template comes beside what is there, or into a zone", () => {
  const fragment: Fragment = {
    ...{ cordon: FRAGMENT_MARK, version: 1, conduits: [], assets: [], waivers: [], layout: {} },
    zones: [aZone({ id: "t", name: "Lab" })],
  };
  const beside = fromTemplate(index, fragment, null, ids());
  expect(beside.commands).toMatchObject([{ type: "add-zone", zone: { name: "Lab (2)", parentId: null } }]);
  expect(fromTemplate(index, fragment, "icu", ids()).commands).toMatchObject([{ zone: { parentId: "icu" } }]);
  expect(fromTemplate(index, fragment, "gone", ids()).commands).toMatchObject([{ zone: { parentId: null } }]);
});
