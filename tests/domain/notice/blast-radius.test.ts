import fc from "fast-check";
import { expect, test } from "vitest";
import { affectedByZone, blastRadius, countRadius, countWithin, pathTo } from "~/domain/notice/blast-radius";
import { indexModel } from "~/domain/zone-model/queries";
import { aChannel, aConduit, aLargeZoneModel, anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const joins = (
  id: string,
  fromZoneId: string,
  toZoneId: string,
  initiators: ReadonlyArray<"from" | "to" | "either"> = ["either"],
) =>
  aConduit({
    ...{ id, fromZoneId, toZoneId },
    channels: initiators.map((initiator, n) => aChannel({ id: `c${n}`, initiator })),
  });
const zones = ["a", "b", "c", "d", "island"].map((id) => aZone({ id }));
const pump = anAsset({ id: "pump", zoneId: "a", productReleaseId: "r1" });

test("the affected assets, their zones, their conduits, and hop by hop what is behind them with the way there", () => {
  const model = aZoneModel({
    zones,
    conduits: [joins("ab", "a", "b", ["to"]), joins("cb", "c", "b", ["to"]), joins("cd", "c", "d", [])],
    assets: [
      pump,
      anAsset({ id: "other", zoneId: "c", productReleaseId: "r2" }),
      anAsset({ id: "unknown", zoneId: "b" }),
    ],
  });
  const index = indexModel(model);
  const radius = blastRadius(index, new Set(["r1"]));
  expect(radius.assets.map(({ id }) => id)).toEqual(["pump"]);
  expect(radius.conduitsAtRisk.map(({ id }) => id)).toEqual(["ab"]);
  expect(radius.zones).toEqual([
    { zoneId: "a", hops: 0, via: null },
    { zoneId: "b", hops: 1, via: { conduitId: "ab", fromZoneId: "a", how: "answers" } },
    { zoneId: "c", hops: 2, via: { conduitId: "cb", fromZoneId: "b", how: "opens" } },
    { zoneId: "d", hops: 3, via: { conduitId: "cd", fromZoneId: "c", how: "undocumented" } },
  ]);
  expect(pathTo(radius, "d").map(({ conduitId }) => conduitId)).toEqual(["ab", "cb", "cd"]);
  expect(pathTo(radius, "a")).toEqual([]);
  expect(pathTo(radius, "island")).toEqual([]);
  expect(countWithin(index, radius)).toBe(3);
});

test("of two ways of the same length the one on which the nearer side opens connections is told", () => {
  const model = aZoneModel({
    zones,
    conduits: [joins("answering", "a", "b", ["to"]), joins("opening", "a", "b", ["from"])],
    assets: [pump],
  });
  const { zones: reached } = blastRadius(indexModel(model), new Set(["r1"]));
  expect(reached[1]?.via).toMatchObject({ conduitId: "opening", how: "opens" });
});

test("an asset in no zone is affected and reaches nothing; zones inside one another are no way", () => {
  const model = aZoneModel({
    zones: [aZone({ id: "a" }), aZone({ id: "inside", parentId: "a" })],
    conduits: [],
    assets: [anAsset({ id: "loose", zoneId: null, productReleaseId: "r1" }), pump],
  });
  const radius = blastRadius(indexModel(model), new Set(["r1"]));
  expect(
    affectedByZone(radius)
      .get(null)
      ?.map(({ id }) => id),
  ).toEqual(["loose"]);
  expect(radius.zones).toEqual([{ zoneId: "a", hops: 0, via: null }]);
});

const aNetwork = fc
  .record({
    joined: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 14 }),
    affected: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
  })
  .map(({ joined, affected }) =>
    aZoneModel({
      zones: Array.from({ length: 8 }, (_, n) => aZone({ id: `z${n}` })),
      conduits: joined.map(([from, to], n) => joins(`c${n}`, `z${from}`, `z${to}`)),
      assets: affected.map((n) => anAsset({ id: `x${n}`, zoneId: `z${n}`, productReleaseId: "r1" })),
    }),
  );

test("every reached zone has a way of its length from an affected one, each only once, and no neighbour is forgotten", () => {
  fc.assert(
    fc.property(aNetwork, (model) => {
      const radius = blastRadius(indexModel(model), new Set(["r1"]));
      const hops = new Map(radius.zones.map((zone) => [zone.zoneId, zone.hops]));
      expect(hops.size).toBe(radius.zones.length);
      for (const { zoneId, hops: count } of radius.zones) {
        const way = pathTo(radius, zoneId);
        expect(way).toHaveLength(count);
        if (way[0]) expect(hops.get(way[0].fromZoneId)).toBe(0);
      }
      for (const { fromZoneId, toZoneId } of model.conduits) {
        const [from, to] = [hops.get(fromZoneId), hops.get(toZoneId)];
        expect(from === undefined).toBe(to === undefined);
        if (from !== undefined && to !== undefined) expect(Math.abs(from - to)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("in the largest hospital each zone is looked at once, and a release that is nowhere reaches nothing", () => {
  const model = aLargeZoneModel();
  const affected = {
    ...model,
    assets: model.assets.map((asset, n) => (n === 1 ? { ...asset, productReleaseId: "r1" } : asset)),
  };
  let asked = 0;
  const index = indexModel(affected);
  const counted = {
    ...index,
    conduitsByZone: {
      ...index.conduitsByZone,
      get: (id: string) => {
        asked += 1;
        return index.conduitsByZone.get(id);
      },
    },
  };
  const radius = blastRadius(counted as typeof index, new Set(["r1"]));
  expect(radius.zones.length).toBeGreaterThan(250);
  expect(asked).toBe(radius.zones.length);
  expect(blastRadius(index, new Set(["nowhere"]))).toEqual({ assets: [], zones: [], conduitsAtRisk: [] });
});

test("in numbers: pieces, zones by how far they are, the rest of the model and the conduits at risk", () => {
  const model = aZoneModel({
    zones,
    conduits: [joins("ab", "a", "b"), joins("cb", "c", "b"), joins("cd", "c", "d")],
    assets: [{ ...pump, quantity: 3 }, anAsset({ id: "loose", zoneId: null, productReleaseId: "r1" })],
  });
  const index = indexModel(model);
  expect(countRadius(index, blastRadius(index, new Set(["r1"])))).toEqual({
    ...{ assets: 4, here: 1, next: 1, farther: 2, notReached: 1, conduitsAtRisk: 1 },
  });
  expect(countRadius(index, blastRadius(index, new Set()))).toEqual({
    ...{ assets: 0, here: 0, next: 0, farther: 0, notReached: 5, conduitsAtRisk: 0 },
  });
});
