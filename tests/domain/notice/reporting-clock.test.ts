import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCatalogue } from "~/catalogue/index.server";
import { clockIdsOfIncident } from "~/domain/incident/incident";
import { clockIdsOfNotice } from "~/domain/notice/notice";
import {
  CLOCK_STATES,
  clocksOf,
  dueAfter,
  nextDue,
  REPORTING_EVENTS,
  type ReportingEvent,
  type ReportingEventKind,
} from "~/domain/notice/reporting-clock";

const ROWS = loadCatalogue().supplements.reportingClocks;
const rowsOf = (...ids: ReadonlyArray<string>) => ROWS.filter(({ id }) => ids.includes(id));
const START = Date.parse("2026-11-01T08:00:00.000Z");
const at = (hours: number) => new Date(START + hours * 3_600_000);
const event = (kind: ReportingEventKind, hours: number): ReportingEvent => ({ kind, happenedAt: at(hours) });

function standing(id: string, step: string, events: ReadonlyArray<ReportingEvent>, now: number) {
  const found = clocksOf(rowsOf(id), events, at(now)).find((one) => one.step === step);
  if (!found) throw new Error(`${id} has no step ${step}`);
  return found;
}

const CRA = "cra-exploited-vulnerability";
const NIS2 = "nis2-significant-incident";
const ZOKB = "zokb-incident";

test.each<[string, string, string, ReadonlyArray<ReportingEvent>, number, object]>([
  ["nobody knows of it yet", CRA, "early warning", [], 0, { state: "waiting", dueAt: null, remaining: null }],
  [
    "a day runs from awareness",
    CRA,
    "early warning",
    [event("aware", 0)],
    20,
    { state: "running", dueAt: at(24), remaining: 4 * 3_600_000 },
  ],
  [
    "to the very moment it is in time",
    CRA,
    "early warning",
    [event("aware", 0)],
    24,
    { state: "running", remaining: 0 },
  ],
  [
    "then it is overdue",
    CRA,
    "early warning",
    [event("aware", 0)],
    25,
    { state: "overdue", remaining: -3_600_000 },
  ],
  [
    "done in time",
    CRA,
    "early warning",
    [event("aware", 0), event("early-warning", 24)],
    90,
    { state: "met", doneAt: at(24), remaining: null },
  ],
  [
    "done late",
    CRA,
    "early warning",
    [event("aware", 0), event("early-warning", 25)],
    90,
    { state: "met-late" },
  ],
  [
    "three days for the notification",
    CRA,
    "notification",
    [event("aware", 0)],
    1,
    { state: "running", dueAt: at(72) },
  ],
  [
    "the final report waits for a measure",
    CRA,
    "final report",
    [event("aware", 0)],
    999,
    { state: "waiting" },
  ],
  [
    "fourteen days after it",
    CRA,
    "final report",
    [event("aware", 0), event("measure-available", 100)],
    101,
    { dueAt: at(100 + 14 * 24) },
  ],
  [
    "a month after the notification of a severe incident",
    "cra-severe-incident",
    "final report",
    [event("notification", 0)],
    1,
    { dueAt: new Date("2026-12-01T08:00:00.000Z") },
  ],
  [
    "undecided while nobody has assessed it",
    NIS2,
    "early warning",
    [event("detected", 0)],
    1,
    { state: "undecided", dueAt: at(24), remaining: 23 * 3_600_000 },
  ],
  [
    "significant: it runs",
    NIS2,
    "early warning",
    [event("detected", 0), event("significant", 5)],
    6,
    { state: "running", dueAt: at(24) },
  ],
  [
    "not significant: nothing is owed",
    NIS2,
    "notification",
    [event("detected", 0), event("not-significant", 5)],
    99,
    { state: "not-needed", remaining: null },
  ],
  [
    "assessed again: the later word holds",
    NIS2,
    "notification",
    [event("detected", 0), event("not-significant", 5), event("significant", 9)],
    10,
    { state: "running" },
  ],
  [
    "Czech law: the first report is owed whatever the impact",
    ZOKB,
    "first report",
    [event("detected", 0), event("not-significant", 1)],
    2,
    { state: "running", dueAt: at(24) },
  ],
  [
    "Czech law: the notification only where it is significant",
    ZOKB,
    "notification (significant impact only)",
    [event("detected", 0), event("not-significant", 1)],
    2,
    { state: "not-needed" },
  ],
  [
    "Czech law: counted from detection, not from awareness",
    ZOKB,
    "first report",
    [event("detected", 0), event("aware", 6)],
    2,
    { dueAt: at(24) },
  ],
  [
    "Czech law: thirty days after the notification",
    ZOKB,
    "final report",
    [event("notification", 0), event("ended", 50)],
    60,
    { dueAt: at(30 * 24) },
  ],
  [
    "Czech law: after its end where nothing was notified",
    ZOKB,
    "final report",
    [event("ended", 50)],
    60,
    { dueAt: at(50 + 30 * 24) },
  ],
  [
    "the authority answers the first report",
    ZOKB,
    "authority statement",
    [event("early-warning", 3)],
    4,
    { state: "running", isIncoming: true, dueAt: at(27) },
  ],
  [
    "a breach of personal data is notified apart",
    "gdpr-personal-data-breach",
    "notification",
    [event("aware", 0), event("notification", 5)],
    6,
    { state: "running", dueAt: at(72) },
  ],
])("a clock: %s", (_, id, step, events, now, expected) => {
  expect(standing(id, step, events, now)).toMatchObject(expected);
});

test("a moment that is corrected moves every clock, and the order of other entries does not matter", () => {
  const corrected = [event("aware", 10), event("early-warning", 30), event("aware", 4)];
  expect(standing(CRA, "early warning", corrected, 40)).toMatchObject({ state: "met-late", dueAt: at(28) });
});

test("each clock of a notice or an incident is in the catalogue with article and confidence, every step of it read", () => {
  const ids = [
    ...clockIdsOfNotice("exploited-vulnerability"),
    ...clockIdsOfNotice("severe-incident"),
    ...clockIdsOfIncident({ involvesPersonalData: true }),
  ];
  expect(clockIdsOfNotice("advisory")).toEqual([]);
  for (const id of ids) {
    const rows = rowsOf(id);
    expect(rows).toHaveLength(1);
    expect(clocksOf(rows, [], at(0))).toHaveLength(rows[0]?.steps.length ?? -1);
  }
  expect(clocksOf(rowsOf(ZOKB), [], at(0)).every(({ confidence }) => confidence === "single-source")).toBe(
    true,
  );
});

test("a month later is the same time, on the last day of a month that is too short", () => {
  expect(dueAfter(new Date("2027-01-31T23:30:00.000Z"), 1, "months").toISOString()).toBe(
    "2027-02-28T23:30:00.000Z",
  );
});

const someEvents = fc.array(
  fc.record({
    kind: fc.constantFrom(...REPORTING_EVENTS),
    happenedAt: fc.integer({ min: 0, max: 2000 }).map(at),
  }),
  { maxLength: 12 },
);

test("whatever has happened: done is never overdue, what is overdue stays so until it is done, what runs has a due time", () => {
  fc.assert(
    fc.property(someEvents, fc.nat(3000), fc.nat(3000), (events, now, later) => {
      const before = clocksOf(ROWS, events, at(now));
      const after = clocksOf(ROWS, events, at(now + later));
      for (const [index, clock] of before.entries()) {
        expect(CLOCK_STATES).toContain(clock.state);
        if (clock.doneAt) expect(["met", "met-late"]).toContain(clock.state);
        expect(clock.remaining !== null).toBe(["running", "overdue", "undecided"].includes(clock.state));
        if (clock.state === "overdue") expect(after[index]?.state).toBe("overdue");
        if (clock.state !== "running" && clock.state !== "overdue")
          expect(after[index]?.state).toBe(clock.state);
      }
      const next = nextDue(before);
      for (const { remaining, isIncoming } of before)
        if (remaining !== null && !isIncoming) expect(next?.remaining).toBeLessThanOrEqual(remaining);
    }),
  );
});
