import fc from "fast-check";
import { expect, test } from "vitest";
import { effectOf, type JudgingGround, judgePlacedProducts } from "~/domain/assessment/placed-products";
import { flatVector, type SecurityLevel } from "~/domain/security-level/security-level";
import { indexModel } from "~/domain/zone-model/queries";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { aConduit, anAsset, aZone, aZoneModel } from "../../builders/zone-model";
import { aContent, aRow } from "./rows";

const rows = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 })];
const ground: JudgingGround = {
  modelId: "campus",
  knowledge: {
    requirements: rows,
    catalogueVersion: "test",
    mds2Questions: [],
    milestones: [],
    baseline: {},
    referencePolicies: {},
    protocolIds: {},
  },
  organisationPolicy: {},
  ledger: [],
  products: [
    { releaseId: "weak", name: "Weak 1.0", content: aContent({ "CR 1.1": "met", "CR 1.2": "not-met" }) },
    { releaseId: "strong", name: "Strong 2.0", content: aContent({ "CR 1.1": "met", "CR 1.2": "met" }) },
  ],
  asOf: "2026-11-21",
};

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

test("what is reused is what would be judged anew", () => {
  const level = fc.constantFrom<SecurityLevel>(0, 1, 2, 3, 4);
  fc.assert(
    fc.property(level, level, fc.subarray(["a1", "a3", "a4"]), (one, other, placed) => {
      const index = aModel(other);
      const less = indexModel({
        ...index.model,
        assets: index.model.assets.filter(({ id }) => placed.includes(id)),
      });
      const before = judgePlacedProducts(ground, aModel(one));
      expect(judgePlacedProducts(ground, less, before)).toEqual(judgePlacedProducts(ground, less));
    }),
  );
});
