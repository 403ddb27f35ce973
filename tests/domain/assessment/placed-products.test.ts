import fc from "fast-check";
import { expect, test } from "vitest";
import { PROFILE_KNOWLEDGE } from "~/catalogue/zone-profile";
import { judge } from "~/domain/assessment/assess";
import {
  effectOf,
  type JudgingGround,
  judgePlacedProducts,
  type ModelStanding,
} from "~/domain/assessment/placed-products";
import { countermeasuresOfZone, zoneProfile } from "~/domain/assessment/zone-profile";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { applyCommand } from "~/domain/zone-model/apply-command";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { assetsIn, indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import {
  ARBITRARY_DAY,
  acceptedCountermeasure,
  declarationContent,
  policyLayer,
} from "../../builders/arbitraries";
import { aGround } from "../../builders/judging-ground";
import { aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aCommand } from "../zone-model/arbitraries";

const ground = aGround();

function aModel(slTarget: SecurityLevel, overrides: Partial<ZoneModel> = {}) {
  return indexModel(
    aZoneModel({
      zones: [
        aZone({ slTarget: flatVector(slTarget) }),
        aZone({ id: "archive", slTarget: flatVector(1) }),
        aZone({ id: "outside", slTarget: null }),
      ],
      assets: [
        anAsset({ id: "a1", productReleaseId: "weak" }),
        anAsset({ id: "a2", productReleaseId: "weak" }),
        anAsset({ id: "a3", productReleaseId: "strong" }),
        anAsset({ id: "a4", productReleaseId: "weak", zoneId: "archive" }),
        anAsset({ id: "a5", productReleaseId: "unknown", zoneId: "archive" }),
        anAsset({ id: "a6", zoneId: "archive" }),
        anAsset({ id: "a7", productReleaseId: "weak", zoneId: "outside" }),
      ],
      ...overrides,
    }),
  );
}

test("every known product is judged once per zone; assets without one, and zones without a target, are not", () => {
  const standing = judgePlacedProducts(ground, aModel(2));
  expect([...standing.keys()]).toEqual(["imaging", "archive"]);
  expect(standing.get("imaging")).toMatchObject({
    worst: "does-not-conform",
    products: [
      { releaseId: "weak", assetIds: ["a1", "a2"], verdict: "does-not-conform" },
      { releaseId: "strong", assetIds: ["a3"], verdict: "conforms" },
    ],
  });
  expect(standing.get("archive")).toMatchObject({ worst: "conforms", products: [{ assetIds: ["a4"] }] });
});

test("raising a target names the products that no longer conform, and nothing else", () => {
  const before = judgePlacedProducts(ground, aModel(1));
  const after = judgePlacedProducts(ground, aModel(2), before);
  expect(effectOf(before, after)).toEqual([
    { zoneId: "imaging", releaseId: "weak", before: "conforms", after: "does-not-conform" },
  ]);
  expect(after.get("archive")).toBe(before.get("archive"));
});

test("a product that comes in or goes out is an effect too, the worst first", () => {
  const before = judgePlacedProducts(
    ground,
    aModel(2, { assets: [anAsset({ productReleaseId: "strong" })] }),
  );
  const after = judgePlacedProducts(ground, aModel(2, { assets: [anAsset({ productReleaseId: "weak" })] }));
  expect(effectOf(before, after)).toEqual([
    { zoneId: "imaging", releaseId: "weak", before: null, after: "does-not-conform" },
    { zoneId: "imaging", releaseId: "strong", before: "conforms", after: null },
  ]);
  expect(effectOf(judgePlacedProducts(ground, aModel(2)), new Map())).toHaveLength(3);
  expect(effectOf(after, new Map())).toEqual([
    { zoneId: "imaging", releaseId: "weak", before: "does-not-conform", after: null },
  ]);
});

test("a countermeasure on a conduit is seen at both of its ends", () => {
  const conduits = [aConduit({ id: "link", fromZoneId: "imaging", toZoneId: "archive" })];
  const onLink = {
    ...{ id: "tunnel", modelId: "campus", elementKind: "conduit" as const, elementId: "link" },
    ...{ title: "Tunnel", requirementIds: ["CR 1.2"], acceptedOn: "2026-01-01", expiresOn: null },
  };
  const standing = judgePlacedProducts({ ...ground, ledger: [onLink] }, aModel(2, { conduits }));
  expect(standing.get("imaging")?.worst).toBe("conforms-with-conditions");
});

test("what lies behind a conduit counts at its other end", () => {
  const conduits = [aConduit({ fromZoneId: "imaging", toZoneId: "archive" })];
  const index = aModel(2, { conduits });
  const zones = index.model.zones.map((zone) =>
    zone.id === "archive" ? { ...zone, trustClass: "untrusted" as const } : zone,
  );
  const opened = indexModel({ ...index.model, zones });
  const before = judgePlacedProducts(ground, index);
  const after = judgePlacedProducts(ground, opened, before);
  expect(after.get("imaging")).not.toEqual(before.get("imaging"));
  expect(after).toEqual(judgePlacedProducts({ ...ground }, opened));
  expect(after.get("archive")).toBe(before.get("archive"));
});

test("an edit that decides nothing keeps every standing; of another ground none is kept", () => {
  const before = judgePlacedProducts(ground, aModel(2));
  const renamed = aModel(2);
  const zones = renamed.model.zones.map((zone) => ({ ...zone, name: `${zone.name}, new`, owner: "Others" }));
  const after = judgePlacedProducts(ground, indexModel({ ...renamed.model, zones }), before);
  expect([...after.keys()].every((zoneId) => after.get(zoneId) === before.get(zoneId))).toBe(true);

  const [weak, strong] = ground.products;
  const swapped = ground.products.map((product) => ({
    ...product,
    content: product === weak ? (strong?.content ?? product.content) : product.content,
  }));
  const other = judgePlacedProducts({ ...ground, products: swapped }, renamed, before);
  expect(other.get("imaging")).toMatchObject({ worst: "conforms" });
});

test("a zone that is drawn later is judged like the first ones, also in the place of one that has gone", () => {
  const zoneOf = (id: string, level: SecurityLevel) => aZone({ id, slTarget: flatVector(level) });
  const [low, high, other] = [zoneOf("low", 1), zoneOf("high", 2), zoneOf("other", 2)];
  const all = [low, high, other].map(({ id }) => anAsset({ id, zoneId: id, productReleaseId: "weak" }));
  const drawn = (zones: ZoneModel["zones"]) => {
    const assets = all.filter(({ zoneId }) => zones.some(({ id }) => id === zoneId));
    return indexModel(aZoneModel({ zones, conduits: [], assets }));
  };
  const worstIn = (standing: ModelStanding) => [...standing].map(([zoneId, { worst }]) => [zoneId, worst]);

  const first = judgePlacedProducts(ground, drawn([low]));
  const second = judgePlacedProducts(ground, drawn([low, high]), first);
  expect(worstIn(second)).toEqual([
    ["low", "conforms"],
    ["high", "does-not-conform"],
  ]);
  expect(second.get("low")).toBe(first.get("low"));
  const third = judgePlacedProducts(ground, drawn([high, other]), second);
  expect(worstIn(third)).toEqual([
    ["high", "does-not-conform"],
    ["other", "does-not-conform"],
  ]);
  // Undone: the zone whose place was taken is asked for once more.
  const undone = judgePlacedProducts(ground, drawn([low, high]), third);
  expect(worstIn(undone)).toEqual(worstIn(second));
});

/** What the editor must agree with: every product in every zone, explained. */
function judgeEverything(given: JudgingGround, index: ZoneModelIndex) {
  const products = new Map(given.products.map(({ releaseId, content }) => [releaseId, content]));
  return index.model.zones.flatMap((zone) => {
    const { id, slTarget } = zone;
    if (slTarget === null) return [];
    const profile = zoneProfile(given.knowledge, {
      index,
      zone: { ...zone, slTarget },
      organisationPolicy: given.organisationPolicy,
      countermeasures: countermeasuresOfZone(given.ledger, given.modelId, index, id),
    });
    const standing = assetsIn(index, id).flatMap(({ productReleaseId }) => productReleaseId ?? []);
    return [...new Set(standing)].flatMap((releaseId) => {
      const content = products.get(releaseId);
      return content ? [`${id} ${releaseId} ${judge(profile, content, given.asOf).verdict}`] : [];
    });
  });
}

const verdictsIn = (standing: ModelStanding) =>
  [...standing.values()].flatMap(({ products }) =>
    products.map(({ zoneId, releaseId, verdict }) => `${zoneId} ${releaseId} ${verdict}`),
  );

const RELEASES = ["release-1", "release-2", "release-3"];
const someGround: fc.Arbitrary<JudgingGround> = fc.record({
  modelId: fc.constant("campus"),
  knowledge: fc.constant(PROFILE_KNOWLEDGE),
  organisationPolicy: policyLayer,
  ledger: fc.array(
    fc
      .tuple(
        acceptedCountermeasure,
        fc.record({
          modelId: fc.constantFrom("campus", "campus", "elsewhere"),
          elementKind: fc.constantFrom("zone", "conduit"),
          elementId: fc.constantFrom("a", "b", "c"),
        }),
      )
      .map(([countermeasure, place]) => ({ ...countermeasure, ...place })),
    { maxLength: 3 },
  ),
  products: fc
    .tuple(declarationContent, declarationContent, declarationContent)
    .map((contents) =>
      contents.map((content, place) => ({ releaseId: RELEASES[place] ?? "", name: "", content })),
    ),
  asOf: fc.constant(ARBITRARY_DAY),
});

/** Edits that matter here more often than not: thresholds of zones, and which products stand in them. */
const someEdit = fc
  .tuple(aCommand, policyLayer, fc.constantFrom(null, "unknown", ...RELEASES))
  .map(([command, policy, productReleaseId]): ZoneModelCommand => {
    const { type } = command;
    if (type === "add-zone") return { ...command, zone: { ...command.zone, policy } };
    if (type === "update-zone") return { ...command, changes: { ...command.changes, policy } };
    if (type === "add-asset") return { ...command, asset: { ...command.asset, productReleaseId } };
    if (type === "update-asset") return { ...command, changes: { ...command.changes, productReleaseId } };
    return command;
  });
const someEdits = fc.array(fc.tuple(someEdit, fc.nat(3)), { maxLength: 20, size: "max" });

/** Three zones in a row with every product in each, so that edits have something to meet. */
const START = aZoneModel({
  zones: ["a", "b", "c"].map((id) => aZone({ id })),
  conduits: [
    aConduit({ id: "a", fromZoneId: "a", toZoneId: "b" }),
    aConduit({ id: "b", fromZoneId: "c", toZoneId: "b" }),
  ],
  assets: ["a", "b", "c"].flatMap((zoneId) =>
    RELEASES.map((productReleaseId) =>
      anAsset({ id: `${zoneId} ${productReleaseId}`, zoneId, productReleaseId }),
    ),
  ),
});

test("after any edits, undone ones too, every verdict is that of judge", () => {
  let judged = 0;
  fc.assert(
    fc.property(someGround, someEdits, (given, edits) => {
      const states = [{ model: START, standing: judgePlacedProducts(given, indexModel(START)) }];
      for (const [command, back] of edits) {
        // Mostly from the last state, now and then from one before: undone, or drawn once more by React.
        const from = states[Math.max(0, states.length - 1 - (back === 3 ? 2 : 0))];
        const applied = from && applyCommand(from.model, command);
        if (!applied?.ok) continue;
        const index = indexModel(applied.value);
        const standing = judgePlacedProducts(given, index, from?.standing);
        const expected = judgeEverything(given, index);
        judged += expected.length;
        expect(verdictsIn(standing)).toEqual(expected);
        expect(standing).toEqual(judgePlacedProducts({ ...given }, index));
        states.push({ model: applied.value, standing });
      }
    }),
    { numRuns: 20 },
  );
  expect(judged).toBeGreaterThan(100);
});
