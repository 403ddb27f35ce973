import fc from "fast-check";
import { expect, test } from "vitest";
import { reminderOf } from "~/domain/notice/clock-reminder";
import { CLOCK_STATES, type ClockStanding } from "~/domain/notice/reporting-clock";

const HOUR_MS = 3_600_000;
const started = new Date("2026-11-20T10:00:00Z");

/** A clock of 24 hours, so many hours after its beginning. */
function after(hours: number, more: Partial<ClockStanding> = {}): ClockStanding {
  const dueAt = new Date(started.getTime() + 24 * HOUR_MS);
  return {
    ...{ clockId: "nis2", regime: "NIS2 Art. 23", confidence: "cross-checked", step: "early warning" },
    ...{ isIncoming: false, amount: 24, unit: "hours", from: "awareness", doneAt: null },
    ...{ state: hours > 24 ? "overdue" : "running", startedAt: started, dueAt },
    remaining: (24 - hours) * HOUR_MS,
    ...more,
  };
}

test("a quarter before the end and after it, each for as long as it holds", () => {
  const told = [0, 17.9, 18, 23.9, 24, 24.1, 24 + 7 * 24, 24 + 7 * 24 + 0.1].map((hours) =>
    reminderOf(after(hours)),
  );
  expect(told).toEqual([
    ...[null, null, "quarter-left", "quarter-left", "quarter-left"],
    ...["overdue", "overdue", null],
  ]);
});

test("what nobody has assessed yet runs too; what has stopped, waits or is the authority's is told of to nobody", () => {
  for (const state of CLOCK_STATES) {
    const remaining = ["running", "overdue", "undecided"].includes(state) ? HOUR_MS : null;
    const expected = remaining === null ? null : "quarter-left";
    expect([state, reminderOf(after(23, { state, remaining }))]).toEqual([state, expected]);
  }
  expect(reminderOf(after(23, { isIncoming: true }))).toBe(null);
  expect(reminderOf(after(23, { startedAt: null }))).toBe(null);
});

test("as time goes on the order is nothing, a quarter left, overdue, nothing, and never back", () => {
  const place = [null, "quarter-left", "overdue", null] as const;
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 2 }), (hours) => {
      let at = 0;
      for (const hour of hours.toSorted((a, b) => a - b)) {
        const told = reminderOf(after(hour));
        while (at < place.length && place[at] !== told) at += 1;
        expect(at).toBeLessThan(place.length);
      }
    }),
  );
});
