import fc from "fast-check";
import { expect, test } from "vitest";
import { HOSPITAL_ROLES } from "~/domain/access/role";
import {
  CALENDAR_KIND_NAMES,
  CALENDAR_KINDS,
  CALENDAR_STAGES,
  type CalendarEntry,
  daysLeft,
  inOrder,
  isMonth,
  shiftMonth,
  stageOn,
  weeksOf,
} from "~/domain/procurement/calendar";
import { addDays, addMonths } from "~/domain/shared/iso-date";

test.each([
  ["2026-12-20", "2026-11-19", null],
  ["2026-12-20", "2026-11-20", "month"],
  ["2026-12-20", "2026-12-12", "month"],
  ["2026-12-20", "2026-12-13", "week"],
  ["2026-12-20", "2026-12-18", "week"],
  ["2026-12-20", "2026-12-19", "day"],
  ["2026-12-20", "2026-12-20", "today"],
  ["2026-12-20", "2026-12-21", "overdue"],
  ["2026-12-20", "2030-01-01", "overdue"],
  // The month before is shorter: its last day.
  ["2026-03-31", "2026-02-27", null],
  ["2026-03-31", "2026-02-28", "month"],
  ["2028-03-31", "2028-02-28", null],
  ["2028-03-31", "2028-02-29", "month"],
  ["2026-12-31", "2026-11-29", null],
  ["2026-12-31", "2026-11-30", "month"],
  // A leap day, and the day after one.
  ["2028-02-29", "2028-01-28", null],
  ["2028-02-29", "2028-01-29", "month"],
  ["2028-02-29", "2028-02-22", "week"],
  ["2028-02-29", "2028-02-28", "day"],
  ["2028-02-29", "2028-03-01", "overdue"],
  ["2028-03-01", "2028-02-29", "day"],
  ["2027-03-01", "2027-02-28", "day"],
  // Over the end of a year.
  ["2027-01-01", "2026-12-01", "month"],
  ["2027-01-01", "2026-12-31", "day"],
  ["2027-01-01", "2026-12-25", "week"],
] as const)("what ends on %s is on %s at the stage %s", (endsOn, asOf, stage) => {
  expect(stageOn(endsOn, asOf)).toBe(stage);
});

const aDay = () =>
  fc
    .date({ min: new Date("0100-01-01"), max: new Date("9990-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

test("stages only ever move on as days pass, and each has its day", () => {
  fc.assert(
    fc.property(aDay(), (endsOn) => {
      const seen = Array.from({ length: 42 }, (_, index) => stageOn(endsOn, addDays(endsOn, index - 40)));
      const ranks = seen.map((stage) => (stage === null ? -1 : CALENDAR_STAGES.indexOf(stage)));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(new Set(seen)).toEqual(new Set([null, ...CALENDAR_STAGES]));
      expect(daysLeft(endsOn, addDays(endsOn, -40))).toBe(40);
    }),
  );
});

test("a month on is the same day or the last of a shorter month", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  expect(addMonths("2026-03-15", -3)).toBe("2025-12-15");
  expect(addMonths("0099-12-31", 2)).toBe("0100-02-28");
  expect(addMonths("0001-01-31", -1)).toBe("0001-01-31");
  expect(addMonths("9999-12-31", 1)).toBe("9999-12-31");
  fc.assert(
    fc.property(aDay(), fc.integer({ min: -500, max: 500 }), (day, months) => {
      const moved = addMonths(day, months);
      expect(new Date(moved).toISOString().slice(0, 10)).toBe(moved);
      expect(moved.slice(8) <= day.slice(8)).toBe(true);
      if (moved.slice(8) !== day.slice(8)) expect(addDays(moved, 1).slice(8)).toBe("01");
    }),
  );
});

test("a month is laid out in weeks from Monday to Sunday, every day once", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
  expect(weeks.at(-1)).toEqual(["2026-11-30", null, null, null, null, null, null]);
  expect(weeksOf("2027-02")).toHaveLength(4);
  expect(weeksOf("2028-02").flat()).toContain("2028-02-29");
  fc.assert(
    fc.property(aDay(), (day) => {
      const cells = weeksOf(day.slice(0, 7)).flat();
      const days = cells.filter((cell) => cell !== null);
      expect(cells).toContain(day);
      expect(new Set(days).size).toBe(days.length);
      cells.forEach((cell, index) => {
        if (cell !== null) expect((new Date(cell).getUTCDay() + 6) % 7).toBe(index % 7);
      });
      const last = days.at(-1) ?? "";
      expect(addDays(last, 1).slice(8)).toBe("01");
    }),
  );
});

test("months are read strictly and shifted over years", () => {
  expect(["2026-11", "0001-01", "9999-12"].map(isMonth)).toEqual([true, true, true]);
  expect(["2026-13", "2026-1", "0000-01", "2026-11-01", ""].map(isMonth)).toEqual(Array(5).fill(false));
  expect(shiftMonth("2026-12", 1)).toBe("2027-01");
  expect(shiftMonth("2026-01", -1)).toBe("2025-12");
  expect(shiftMonth("9999-12", 1)).toBe("9999-12");
});

test("entries are in one order, whatever order they came in", () => {
  const entries = (["support", "condition", "evidence"] as const).flatMap((kind) =>
    ["2026-12-02", "2026-12-01"].map(
      (endsOn): CalendarEntry => ({
        ...{ key: `${kind} ${endsOn}`, kind, endsOn, name: "", product: "", places: [], isReliedOn: true },
        ...{ owner: { name: "", personId: null }, changedAt: "2026-11-21T10:00:00.000Z" },
        subject: { to: "decision", decisionId: "d" },
      }),
    ),
  );
  const keys = inOrder(entries).map(({ key }) => key);
  expect(keys).toEqual(
    ["2026-12-01", "2026-12-02"].flatMap((day) =>
      ["condition", "evidence", "support"].map((k) => `${k} ${day}`),
    ),
  );
  expect(inOrder(entries.toReversed()).map(({ key }) => key)).toEqual(keys);
});

test("every kind concerns somebody", () => {
  for (const kind of CALENDAR_KIND_NAMES) {
    const { roles } = CALENDAR_KINDS[kind];
    expect(roles.length).toBeGreaterThan(0);
    for (const role of roles) expect(HOSPITAL_ROLES).toContain(role);
  }
});
