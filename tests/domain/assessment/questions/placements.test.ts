import fc from "fast-check";
import { expect, test } from "vitest";
import { judge } from "~/domain/assessment/assess";
import { candidates } from "~/domain/assessment/questions/candidates";
import { compareFits, fitOf, toFit } from "~/domain/assessment/questions/fit";
import { placements } from "~/domain/assessment/questions/placements";
import { NO_POLICY } from "~/domain/policy/policy";
import { aContent, aProfile, aRow, type GivenLevels } from "../rows";
import { cases, DAY, vectors } from "./cases";

const ROWS = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 2.1", { minSl: 2 }), aRow("CR 3.1")];

function aPlace(place: string, slTarget: GivenLevels, policy = {}) {
  return { place, profile: aProfile({ slTarget, rows: ROWS, policy: { ...NO_POLICY, ...policy } }) };
}

test("a product's zones come best first: by verdict, then by how few rows are missing, then by what else is open", () => {
  const declaration = aContent({ "CR 1.1": "met", "CR 1.2": "met-with-countermeasure", "CR 2.1": "not-met" });
  const found = placements(
    declaration,
    [
      aPlace("two rows short", { UC: 2, SI: 1 }),
      aPlace("leans on the zone", { IAC: 2 }),
      aPlace("one row short", { UC: 2 }),
      aPlace("not answered", { SI: 1 }),
      aPlace("one row short, unsigned", { UC: 2 }, { signedUpdates: true }),
      aPlace("fits", { IAC: 1 }),
    ],
    DAY,
  );
  expect(found.map(({ place, fit }) => [place, fit.verdict])).toEqual([
    ["fits", "conforms"],
    ["leans on the zone", "conforms-with-conditions"],
    ["not answered", "incomplete"],
    ["one row short", "does-not-conform"],
    ["one row short, unsigned", "does-not-conform"],
    ["two rows short", "does-not-conform"],
  ]);
});

test("each zone names what is missing, lowest level first, and what is open besides rows", () => {
  const declaration = aContent({ "CR 1.2": "not-met", "CR 3.1": "not-applicable" });
  const [found] = placements(
    declaration,
    [aPlace("a", { IAC: 2, SI: 1, UC: 2 }, { signedUpdates: true })],
    DAY,
  );
  expect(found?.fit.missing).toEqual([
    { requirementId: "CR 1.1", minSl: 1, reason: "unanswered" },
    { requirementId: "CR 3.1", minSl: 1, reason: "not-applicable-without-reason" },
    { requirementId: "CR 1.2", minSl: 2, reason: "not-met" },
    { requirementId: "CR 2.1", minSl: 2, reason: "unanswered" },
  ]);
  expect(found?.fit.open.map(({ id }) => id)).toEqual(["updates-are-signed:product"]);
  expect(found?.fit.conditions).toBe(0);
});

test("conditions are counted and decide between zones that are equal otherwise", () => {
  const declaration = aContent({
    "CR 1.1": { value: "met-with-countermeasure", note: "A gateway" },
    "CR 3.1": { value: "met-with-countermeasure", note: "A scanner" },
  });
  const found = placements(declaration, [aPlace("two", { IAC: 1, SI: 1 }), aPlace("one", { IAC: 1 })], DAY);
  expect(found.map(({ place, fit }) => [place, fit.conditions])).toEqual([
    ["one", 1],
    ["two", 2],
  ]);
});

test("zones that fit alike stay in the order in which they came", () => {
  const zones = ["c", "a", "b"].map((place) => aPlace(place, { IAC: 1 }));
  expect(placements(aContent(), zones, DAY).map(({ place }) => place)).toEqual(["c", "a", "b"]);
});

test("a zone's candidates come best first", () => {
  const { profile } = aPlace("zone", { IAC: 2 });
  const found = candidates(
    profile,
    [
      { product: "silent", declaration: aContent() },
      { product: "short", declaration: aContent({ "CR 1.1": "met", "CR 1.2": "not-met" }) },
      { product: "fits", declaration: aContent({ "CR 1.1": "met", "CR 1.2": "met" }) },
      { product: "nearly answered", declaration: aContent({ "CR 1.1": "met" }) },
    ],
    DAY,
  );
  expect(found.map(({ product }) => product)).toEqual(["fits", "nearly answered", "silent", "short"]);
  expect(found[0]?.fit).toMatchObject({ slTarget: { IAC: 2 }, slCapability: { native: { IAC: 4 } } });
});

test("a fit says what the judgement of the same pair says, and lists are sorted by it", () => {
  fc.assert(
    fc.property(
      cases,
      fc.array(vectors, { minLength: 2, maxLength: 4 }),
      ({ profile, declaration }, targets) => {
        const zones = targets.map((slTarget, place) => ({ place, profile: { ...profile, slTarget } }));
        const found = placements(declaration, zones, DAY);
        expect(found.map(({ place }) => place).toSorted()).toEqual(zones.map(({ place }) => place));
        for (const { place, fit } of found)
          expect(fit).toEqual(toFit(judge(zones[place]?.profile ?? profile, declaration, DAY)));
        for (const [place, { fit }] of found.entries()) {
          const next = found[place + 1];
          if (next) expect(compareFits(fit, next.fit)).toBeLessThanOrEqual(0);
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("a fit is open exactly where the verdict is neither conforming nor conforming with conditions", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const { verdict, missing, open } = fitOf(profile, declaration, DAY);
      expect(missing.length + open.length > 0).toBe(
        verdict === "incomplete" || verdict === "does-not-conform",
      );
    }),
    { numRuns: 200 },
  );
});

test("where a product may go and what may enter are the same answer seen from both sides", () => {
  fc.assert(
    fc.property(cases, ({ profile, declaration }) => {
      const [from] = placements(declaration, [{ place: "zone", profile }], DAY);
      const [to] = candidates(profile, [{ product: "product", declaration }], DAY);
      expect(from?.fit).toEqual(to?.fit);
    }),
    { numRuns: 50 },
  );
});
