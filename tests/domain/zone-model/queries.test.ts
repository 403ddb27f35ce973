import { expect, test } from "vitest";
import { flatVector, vectorOf } from "~/domain/security-level/security-level";
import { findInconsistencies } from "~/domain/zone-model/consistency";
import {
  ancestorsOf,
  assetsIn,
  childrenOf,
  conduitsOf,
  depthOf,
  derivedConduitTarget,
  descendantsOf,
  effectiveConduitTarget,
  indexModel,
  otherEndOf,
  zoneOfAsset,
} from "~/domain/zone-model/queries";
import { evaluateRules } from "~/domain/zone-model/rules";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const tree = indexModel(
  aZoneModel({
    zones: [
      aZone({ id: "room", parentId: "ward" }),
      aZone({ id: "ward", parentId: "building" }),
      aZone({ id: "building" }),
    ],
    conduits: [aConduit({ id: "c", fromZoneId: "room", toZoneId: "building" })],
    assets: [anAsset({ id: "pump", zoneId: "room" }), anAsset({ id: "laptop", zoneId: null })],
  }),
);
const ids = (elements: ReadonlyArray<{ id: string }>) => elements.map(({ id }) => id);

test("the zone tree is read in both directions", () => {
  expect(ids(childrenOf(tree, null))).toEqual(["building"]);
  expect(ids(childrenOf(tree, "building"))).toEqual(["ward"]);
  expect(ids(ancestorsOf(tree, "room"))).toEqual(["ward", "building"]);
  expect(ids(descendantsOf(tree, "building"))).toEqual(["ward", "room"]);
  expect(["building", "ward", "room"].map((id) => depthOf(tree, id))).toEqual([0, 1, 2]);
});

test("assets and conduits belong to exactly the zone they name", () => {
  expect(ids(assetsIn(tree, "room"))).toEqual(["pump"]);
  expect(ids(assetsIn(tree, "ward"))).toEqual([]);
  expect(ids(assetsIn(tree, null))).toEqual(["laptop"]);
  expect(zoneOfAsset(tree, "pump")?.id).toBe("room");
  expect(zoneOfAsset(tree, "laptop")).toBeUndefined();
  expect(conduitsOf(tree, "room").map((conduit) => otherEndOf(conduit, "room"))).toEqual(["building"]);
});

test("a conduit derives per FR the higher target of both ends, unless it has its own", () => {
  const zones = [
    aZone({ id: "imaging", slTarget: { ...flatVector(1), SI: 3 } }),
    aZone({ id: "archive", slTarget: { ...flatVector(2), RA: 0 } }),
    aZone({ id: "new", slTarget: null }),
    aZone({ id: "newer", slTarget: null }),
  ];
  const index = indexModel(aZoneModel({ zones }));
  const conduit = aConduit();
  const derived = vectorOf((fr) => (fr === "SI" ? 3 : fr === "RA" ? 1 : 2));
  expect(derivedConduitTarget(index, conduit)).toEqual(derived);
  expect(effectiveConduitTarget(index, conduit)).toEqual(derived);
  expect(effectiveConduitTarget(index, { ...conduit, slTarget: flatVector(4) })).toEqual(flatVector(4));
  expect(effectiveConduitTarget(index, { ...conduit, fromZoneId: "new" })).toEqual({
    ...flatVector(2),
    RA: 0,
  });
  expect(effectiveConduitTarget(index, { ...conduit, toZoneId: "new" })).toEqual({ ...flatVector(1), SI: 3 });
  expect(effectiveConduitTarget(index, { ...conduit, fromZoneId: "new", toZoneId: "newer" })).toBeNull();
});

test("a broken file is told what is wrong with it, and neither queries nor rules loop or fall", () => {
  const broken = aZoneModel({
    zones: [
      aZone({ id: "a", parentId: "b" }),
      aZone({ id: "b", parentId: "a" }),
      aZone({ id: "self", parentId: "self" }),
      aZone({ id: "orphan", parentId: "gone" }),
      aZone({ id: "twin" }),
      aZone({ id: "twin" }),
    ],
    conduits: [
      aConduit({ id: "loop", fromZoneId: "twin", toZoneId: "twin" }),
      aConduit({ id: "out", fromZoneId: "twin", toZoneId: "gone" }),
      aConduit({ id: "same", fromZoneId: "a", toZoneId: "b", channels: [aChannel(), aChannel()] }),
    ],
    assets: [anAsset({ id: "lost", zoneId: "gone" })],
    layout: { gone: { x: 0, y: 0 } },
  });
  expect(
    findInconsistencies(broken).map(({ code, element }) => `${code} ${element.kind} ${element.id}`),
  ).toEqual([
    "duplicate-id zone twin",
    "cycle zone a",
    "cycle zone b",
    "cycle zone self",
    "unknown-zone zone orphan",
    "conduit-to-itself conduit loop",
    "unknown-zone conduit out",
    "duplicate-channel conduit same",
    "unknown-zone asset lost",
    "place-without-zone zone gone",
  ]);
  const index = indexModel(broken);
  expect(ids(ancestorsOf(index, "a"))).toEqual(["b"]);
  expect(ids(descendantsOf(index, "a"))).toEqual(["b"]);
  expect(evaluateRules(broken).length).toBeGreaterThan(0);
});
