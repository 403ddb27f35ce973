import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import { differenceOfAssessments, isDifference } from "~/domain/assessment/needs-review";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { ZoneSides } from "~/use-cases/reassessment/affected-zones.server";
import {
  type Affected,
  type ChangedPair,
  changedPairs,
  type DeclarationSides,
} from "~/use-cases/reassessment/changed-pairs.server";
import { mostImportant } from "~/use-cases/reassessment/listed-pairs.server";
import type { SharedDeclaration } from "~db/repositories/declarations";
import { ARBITRARY_DAY } from "../../builders/arbitraries";
import { editedContent, editedProfile } from "../../builders/edits";

const LATER = "2026-11-24";

/** Which sides are there. */
const presence = fc.constantFrom(
  ...Array.from({ length: 8 }, () => "both" as const),
  "before" as const,
  "after" as const,
);
const sidesOf = <Value>([before, after]: [Value, Value], there: "both" | "before" | "after") => ({
  before: there === "after" ? null : before,
  after: there === "before" ? null : after,
});

const zones: fc.Arbitrary<ReadonlyArray<ZoneSides>> = fc
  .array(fc.tuple(editedProfile, presence), { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map(([profiles, there], n) => ({
      ...{ modelId: "campus", zoneId: `z${n}`, zoneName: n === 1 ? "Ward" : "Archive" },
      ...sidesOf(profiles, there),
    })),
  );

const declarations: fc.Arbitrary<ReadonlyArray<DeclarationSides>> = fc
  .array(fc.tuple(editedContent, presence), { minLength: 1, maxLength: 3 })
  .map((all) =>
    all.map(([contents, there], n) => {
      const content = contents[1];
      const declaration = {
        ...{ declarationId: `d${n}`, declarationVersion: 1, releaseId: `r${n}`, releaseVersion: "1.0" },
        ...{ productName: n === 1 ? "Monitor" : "Pump", supplierId: "s", supplierName: "Supplier", content },
      } as unknown as SharedDeclaration;
      return { declaration, ...sidesOf(contents, there) };
    }),
  );

const affected: fc.Arbitrary<Affected> = fc.record({
  zones,
  declarations,
  days: fc.constantFrom(
    { before: ARBITRARY_DAY, after: ARBITRARY_DAY },
    { before: ARBITRARY_DAY, after: ARBITRARY_DAY },
    { before: ARBITRARY_DAY, after: LATER },
  ),
});

const keyOf = ({ zone, declaration }: Pick<ChangedPair, "zone" | "declaration">) =>
  `${zone.zoneId} ${declaration.releaseId}`;

/** What re-assessment did before it was fast: both sides of every pair are judged and compared. */
function judgeEverything({ zones, declarations, days }: Affected) {
  const changed = new Map<string, { worsening: number | null }>();
  let assessed = 0;
  for (const zone of zones)
    for (const sides of declarations) {
      const [before, after] = [
        zone.before && sides.before && judge(zone.before, sides.before, days.before),
        zone.after && sides.after && judge(zone.after, sides.after, days.after),
      ];
      if (!before && !after) continue;
      assessed += 1;
      const isSame = before && after && !isDifference(differenceOfAssessments(before, after));
      const worsening = before && after ? compareVerdicts(after.verdict, before.verdict) : null;
      if (!isSame) changed.set(keyOf({ zone, ...sides }), { worsening });
    }
  return { assessed, changed };
}

test("exactly those pairs are found that come out otherwise when every one of them is judged", () => {
  const seen = { same: 0, changed: 0 };
  fc.assert(
    fc.property(affected, (given) => {
      const expected = judgeEverything(given);
      const { assessed, pairs } = changedPairs(given);
      expect(pairs.map(keyOf).sort()).toEqual([...expected.changed.keys()].sort());
      expect(assessed).toBe(expected.assessed);
      seen.changed += pairs.length;
      seen.same += assessed - pairs.length;
    }),
    { numRuns: 100 },
  );
  expect(seen.same).toBeGreaterThan(20);
  expect(seen.changed).toBeGreaterThan(100);
});

test("what is listed is what matters most when every pair is judged, decisions before all", () => {
  fc.assert(
    fc.property(affected, fc.nat(4), fc.nat(), (given, most, seed) => {
      const { changed } = judgeEverything(given);
      const { pairs } = changedPairs(given);
      const decided = new Set(pairs.map(keyOf).filter((_, n) => (seed >> n) & 1));
      const decisionOf = (pair: ChangedPair) => (decided.has(keyOf(pair)) ? `decision ${keyOf(pair)}` : null);
      const weightOf = (key: string) => changed.get(key)?.worsening ?? Number.NEGATIVE_INFINITY;
      const byWeight = pairs
        .map(keyOf)
        .sort((a, b) => (weightOf(a) < weightOf(b) ? 1 : -1) * Number(weightOf(a) !== weightOf(b)));
      const expected = [
        ...byWeight.filter((key) => decided.has(key)),
        ...byWeight.filter((key) => !decided.has(key)).slice(0, most),
      ];
      const listed = mostImportant(pairs, decisionOf, most);
      expect(listed.map(({ pair }) => keyOf(pair))).toEqual(expected);
      expect(listed.map(({ pair, decisionId }) => decisionId === decisionOf(pair))).not.toContain(false);
    }),
    { numRuns: 40 },
  );
});

test("pairs come by the name of the zone, then of the product", () => {
  const pairs = fc.sample(affected, { numRuns: 40, seed: 7 }).map((given) => changedPairs(given).pairs);
  const names = pairs.map((some) =>
    some.map(
      ({ zone, declaration }) =>
        `${zone.zoneName} ${zone.zoneId} ${declaration.productName} ${declaration.releaseId}`,
    ),
  );
  expect(names).toEqual(names.map((some) => some.toSorted()));
  expect(Math.max(...names.map(({ length }) => length))).toBeGreaterThan(4);
});
