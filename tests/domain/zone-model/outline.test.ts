import { expect, test } from "vitest";
import { elementFacts } from "~/domain/zone-model/element-facts";
import { findElements, NO_ZONE } from "~/domain/zone-model/find-elements";
import { outlineOf, withSurroundings } from "~/domain/zone-model/outline";
import { indexModel } from "~/domain/zone-model/queries";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const model = aZoneModel({
  zones: [
    aZone({ id: "imaging", name: "Imaging" }),
    aZone({ id: "ct", name: "CT", parentId: "imaging" }),
    aZone({ id: "lab", name: "Laboratoř", purpose: "Blood gas" }),
  ],
  conduits: [
    aConduit({
      id: "c1",
      fromZoneId: "ct",
      toZoneId: "lab",
      channels: [aChannel(), aChannel({ id: "two" })],
    }),
  ],
  assets: [
    anAsset({ id: "mri", name: "MRI", zoneId: "imaging", location: "Room 7" }),
    anAsset({ id: "scanner", name: "Scanner", zoneId: "ct" }),
    anAsset({ id: "cart", name: "Cart", zoneId: null }),
  ],
});
const index = indexModel(model);
const shortly = (lines: ReturnType<typeof outlineOf>) =>
  lines.map(({ id, level, position, siblings, isOpen }) => [id, level, `${position}/${siblings}`, isOpen]);

test("an outline shows sub-zones before assets, and behind the zones what stands in none", () => {
  expect(shortly(outlineOf(index, { isOpen: () => true }))).toEqual([
    ["imaging", 1, "1/4", true],
    ["ct", 2, "1/2", true],
    ["scanner", 3, "1/1", null],
    ["mri", 2, "2/2", null],
    ["lab", 1, "2/4", null],
    ["conduits", 1, "3/4", true],
    ["c1", 2, "1/1", null],
    ["stray", 1, "4/4", true],
    ["cart", 2, "1/1", null],
  ]);
  expect(shortly(outlineOf(index, { isOpen: (id) => id === "stray" })).map(([id]) => id)).toEqual([
    ...["imaging", "lab", "conduits", "stray", "cart"],
  ]);
  expect(outlineOf(indexModel(aZoneModel({ zones: [] })), { isOpen: () => true })).toEqual([]);
});

test("a search is narrowed to what it found and the zones around it", () => {
  const found = findElements(index, { text: "scan", zoneId: null });
  expect([found.zones, found.conduits, found.assets.map(({ id }) => id)]).toEqual([[], [], ["scanner"]]);
  const isShown = withSurroundings(index, [{ kind: "asset", id: "scanner" }]);
  expect(shortly(outlineOf(index, { isOpen: () => true, isShown }))).toEqual([
    ["imaging", 1, "1/1", true],
    ["ct", 2, "1/1", true],
    ["scanner", 3, "1/1", null],
  ]);
});

test.each([
  ["laborator", ["lab"], ["c1"], []],
  ["GAS blood", ["lab"], [], []],
  ["dicom ct", [], ["c1"], []],
  ["room 7", [], [], ["mri"]],
  ["nothing like this", [], [], []],
])("“%s” is found by every word, whatever its case and accents", (text, zones, conduits, assets) => {
  const found = findElements(index, { text, zoneId: null });
  expect(found.zones.map(({ id }) => id)).toEqual(zones);
  expect(found.conduits.map(({ id }) => id)).toEqual(conduits);
  expect(found.assets.map(({ id }) => id)).toEqual(assets);
});

test("assets are narrowed to a zone, or to those in none", () => {
  const ids = (zoneId: string | null) =>
    findElements(index, { text: null, zoneId }).assets.map(({ id }) => id);
  expect([ids(null), ids("ct"), ids(NO_ZONE), ids("gone")]).toEqual([
    ["mri", "scanner", "cart"],
    ["scanner"],
    ["cart"],
    [],
  ]);
});

test("the facts of an element name what it is joined to and with what", () => {
  expect(elementFacts(index, "zone", "ct")).toMatchObject({
    inside: "Imaging",
    assets: { first: ["Scanner"], count: 1 },
    conduits: { first: [{ otherEnd: "Laboratoř", protocols: ["DICOM over TLS"] }], count: 1 },
  });
  expect(elementFacts(index, "conduit", "c1")).toMatchObject({
    ...{ from: "CT", to: "Laboratoř", isDerived: true, isEncrypted: true },
    slTarget: { IAC: 2 },
  });
  expect(elementFacts(index, "asset", "cart")).toMatchObject({ zone: null, quantity: 1 });
  expect(elementFacts(index, "asset", "gone")).toBeUndefined();
  const many = aZoneModel({
    zones: [aZone({ id: "z" })],
    assets: Array.from({ length: 9 }, (_, n) => anAsset({ id: `a${n}`, zoneId: "z" })),
  });
  const facts = elementFacts(indexModel(many), "zone", "z");
  expect(facts?.kind === "zone" && [facts.assets.first.length, facts.assets.count]).toEqual([6, 9]);
});
