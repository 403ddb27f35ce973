import fc from "fast-check";
import { expect, test } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { groupAssets } from "~/domain/zone-model/linking/asset-groups";
import { linkCommands } from "~/domain/zone-model/linking/link-commands";
import { anAsset, aZoneModel } from "../../../builders/zone-model";
import { aDrawnModel } from "../arbitraries";

const ids = (assets: ReadonlyArray<{ id: string }>) => assets.map(({ id }) => id);

test("equal devices are one group, however their inventory writes them; another version is another decision", () => {
  const groups = groupAssets([
    anAsset({ id: "a", name: "Pump 1", manufacturer: "Acme GmbH", model: "FK-721" }),
    anAsset({ id: "b", name: "Perfusor", manufacturer: "ACME", model: "fk 721" }),
    anAsset({ id: "c", name: "Pump 3", manufacturer: "Acme", model: "FK-721", softwareVersion: "2.0" }),
    anAsset({ id: "d", name: "Monitor (SN 1)" }),
    anAsset({ id: "e", name: "MONITOR (SN 2)" }),
    anAsset({ id: "f", name: "Other", udiDi: "4012345678901" }),
    anAsset({ id: "g", name: "Another", udiDi: "(01)04012345678901" }),
  ]);
  expect(groups.map(({ assets }) => ids(assets).join(" "))).toEqual(["a b", "c", "d e", "f g"]);
  expect(groups[0]?.described).toEqual({
    ...{ name: "Pump 1", manufacturer: "Acme GmbH", model: "FK-721", udiDi: "", softwareVersion: "" },
  });
});

test("every asset stands in exactly one group, in the order of the model, under a key of its own", () => {
  fc.assert(
    fc.property(aDrawnModel, ({ assets }) => {
      const groups = groupAssets(assets);
      expect(ids(groups.flatMap((group) => group.assets)).toSorted()).toEqual(ids(assets).toSorted());
      expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
      const places = groups.map((group) => ids(assets).indexOf(group.assets[0]?.id ?? ""));
      expect(places.toSorted((a, b) => a - b)).toEqual(places);
    }),
  );
});

test("linking fills in the component types where nobody has said any, and only changes what is not so yet", () => {
  const assets = [
    anAsset({ id: "a", componentTypes: [] }),
    anAsset({ id: "b", componentTypes: ["host-device"] }),
    anAsset({ id: "c", productReleaseId: "r1" }),
  ];
  expect(linkCommands(assets, { releaseId: "r1", componentTypes: ["embedded-device"] })).toEqual([
    {
      type: "update-asset",
      assetId: "a",
      changes: { productReleaseId: "r1", componentTypes: ["embedded-device"] },
    },
    { type: "update-asset", assetId: "b", changes: { productReleaseId: "r1" } },
  ]);
  expect(linkCommands(assets, null)).toEqual([
    { type: "update-asset", assetId: "c", changes: { productReleaseId: null } },
  ]);
});

test("a link of many assets is taken back to the very same model", () => {
  const assets = Array.from({ length: 40 }, (_, n) =>
    anAsset({ id: `a${n}`, zoneId: null, componentTypes: n % 2 ? [] : ["host-device"] }),
  );
  const model = aZoneModel({ assets });
  const commands = linkCommands(model.assets, { releaseId: "r", componentTypes: ["network-device"] });
  const [done, back] = [applyCommands(model, commands), inverseOfAll(model, commands)];
  if (!done.ok || !back.ok) throw new Error("refused");
  expect(done.value.assets.every(({ productReleaseId }) => productReleaseId === "r")).toBe(true);
  expect(applyCommands(done.value, back.value)).toEqual({ ok: true, value: model });
});
