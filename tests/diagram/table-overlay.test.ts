import { expect, test } from "vitest";
import { tableOverlay } from "~/diagram/table/table-overlay";
import { flatVector } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import type { ElementRef, ZoneModel } from "~/domain/zone-model/zone-model";
import { aGround } from "../builders/judging-ground";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const published: ZoneModel = aZoneModel({
  zones: [
    aZone({ id: "icu", name: "ICU", slTarget: flatVector(2) }),
    aZone({ id: "bed", parentId: "icu", slTarget: flatVector(2) }),
    aZone({ id: "old", name: "Old store" }),
  ],
  conduits: [aConduit({ id: "c", fromZoneId: "icu", toZoneId: "old" })],
  assets: [
    anAsset({ id: "pump", zoneId: "bed", productReleaseId: "weak" }),
    anAsset({ id: "gone", zoneId: "icu" }),
  ],
  layout: { icu: { x: 0, y: 0, collapsed: true } },
});
const draft: ZoneModel = {
  ...published,
  zones: [...published.zones.slice(0, 2), aZone({ id: "lab", name: "Lab" })],
  conduits: [aConduit({ id: "c", fromZoneId: "icu", toZoneId: "lab" })],
  assets: [
    anAsset({ id: "pump", zoneId: "bed", productReleaseId: "weak", location: "Room 7" }),
    anAsset({ id: "cart", zoneId: "lab" }),
  ],
};
const basis = {
  index: indexModel(draft),
  ground: aGround({
    ledger: [
      {
        ...{ id: "k", title: "k", requirementIds: ["CR 1.2"], acceptedOn: "2026-01-01", expiresOn: null },
        ...{ modelId: "campus", elementKind: "conduit", elementId: "c" },
      },
    ],
  }),
  revision: { number: 3, content: published },
  decisions: [
    {
      ...{ zoneId: "bed", releaseId: "weak", decisionId: "d", restsOnException: false },
      kind: "approve" as const,
    },
  ],
};
const zone = (id: string): ElementRef => ({ kind: "zone", id });
const everything: ReadonlyArray<ElementRef> = [
  ...["icu", "bed", "lab"].map(zone),
  { kind: "conduit", id: "c" },
  { kind: "asset", id: "pump" },
  { kind: "asset", id: "cart" },
];

test("changes stand in the lines of zones, conduits and assets; what is gone is named", () => {
  const { views, comparedWith, removed } = tableOverlay("difference", basis, everything);
  expect(comparedWith).toBe(3);
  expect(removed).toEqual({ zones: ["Old store"], more: 0, conduits: 0, assets: 1 });
  expect(views).toMatchObject({
    "zone:icu": { change: "changed", assets: { removed: 1 } },
    "zone:bed": { change: "changed", assets: { changed: 1 } },
    "zone:lab": { change: "added" },
    "conduit:c": { change: "changed" },
    "asset:pump": { change: "changed", tone: "warning" },
    "asset:cart": { change: "added", tone: "success" },
  });
  const unpublished = tableOverlay("difference", { ...basis, revision: null }, everything);
  expect(unpublished).toMatchObject({ views: {}, comparedWith: null, removed: null });
});

test("a zone speaks for itself, also where the diagram draws it collapsed", () => {
  const { views } = tableOverlay("gaps", basis, everything);
  expect(views["zone:icu"]).toMatchObject({ products: 0, verdict: null });
  expect(views["zone:bed"]).toMatchObject({ products: 1, verdict: "does-not-conform", short: ["IAC"] });
  const achieved = tableOverlay("achieved", basis, everything).views;
  expect(achieved["zone:bed"]).toMatchObject({ tone: "danger" });
});

test("where products are approved stands in the lines of their zones", () => {
  const { views } = tableOverlay("approval", basis, everything);
  expect(views["zone:bed"]).toMatchObject({ tone: "danger", short: 1, approved: 0, unlinked: 0 });
  expect(views["zone:lab"]).toMatchObject({ tone: "neutral", never: 0, unlinked: 1 });
  const accepted = basis.decisions.map((one) => ({ ...one, restsOnException: true }));
  const covered = tableOverlay("approval", { ...basis, decisions: accepted }, everything).views;
  expect(covered["zone:bed"]).toMatchObject({ tone: "success", approved: 1 });
});

test("countermeasures stand in the lines they protect, and nothing is said of what is not on the page", () => {
  expect(tableOverlay("countermeasures", basis, everything).views).toEqual({
    "conduit:c": { kind: "countermeasures", tone: "success", inForce: 1, expiring: 0, expired: 0 },
  });
  expect(tableOverlay("countermeasures", basis, [zone("icu")]).views).toEqual({});
  expect(Object.keys(tableOverlay("difference", basis, [zone("lab")]).views)).toEqual(["zone:lab"]);
  expect(tableOverlay("target", basis, everything).views).toEqual({});
});

const told = [
  { id: "n1", title: "Memory is read", supplierName: "Fiktiva", releaseIds: ["weak"] },
  { id: "n2", title: "Clock stops", supplierName: "Fiktiva", releaseIds: ["strong"] },
];

test("the reach of a notice stands in the lines of assets, zones and conduits, in numbers of the whole model", () => {
  const joined = { ...draft, conduits: [aConduit({ id: "c", fromZoneId: "bed", toZoneId: "lab" })] };
  const own = { ...basis, index: indexModel(joined), notices: { choices: told, asked: null } };
  const { views, notice } = tableOverlay("notice", own, everything);
  expect(views).toEqual({
    "zone:bed": { kind: "notice", tone: "danger", hops: 0, assets: 1, how: null },
    "zone:lab": { kind: "notice", tone: "warning", hops: 1, assets: 0, how: "opens" },
    "conduit:c": { kind: "notice", tone: "danger", way: "at-risk" },
    "asset:pump": { kind: "affected", tone: "danger" },
  });
  expect(notice).toMatchObject({ chosen: { id: "n1" }, counts: { assets: 1, here: 1, next: 1 } });
  const part = tableOverlay("notice", own, [zone("lab")]);
  expect([Object.keys(part.views), part.notice?.counts]).toEqual([["zone:lab"], notice?.counts]);
});

test("a notice about nothing in the model shows nothing, and one that is not there none", () => {
  const of = (asked: string) =>
    tableOverlay("notice", { ...basis, notices: { choices: told, asked } }, everything);
  expect(Object.values(of("n2").views).some((view) => view.kind === "affected")).toBe(false);
  expect(of("n2").notice?.counts).toMatchObject({ assets: 0, here: 0 });
  expect(of("n3")).toMatchObject({ views: {}, notice: { chosen: null, counts: null } });
});
