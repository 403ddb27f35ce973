import fc from "fast-check";
import { expect, test } from "vitest";
import { COVERAGES, countBy, coverageOf } from "~/domain/management/coverage";
import { levelReachOf } from "~/domain/management/level-reach";
import { MONTHS_BACK, periodEnds } from "~/domain/management/periods";
import { daysToAnswer, medianOf, responseOf } from "~/domain/management/supplier-response";
import { daysAgo, daysAhead, TIME_SPANS } from "~/domain/management/time-spans";
import { flatVector } from "~/domain/security-level/security-level";
import { addDays } from "~/domain/shared/iso-date";

test.each([
  [{ hasTarget: false, isAccepted: true, placed: 3, decided: 3 }, "no-target"],
  [{ hasTarget: true, isAccepted: false, placed: 3, decided: 3 }, "target-not-accepted"],
  [{ hasTarget: true, isAccepted: true, placed: 0, decided: 0 }, "nothing-placed"],
  [{ hasTarget: true, isAccepted: true, placed: 3, decided: 0 }, "undecided"],
  [{ hasTarget: true, isAccepted: true, placed: 3, decided: 2 }, "partly"],
  [{ hasTarget: true, isAccepted: true, placed: 3, decided: 3 }, "decided"],
] as const)("%o is %s", (zone, coverage) => {
  expect(coverageOf(zone)).toBe(coverage);
});

test("counts by key hold every entry once and keys without any as 0", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...COVERAGES, null)), (keys) => {
      const counts = countBy(COVERAGES, keys, (key) => key);
      expect(counts.map(({ key }) => key)).toEqual(COVERAGES);
      for (const { key, count } of counts) expect(count).toBe(keys.filter((one) => one === key).length);
    }),
  );
});

test("a level that nobody can show is not reached, and a known gap decides at once", () => {
  const slTarget = { ...flatVector(2), RA: 0 as const };
  const of = (slAchieved: 1 | 2 | 3 | null, unknown: number) =>
    (["IAC", "RA"] as const).map((fr) =>
      levelReachOf({ slTarget, slAchieved: slAchieved && flatVector(slAchieved), unknown }, fr),
    );
  expect(of(null, 0)).toEqual(["nothing-placed", "nothing-placed"]);
  expect(of(null, 1)).toEqual(["unknown", "reached"]);
  expect(of(1, 1)).toEqual(["short", "reached"]);
  expect(of(2, 1)).toEqual(["unknown", "reached"]);
  expect(of(2, 0)).toEqual(["reached", "reached"]);
  expect(of(3, 0)).toEqual(["reached", "reached"]);
});

test("periods end on the last days of months or quarters, and today", () => {
  expect(periodEnds("2026-11-23", "month", "2026-08-15")).toEqual([
    ...["2026-08-31", "2026-09-30", "2026-10-31", "2026-11-23"],
  ]);
  expect(periodEnds("2026-11-23", "quarter", "2026-01-01")).toEqual([
    ...["2026-03-31", "2026-06-30", "2026-09-30", "2026-11-23"],
  ]);
  expect(periodEnds("2026-11-01", "month", "2027-01-01")).toEqual(["2026-11-01"]);
  expect(periodEnds("2026-11-23", "month", "2000-01-01")).toHaveLength(MONTHS_BACK + 1);
  expect(periodEnds("2026-11-23", "quarter", "2000-01-01").at(0)).toBe("2024-12-31");
});

test("every day from today on, and every day before, is in exactly one span", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (days) => {
      const isWithin = (day: string, { from, to }: { from?: string; to?: string }) =>
        (from === undefined || from <= day) && (to === undefined || day <= to);
      const ago = TIME_SPANS.filter((span) =>
        isWithin(addDays("2026-11-23", -days), daysAgo(span, "2026-11-23")),
      );
      const ahead = TIME_SPANS.filter((span) =>
        isWithin(addDays("2026-11-23", days), daysAhead(span, "2026-11-23")),
      );
      expect(ago).toHaveLength(1);
      expect(ahead).toEqual(ago);
    }),
  );
});

test("an answer on the due day is on time, and what was taken back counts for nothing", () => {
  const asked = { askedOn: "2026-10-01", dueOn: "2026-11-01" };
  const of = (state: Parameters<typeof responseOf>[0]["state"], answeredOn: string | null, today: string) =>
    responseOf({ ...asked, state, answeredOn }, today);
  expect(of("sent", null, "2026-11-01")).toBe("waiting");
  expect(of("accepted", null, "2026-11-02")).toBe("overdue");
  expect(of("declared", "2026-11-01", "2026-12-01")).toBe("on-time");
  expect(of("decided", "2026-11-02", "2026-12-01")).toBe("late");
  expect(of("declined", null, "2026-12-01")).toBe("declined");
  expect(of("withdrawn", null, "2026-12-01")).toBeNull();
  expect(daysToAnswer({ ...asked, state: "decided", answeredOn: "2026-11-02" })).toBe(32);
  expect(daysToAnswer({ ...asked, state: "sent", answeredOn: null })).toBeNull();
});

test("the median has as many numbers above as below", () => {
  expect([medianOf([]), medianOf([7]), medianOf([10, 2]), medianOf([9, 1, 5])]).toEqual([null, 7, 6, 5]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (numbers) => {
      const median = medianOf(numbers) ?? Number.NaN;
      const below = numbers.filter((one) => one < median).length;
      const above = numbers.filter((one) => one > median).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(numbers.length / 2);
    }),
  );
});
