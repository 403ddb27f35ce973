import fc from "fast-check";
import { expect, test } from "vitest";
import { CALENDAR_KIND_NAMES, type CalendarEntry, stageOn } from "~/domain/procurement/calendar";
import {
  calendarReminders,
  concernedBy,
  reminderKey,
  type Told,
} from "~/domain/procurement/calendar-reminder";
import { addDays } from "~/domain/shared/iso-date";

const member = (personId: string, ...roles: ReadonlyArray<string>): Told => ({
  ...{ personId, name: `Name ${personId}`, email: `${personId}@x.test`, roles },
});
const MEMBERS = [
  member("buyer", "procurement-officer"),
  member("lead", "security-lead"),
  member("both", "procurement-officer", "security-lead"),
  member("root", "administrator"),
];

function anEntry(overrides: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    ...{ key: "condition:1", kind: "condition", endsOn: "2026-12-20", name: "Segment the port" },
    ...{ product: "Pump 1.0", places: ["Imaging"], isReliedOn: true },
    ...{ owner: { name: "Network team", personId: null }, changedAt: "2026-11-01T10:00:00.000Z" },
    subject: { to: "decision", decisionId: "d" },
    ...overrides,
  };
}
const told = (entry: CalendarEntry, members: ReadonlyArray<Told> = MEMBERS) =>
  concernedBy(entry, members).map(({ personId }) => personId);

test("an owner who is a member by name or address is told alone, else the roles, else the administrators", () => {
  expect(told(anEntry())).toEqual(["buyer", "both"]);
  expect(told(anEntry({ owner: { name: "name LEAD", personId: null } }))).toEqual(["lead"]);
  expect(told(anEntry({ owner: { name: " Root@x.test ", personId: null } }))).toEqual(["root"]);
  expect(told(anEntry({ kind: "exception", owner: { name: "", personId: "buyer" } }))).toEqual(["buyer"]);
  expect(told(anEntry({ kind: "exception", owner: { name: "", personId: "gone" } }))).toEqual([
    "lead",
    "both",
  ]);
  // A supplier that is called like somebody here is no owner.
  expect(told(anEntry({ kind: "evidence", owner: { name: "Name root", personId: null } }))).toEqual([
    "buyer",
    "both",
  ]);
  expect(told(anEntry(), [member("root", "administrator"), member("auditor", "auditor")])).toEqual(["root"]);
  expect(told(anEntry(), [])).toEqual([]);
});

test.each([
  ["2026-11-19", null],
  ["2026-11-20", "month"],
  ["2026-12-13", "week"],
  ["2026-12-19", "day"],
  ["2026-12-20", "today"],
  ["2026-12-21", "overdue"],
])("on %s the stage %s is told", (today, stage) => {
  const [first] = calendarReminders([anEntry()], MEMBERS, today);
  expect(first?.stage ?? null).toBe(stage);
});

test("nobody is told of what is only shared, nor on the day on which it was written", () => {
  expect(calendarReminders([anEntry({ isReliedOn: false })], MEMBERS, "2026-12-21")).toEqual([]);
  const fresh = anEntry({ changedAt: "2026-12-13T23:59:59.000Z" });
  expect(calendarReminders([fresh], MEMBERS, "2026-12-13")).toEqual([]);
  expect(calendarReminders([fresh], MEMBERS, "2026-12-14")).toHaveLength(2);
});

test("day by day each person is told each stage of an entry once, in order, and again where its day is moved", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CALENDAR_KIND_NAMES),
      fc.integer({ min: 0, max: 1500 }),
      fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
      (kind, after, awake) => {
        const endsOn = addDays("2026-12-20", after);
        const entry = anEntry({ kind, endsOn });
        const sent = new Set<string>();
        const stages: Array<string> = [];
        awake.forEach((isAwake, index) => {
          const today = addDays(endsOn, index - 45);
          if (!isAwake) return;
          for (const reminder of calendarReminders([entry], MEMBERS, today)) {
            expect(reminder.stage).toBe(stageOn(endsOn, today));
            if (sent.has(reminderKey(reminder))) continue;
            sent.add(reminderKey(reminder));
            if (reminder.personId === "both") stages.push(reminder.stage);
          }
        });
        expect(new Set(stages).size).toBe(stages.length);
        const [one] = calendarReminders(
          [{ ...entry, endsOn: addDays(endsOn, 1) }],
          MEMBERS,
          addDays(endsOn, 2),
        );
        expect(one && sent.has(reminderKey(one))).toBe(false);
      },
    ),
  );
});
