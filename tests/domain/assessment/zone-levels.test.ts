import fc from "fast-check";
import { expect, test } from "vitest";
import { achievedLevel } from "~/domain/assessment/achieved-level";
import { judge } from "~/domain/assessment/assess";
import { judgeCandidate, judgeCandidateIn } from "~/domain/assessment/candidate";
import { judgePlacedProducts } from "~/domain/assessment/placed-products";
import { profileInGround } from "~/domain/assessment/zone-in-ground";
import { levelsOfZone } from "~/domain/assessment/zone-levels";
import { flatVector } from "~/domain/security-level/security-level";
import { applyCommand } from "~/domain/zone-model/apply-command";
import { indexModel } from "~/domain/zone-model/queries";
import { declarationContent } from "../../builders/arbitraries";
import { aGround, STRONG, WEAK } from "../../builders/judging-ground";
import { anAsset, aZone, aZoneModel } from "../../builders/zone-model";

const ground = aGround();

const model = aZoneModel({
  zones: [
    aZone({ slTarget: flatVector(2) }),
    aZone({ id: "archive", slTarget: flatVector(1) }),
    aZone({ id: "outside", slTarget: null }),
  ],
  assets: [
    anAsset({ id: "a1", productReleaseId: "weak" }),
    anAsset({ id: "a2", productReleaseId: "strong" }),
    anAsset({ id: "a3", productReleaseId: null }),
    anAsset({ id: "a4", productReleaseId: "weak", zoneId: "archive" }),
  ],
});
const index = indexModel(model);

test("a zone is as strong as its weakest product; what is not known is counted", () => {
  const standing = judgePlacedProducts(ground, index);
  const imaging = levelsOfZone(ground, index, "imaging", standing.get("imaging"));
  expect(imaging).toMatchObject({ known: 2, unknown: 1, short: ["IAC"] });
  expect(imaging.vector?.IAC).toBe(1);
  const archive = levelsOfZone(ground, index, "archive", standing.get("archive"));
  expect(archive).toMatchObject({ known: 1, unknown: 0, short: [] });
  expect(levelsOfZone(ground, index, "outside", standing.get("outside"))).toMatchObject({
    vector: null,
    known: 0,
  });
});

test("an asset without a product changes what is known, without judging again", () => {
  const before = judgePlacedProducts(ground, index);
  levelsOfZone(ground, index, "archive", before.get("archive"));
  const asset = anAsset({ id: "a9", productReleaseId: null, zoneId: "archive" });
  const applied = applyCommand(model, { type: "add-asset", asset });
  if (!applied.ok) throw new Error(applied.refusal.code);
  const next = indexModel(applied.value);
  const after = judgePlacedProducts(ground, next, before);
  expect(levelsOfZone(ground, next, "archive", after.get("archive"))).toMatchObject({ known: 1, unknown: 1 });
});

test("levels are those that judging each product gives", () => {
  fc.assert(
    fc.property(fc.array(declarationContent, { minLength: 1, maxLength: 3 }), (contents) => {
      const products = contents.map((content, place) => ({ releaseId: `r${place}`, name: "", content }));
      const own = { ...ground, products };
      const placed = indexModel({
        ...model,
        assets: products.map(({ releaseId }, place) =>
          anAsset({ id: `p${place}`, productReleaseId: releaseId }),
        ),
      });
      const profile = profileInGround(own, placed, "imaging");
      if (!profile) throw new Error("a target is set");
      const levels = levelsOfZone(own, placed, "imaging", judgePlacedProducts(own, placed).get("imaging"));
      const results = contents.map((content) => judge(profile, content, own.asOf).results);
      const { vector, alone } = achievedLevel(results);
      expect([levels.vector, levels.alone]).toEqual([vector, alone]);
    }),
    { numRuns: 15 },
  );
});

test("every zone with a target answers a candidate as judging it there does", () => {
  const verdicts = judgeCandidate(ground, index, WEAK);
  expect(Object.fromEntries(verdicts)).toEqual({ imaging: "does-not-conform", archive: "conforms" });
  expect(judgeCandidateIn(ground, index, "imaging", WEAK)?.verdict).toBe("does-not-conform");
  expect(judgeCandidateIn(ground, index, "outside", WEAK)).toBeUndefined();
  fc.assert(
    fc.property(declarationContent, (content) => {
      for (const [zoneId, verdict] of judgeCandidate(ground, index, { content }))
        expect(judgeCandidateIn(ground, index, zoneId, { content })?.verdict).toBe(verdict);
    }),
    { numRuns: 15 },
  );
});

test("a model without targets asks nothing", () => {
  const none = indexModel(aZoneModel({ zones: [aZone({ slTarget: null })], conduits: [], assets: [] }));
  expect(judgeCandidate(ground, none, STRONG).size).toBe(0);
});
