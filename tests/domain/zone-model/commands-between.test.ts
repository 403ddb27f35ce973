import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCommands } from "~/domain/zone-model/apply-command";
import { ZoneModelCommandSchema } from "~/domain/zone-model/commands";
import { commandsBetween } from "~/domain/zone-model/commands-between";
import { inverseOfAll } from "~/domain/zone-model/inverse-of";
import { applyEdit } from "~/domain/zone-model/merge";
import { EMPTY_ZONE_MODEL, MAX_ZONES, type ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { acceptedOf, aDrawnModel, someCommands } from "./arbitraries";

function reached(from: ZoneModel, to: ZoneModel): ZoneModel {
  const applied = applyCommands(from, commandsBetween(from, to));
  if (!applied.ok) throw new Error(`${applied.refusal.index}: ${applied.refusal.refusal.code}`);
  return applied.value;
}

describe("the commands from one model to another", () => {
  it("lead there exactly, whatever people have drawn", () => {
    fc.assert(
      fc.property(aDrawnModel, aDrawnModel, (from, to) => {
        expect(reached(from, to)).toEqual(to);
      }),
      { numRuns: 300 },
    );
  });

  it("are commands as the server takes them", () => {
    fc.assert(
      fc.property(aDrawnModel, aDrawnModel, (from, to) => {
        for (const command of commandsBetween(from, to))
          expect(ZoneModelCommandSchema.safeParse(command).success).toBe(true);
      }),
    );
  });

  it("are none between equal models, also where nothing is shared in memory", () => {
    fc.assert(
      fc.property(aDrawnModel, (model) => {
        expect(commandsBetween(model, structuredClone(model))).toEqual([]);
      }),
    );
  });

  it("lead back from any later state of the same model", () => {
    fc.assert(
      fc.property(aDrawnModel, someCommands, (before, commands) => {
        const later = acceptedOf(before, commands).at(-1)?.after ?? before;
        expect(reached(later, before)).toEqual(before);
      }),
    );
  });

  it("are taken back by their inverse, as the history keeps them", () => {
    fc.assert(
      fc.property(aDrawnModel, aDrawnModel, (from, to) => {
        const restored = applyEdit(from, commandsBetween(from, to));
        const inverse = restored.ok ? inverseOfAll(from, restored.value.commands) : undefined;
        if (!restored.ok || !inverse?.ok) throw new Error("refused");
        expect(applyCommands(restored.value.model, inverse.value)).toEqual({ ok: true, value: from });
      }),
      { numRuns: 200 },
    );
  });

  it("change what only changed", () => {
    const from = aZoneModel({
      zones: [aZone({ id: "a" }), aZone({ id: "b" })],
      conduits: [aConduit({ id: "ab", fromZoneId: "a", toZoneId: "b" })],
      assets: [anAsset({ id: "x", zoneId: "a" }), anAsset({ id: "y", zoneId: "b" })],
    });
    const to: ZoneModel = {
      ...from,
      zones: from.zones.map((zone) => (zone.id === "b" ? { ...zone, parentId: "a", name: "Renamed" } : zone)),
      assets: from.assets.map((asset) => (asset.id === "x" ? { ...asset, zoneId: "b", quantity: 7 } : asset)),
      layout: { a: { x: 10, y: 20 } },
    };
    expect(commandsBetween(from, to)).toEqual([
      { type: "place-zone", zoneId: "a", place: { x: 10, y: 20 } },
      { type: "nest-zone", zoneId: "b", parentId: "a", place: null },
      { type: "update-zone", zoneId: "b", changes: { name: "Renamed" } },
      { type: "move-asset", assetId: "x", zoneId: "b" },
      { type: "update-asset", assetId: "x", changes: { quantity: 7 } },
    ]);
  });

  it("keep a conduit whose zone goes where it leads elsewhere, and let a zone take along what goes with it", () => {
    const zones = ["a", "b", "c"].map((id) => aZone({ id }));
    const [stays, goes] = [
      aConduit({ id: "stays", fromZoneId: "a", toZoneId: "b" }),
      aConduit({ id: "goes", fromZoneId: "c", toZoneId: "b" }),
    ];
    const from = aZoneModel({
      zones,
      conduits: [stays, goes],
      assets: [anAsset({ id: "x", zoneId: "b" })],
      layout: {},
    });
    const to: ZoneModel = {
      ...from,
      zones: zones.filter(({ id }) => id !== "b"),
      conduits: [{ ...stays, toZoneId: "c" }],
      assets: from.assets.map((asset) => ({ ...asset, zoneId: null })),
    };
    expect(reached(from, to)).toEqual(to);
    expect(commandsBetween(from, to).map(({ type }) => type)).toEqual(["update-conduit", "delete-zone"]);
  });

  it("swap two zones with each other's parent without a cycle", () => {
    const from = aZoneModel({ zones: [aZone({ id: "a" }), aZone({ id: "b", parentId: "a" })] });
    const to = aZoneModel({ zones: [aZone({ id: "a", parentId: "b" }), aZone({ id: "b" })] });
    expect(commandsBetween(from, to).map(({ type }) => type)).toEqual(["nest-zone", "nest-zone"]);
    expect(reached(from, to)).toEqual(to);
  });

  it("never hold more zones on the way than a model may", () => {
    const many = (prefix: string) =>
      Array.from({ length: MAX_ZONES }, (_, number) => aZone({ id: `${prefix}${number}`, name: "Z" }));
    const from = aZoneModel({
      zones: many("a"),
      layout: {},
      conduits: [aConduit({ id: "k", fromZoneId: "a1", toZoneId: "a2" })],
    });
    const to = aZoneModel({
      zones: many("b"),
      layout: {},
      conduits: [aConduit({ id: "k", fromZoneId: "b1", toZoneId: "b2" })],
    });
    expect(reached(from, to)).toEqual(to);
  });

  it("take back an import of 10,000 assets, one command each", () => {
    const zones = [aZone({ id: "a" })];
    const assets = Array.from({ length: 10_000 }, (_, number) => anAsset({ id: `x${number}`, zoneId: "a" }));
    const full = aZoneModel({ zones, assets });
    const empty = aZoneModel({ zones });
    const [back, forth] = [commandsBetween(full, empty), commandsBetween(empty, full)];
    expect([back.length, forth.length]).toEqual([10_000, 10_000]);
    expect(commandsBetween(EMPTY_ZONE_MODEL, EMPTY_ZONE_MODEL)).toEqual([]);
  });
});
