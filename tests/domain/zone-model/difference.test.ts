import { expect, test } from "vitest";
import { flatVector } from "~/domain/security-level/security-level";
import { compareTargets, differenceOf, hasFactChanges } from "~/domain/zone-model/difference";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { aChannel, aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const before = aZoneModel();

test("equal models have no difference", () => {
  const difference = differenceOf(before, structuredClone(before));
  expect(hasFactChanges(difference)).toBe(false);
  expect(difference.placed).toEqual([]);
});

test("moving a box is a change of drawing: the fingerprint stays", () => {
  const after = { ...before, layout: { ...before.layout, imaging: { x: 999, y: 0 } } };
  expect(differenceOf(before, after).placed).toEqual(["imaging"]);
  expect(hasFactChanges(differenceOf(before, after))).toBe(false);
  expect(fingerprintOfModel(after)).toBe(fingerprintOfModel(before));
});

test("the order in which things were typed in is no change", () => {
  const conduit = aConduit({ channels: [aChannel({ id: "a" }), aChannel({ id: "b" })] });
  const asset = anAsset({ componentTypes: ["host-device", "network-device"] });
  const model = { ...before, conduits: [conduit], assets: [asset] };
  const other = {
    ...model,
    zones: model.zones.toReversed(),
    conduits: [{ ...conduit, channels: conduit.channels.toReversed() }],
    assets: [{ ...asset, componentTypes: asset.componentTypes.toReversed() }],
  };
  expect(hasFactChanges(differenceOf(model, other))).toBe(false);
  expect(fingerprintOfModel(other)).toBe(fingerprintOfModel(model));
});

test("a target names each FR that rose or fell", () => {
  const after = {
    ...before,
    zones: before.zones.map((zone) =>
      zone.id === "imaging" ? { ...zone, slTarget: { ...flatVector(2), SI: 3, RA: 1 } as const } : zone,
    ),
  };
  expect(differenceOf(before, after).zones.changed).toMatchObject([
    {
      id: "imaging",
      fields: ["slTarget"],
      levels: [
        { foundationalRequirement: "SI", before: 2, after: 3, direction: "up" },
        { foundationalRequirement: "RA", before: 2, after: 1, direction: "down" },
      ],
    },
  ]);
});

test("a target set or cleared is neither up nor down", () => {
  expect(compareTargets(null, flatVector(1)).map(({ direction }) => direction)).toEqual(Array(7).fill("set"));
  expect(compareTargets(flatVector(1), null).map(({ direction }) => direction)).toEqual(
    Array(7).fill("cleared"),
  );
  expect(compareTargets(null, null)).toEqual([]);
});

test("elements that came, went and changed are told apart, channels within their conduit", () => {
  const after = {
    ...before,
    zones: [...before.zones, aZone({ id: "lab" })],
    conduits: [
      aConduit({
        wireless: true,
        channels: [aChannel({ encrypted: false }), aChannel({ id: "ntp", protocol: "NTP" })],
      }),
    ],
    assets: [],
  };
  const difference = differenceOf(before, after);
  expect(difference.zones).toEqual({ added: [aZone({ id: "lab" })], removed: [], changed: [] });
  expect(difference.assets).toEqual({ added: [], removed: [anAsset()], changed: [] });
  expect(difference.conduits.changed).toMatchObject([
    {
      id: "imaging-archive",
      fields: ["wireless", "channels"],
      levels: [],
      channels: { added: [{ id: "ntp" }], removed: [], changed: [{ id: "dicom", fields: ["encrypted"] }] },
    },
  ]);
});
