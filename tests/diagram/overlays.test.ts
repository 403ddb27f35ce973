import { expect, test } from "vitest";
import { noticeLineOf } from "~/diagram/edges/conduit/line-class";
import { toneOfDistance } from "~/diagram/overlays/notice-views";
import { isOverlay, NO_VIEWS, OVERLAYS, type ZoneView } from "~/diagram/overlays/overlay";
import {
  candidateViews,
  type OverlayGround,
  reusedViews,
  toneOfApprovals,
  toViews,
} from "~/diagram/overlays/to-views";
import { chosenNotice } from "~/diagram/overlays/use-notices";
import { iconOf } from "~/diagram/overlays/view-looks";
import { toFlow } from "~/diagram/to-flow";
import { judgePlacedProducts } from "~/domain/assessment/placed-products";
import { blastRadius } from "~/domain/notice/blast-radius";
import type { ApprovalStanding } from "~/domain/procurement/approval-standing";
import { flatVector } from "~/domain/security-level/security-level";
import { differenceOf } from "~/domain/zone-model/difference";
import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aGround } from "../builders/judging-ground";
import { aConduit, anAsset, aZone, aZoneModel } from "../builders/zone-model";

const ground = aGround();

const model: ZoneModel = aZoneModel({
  zones: [
    aZone({ slTarget: flatVector(2) }),
    aZone({ id: "archive", name: "Archive", slTarget: flatVector(1), parentId: null }),
  ],
  conduits: [aConduit({ id: "c1", fromZoneId: "imaging", toZoneId: "archive" })],
  assets: [
    anAsset({ id: "a1", productReleaseId: "weak" }),
    anAsset({ id: "a2", productReleaseId: "strong" }),
    anAsset({ id: "a3", productReleaseId: null, zoneId: "archive" }),
  ],
});
const index = indexModel(model);
const given = (own: ZoneModel = model, more: Partial<OverlayGround> = {}): OverlayGround => ({
  ground,
  standing: judgePlacedProducts(ground, indexModel(own)),
  difference: null,
  ...more,
});

function aCountermeasure(id: string, elementId: string, expiresOn: string | null) {
  return {
    id,
    title: id,
    requirementIds: ["CR 1.2"],
    acceptedOn: "2026-01-01",
    expiresOn,
    modelId: "campus",
    elementKind: elementId === "c1" ? ("conduit" as const) : ("zone" as const),
    elementId,
  };
}

test("the words of the address name overlays and nothing else", () => {
  expect(OVERLAYS.every(isOverlay)).toBe(true);
  expect([null, "", "candidate", "toString"].some(isOverlay)).toBe(false);
});

test("the target needs no view, and nothing is said before the ground has come", () => {
  expect(toViews("target", index, given())).toBe(NO_VIEWS);
  const empty: OverlayGround = { ground: null, standing: null, difference: null };
  for (const overlay of OVERLAYS) {
    const { zones, conduits } = toViews(overlay, index, empty);
    expect([zones.size, conduits.size]).toEqual([0, 0]);
  }
});

test("achieved: the weakest product, below the target, and how much is not known", () => {
  const { zones } = toViews("achieved", index, given());
  expect(zones.get("imaging")).toMatchObject({ tone: "danger", vector: { IAC: 1 }, unknown: 0 });
  expect(zones.get("archive")).toMatchObject({ tone: "neutral", vector: null, unknown: 1 });
});

test("gaps: the worst verdict, how many fall short and in what", () => {
  const { zones } = toViews("gaps", index, given());
  expect(zones.get("imaging")).toEqual({
    kind: "gaps",
    tone: "danger",
    verdict: "does-not-conform",
    fallShort: 1,
    products: 2,
    short: ["IAC"],
  });
  expect(zones.get("archive")).toMatchObject({ verdict: null, products: 0, tone: "neutral" });
});

test("countermeasures: on zones and conduits, by how long they last; of other models none", () => {
  const ledger = [
    aCountermeasure("one", "imaging", null),
    aCountermeasure("two", "imaging", "2026-12-01"),
    aCountermeasure("three", "c1", "2026-11-20"),
    { ...aCountermeasure("four", "archive", null), modelId: "another" },
  ];
  const { zones, conduits } = toViews(
    "countermeasures",
    index,
    given(model, { ground: { ...ground, ledger } }),
  );
  expect([...zones]).toEqual([
    ["imaging", { kind: "countermeasures", tone: "warning", inForce: 1, expiring: 1, expired: 0 }],
  ]);
  expect([...conduits]).toEqual([
    ["c1", { kind: "countermeasures", tone: "danger", inForce: 0, expiring: 0, expired: 1 }],
  ]);
});

test("difference: what is new, what changed and where levels went up or down", () => {
  const draft: ZoneModel = {
    ...model,
    zones: [
      { ...(model.zones[0] as (typeof model.zones)[number]), slTarget: { ...flatVector(2), IAC: 3, RA: 1 } },
      ...model.zones.slice(1),
      aZone({ id: "fresh", name: "Fresh", parentId: null }),
    ],
    conduits: [aConduit({ id: "c1", fromZoneId: "imaging", toZoneId: "archive", temporary: true })],
    assets: [...model.assets.slice(1), anAsset({ id: "a9", zoneId: "archive" })],
  };
  const difference = differenceOf(model, draft);
  const { zones, conduits } = toViews("difference", indexModel(draft), given(draft, { difference }));
  expect(zones.get("imaging")).toMatchObject({
    change: "changed",
    up: ["IAC"],
    down: ["RA"],
    assets: { added: 0, removed: 1, changed: 0 },
  });
  expect(zones.get("archive")).toMatchObject({ change: "changed", assets: { added: 1 } });
  expect(zones.get("fresh")).toMatchObject({ change: "added", tone: "success" });
  expect(conduits.get("c1")).toMatchObject({ change: "changed" });
  const same = toViews("difference", index, given(model, { difference: differenceOf(model, model) }));
  expect([...same.zones.values()].map((view) => view.kind === "difference" && view.change)).toEqual([
    "same",
    "same",
  ]);
});

test("a collapsed zone speaks for all inside it", () => {
  const nested: ZoneModel = {
    ...model,
    zones: model.zones.map((zone) => (zone.id === "imaging" ? { ...zone, parentId: "archive" } : zone)),
    layout: { archive: { x: 0, y: 0, collapsed: true } },
  };
  const { zones } = toViews("gaps", indexModel(nested), given(nested));
  expect(zones.get("archive")).toMatchObject({ verdict: "does-not-conform", products: 2 });
});

test("a candidate: zones that ask for nothing say so", () => {
  const { zones } = candidateViews(index, new Map([["imaging", "conforms-with-conditions"]]));
  expect(zones.get("imaging")).toEqual({
    kind: "candidate",
    tone: "warning",
    verdict: "conforms-with-conditions",
  } satisfies ZoneView);
  expect(zones.get("archive")).toMatchObject({ verdict: null });
});

test("only zones whose view changed draw again", () => {
  const views = toViews("gaps", index, given());
  const first = toFlow(index, [], undefined, undefined, views);
  const again = reusedViews(views, toViews("gaps", index, given()));
  expect(again.zones).toBe(views.zones);
  expect(
    toFlow(index, [], first, undefined, again).nodes.every((node, place) => node === first.nodes[place]),
  ).toBe(true);
  const one = new Map(views.zones).set("archive", { kind: "candidate", tone: "neutral", verdict: null });
  const second = toFlow(index, [], first, undefined, { ...views, zones: one });
  expect(second.nodes.filter((node, place) => node !== first.nodes[place]).map(({ id }) => id)).toEqual([
    "archive",
  ]);
});

test("approvals: the worst of what is known speaks for a zone, a collapsed one for all inside", () => {
  const approvals = new Map([
    [
      "imaging",
      new Map<string, ApprovalStanding>([
        ["weak", "never-assessed"],
        ["strong", "approved"],
      ]),
    ],
  ]);
  const { zones } = toViews("approval", index, given(model, { approvals }));
  expect(zones.get("imaging")).toEqual({
    ...{ kind: "approval", tone: "warning", approved: 1, short: 0, never: 1, unlinked: 0 },
  });
  expect(zones.get("archive")).toMatchObject({ tone: "neutral", unlinked: 1 });
  expect(toneOfApprovals({ approved: 5, never: 5, short: 1 })).toBe("danger");
  expect(toneOfApprovals({ approved: 5, never: 0, short: 0 })).toBe("success");
});

const ward: ZoneModel = aZoneModel({
  zones: [
    ...["ward", "core", "lab", "office"].map((id) => aZone({ id, name: id })),
    aZone({ id: "bed", parentId: "ward" }),
  ],
  conduits: [
    aConduit({ id: "near", fromZoneId: "bed", toZoneId: "core", channels: [] }),
    aConduit({ id: "far", fromZoneId: "core", toZoneId: "lab" }),
    aConduit({ id: "twice", fromZoneId: "core", toZoneId: "lab", channels: [] }),
  ],
  assets: [
    anAsset({ id: "pump", zoneId: "bed", productReleaseId: "weak", quantity: 3 }),
    anAsset({ id: "other", zoneId: "bed", productReleaseId: "strong" }),
  ],
});

function reachOf(own: ZoneModel, ...releaseIds: ReadonlyArray<string>) {
  const drawn = indexModel(own);
  return toViews("notice", drawn, given(own, { radius: blastRadius(drawn, new Set(releaseIds)) }));
}

test("a notice: where affected assets stand, how far the rest is, and around a reached zone nothing", () => {
  const { zones, conduits, affected } = reachOf(ward, "weak");
  expect(zones.get("bed")).toEqual({ kind: "notice", tone: "danger", hops: 0, assets: 3, how: null });
  expect(zones.get("core")).toMatchObject({ tone: "warning", hops: 1, how: "undocumented" });
  expect(zones.get("lab")).toMatchObject({ tone: "neutral", hops: 2 });
  expect(zones.get("office")).toMatchObject({ tone: "success", hops: null });
  expect(zones.has("ward")).toBe(false);
  expect(conduits.get("near")).toEqual({ kind: "notice", tone: "danger", way: "at-risk" });
  expect([...conduits.values()].filter((view) => "way" in view && view.way === "leads-on")).toHaveLength(1);
  expect([...affected]).toEqual(["pump"]);
});

test("a notice: a collapsed zone says what stands inside it", () => {
  const { zones } = reachOf({ ...ward, layout: { ward: { x: 0, y: 0, collapsed: true } } }, "weak");
  expect(zones.get("ward")).toMatchObject({ hops: 0, assets: 3 });
});

test("a notice: every distance has a mark of its own, and only what is affected draws its assets again", () => {
  const icons = [0, 1, 2, null].map((hops) =>
    iconOf({ kind: "notice", tone: toneOfDistance(hops), hops, assets: 0, how: null }),
  );
  expect(new Set(icons).size).toBe(4);
  const drawn = indexModel(ward);
  const before = toFlow(drawn, []);
  const after = toFlow(drawn, [], before, undefined, reachOf(ward, "weak"));
  const tilesOf = (flow: typeof before) => flow.nodes.find(({ id }) => id === "bed")?.data.tiles ?? [];
  expect(tilesOf(after).map(({ asset, isAffected }) => [asset.id, isAffected])).toEqual([
    ["pump", true],
    ["other", false],
  ]);
  expect(tilesOf(after)[1]).toBe(tilesOf(before)[1]);
  expect(after.edges.find(({ id }) => id === "near")?.data?.view).toMatchObject({ way: "at-risk" });
  expect(noticeLineOf(after.edges.find(({ id }) => id === "near")?.data?.view ?? null)).toBe("line-at-risk");
  const again = reusedViews(reachOf(ward, "weak"), reachOf(ward, "weak"));
  expect(reusedViews(again, reachOf(ward, "weak")).affected).toBe(again.affected);
});

test("the notice that is named is shown, else the first; of one that is not there nothing", () => {
  const notices = [{ id: "current" }, { id: "closed" }];
  expect(chosenNotice(notices, null)).toBe(notices[0]);
  expect(chosenNotice(notices, "closed")).toBe(notices[1]);
  expect(chosenNotice(notices, "another")).toBe(null);
  expect(chosenNotice([], null)).toBe(null);
});
