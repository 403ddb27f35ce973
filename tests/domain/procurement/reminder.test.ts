import fc from "fast-check";
import { expect, test } from "vitest";
import { dueReminder, REMINDERS, type Reminder } from "~/domain/procurement/reminder";
import { REQUEST_STATES } from "~/domain/procurement/request";
import { addDays } from "~/domain/shared/iso-date";

const asked = { state: "accepted", dueOn: "2026-12-20", sentOn: "2026-11-22" } as const;

test.each([
  ["2026-12-12", null],
  ["2026-12-13", "week-before"],
  ["2026-12-18", "week-before"],
  ["2026-12-19", "day-before"],
  ["2026-12-20", "day-before"],
  ["2026-12-21", "overdue"],
  ["2027-06-01", "overdue"],
] as const)("on %s the reminder %s is due", (today, reminder) => {
  expect(dueReminder(asked, [], today)).toBe(reminder);
});

test("each goes out once, and one that was slept through is not made up for", () => {
  expect(dueReminder(asked, ["week-before"], "2026-12-14")).toBeNull();
  expect(dueReminder(asked, [], "2026-12-20")).toBe("day-before");
  expect(dueReminder(asked, ["overdue"], "2027-01-20")).toBeNull();
});

test("a request that leaves less than a week is a reminder of its own", () => {
  const short = { ...asked, sentOn: "2026-12-15" };
  expect(dueReminder(short, [], "2026-12-16")).toBeNull();
  expect(dueReminder(short, [], "2026-12-19")).toBe("day-before");
  expect(dueReminder({ ...asked, sentOn: "2026-12-20" }, [], "2026-12-20")).toBeNull();
  expect(dueReminder({ ...asked, sentOn: "2026-12-20" }, [], "2026-12-21")).toBe("overdue");
});

test.each(REQUEST_STATES)(
  "a request that is %s is reminded of only while it waits for the supplier",
  (state) => {
    const isWaiting = state === "sent" || state === "accepted";
    expect(dueReminder({ ...asked, state }, [], "2026-12-21")).toBe(isWaiting ? "overdue" : null);
  },
);

test("whatever the days, a request is reminded of at most three times and never twice the same way", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.array(fc.boolean(), { minLength: 90, maxLength: 90 }),
      (ahead, awake) => {
        const dueOn = addDays(asked.sentOn, ahead);
        const sent: Array<Reminder> = [];
        awake.forEach((isAwake, day) => {
          const reminder = isAwake
            ? dueReminder({ ...asked, dueOn }, sent, addDays(asked.sentOn, day))
            : null;
          if (reminder) sent.push(reminder);
        });
        expect(sent).toEqual(REMINDERS.filter((reminder) => sent.includes(reminder)));
      },
    ),
  );
});
