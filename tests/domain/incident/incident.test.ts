import { expect, test } from "vitest";
import {
  allowedSteps,
  INCIDENT_STATES,
  INCIDENT_STEPS,
  type IncidentState,
  type IncidentStep,
  isMeasureOverdue,
  isReportingStep,
  recordStep,
} from "~/domain/incident/incident";
import { REPORTING_EVENTS } from "~/domain/notice/reporting-clock";

const detectedAt = new Date("2026-11-01T08:00:00.000Z");
const now = new Date("2026-11-03T08:00:00.000Z");
const then = new Date("2026-11-02T08:00:00.000Z");

/** What moves the record; every other step leaves it where it stands. */
const MOVES: Readonly<Record<IncidentState, Partial<Record<IncidentStep, IncidentState | null>>>> = {
  open: { ended: "ended", closed: "closed", reopened: null },
  ended: { ended: null, closed: "closed", reopened: "open" },
  closed: { ...Object.fromEntries(INCIDENT_STEPS.map((step) => [step, null])), reopened: "open" },
};

test.each(INCIDENT_STATES.flatMap((state) => INCIDENT_STEPS.map((step) => [state, step] as const)))(
  "an incident that is %s: %s",
  (state, step) => {
    const moved = MOVES[state][step];
    const to = moved === undefined ? state : moved;
    expect(recordStep({ state, detectedAt }, step, { happenedAt: then, now })).toEqual(
      to ? { ok: true, value: to } : { ok: false, refusal: { code: "not-in-this-state", step, state } },
    );
    expect(allowedSteps(state).includes(step)).toBe(to !== null);
  },
);

test("nothing is written down before it has happened, and no report comes before the detection", () => {
  const at = (step: IncidentStep, happenedAt: Date) =>
    recordStep({ state: "open", detectedAt }, step, { happenedAt, now });
  expect(at("early-warning", new Date(now.getTime() + 1))).toEqual({
    ok: false,
    refusal: { code: "in-the-future" },
  });
  expect(at("early-warning", now).ok).toBe(true);
  const before = new Date(detectedAt.getTime() - 1);
  expect(at("notification", before)).toEqual({ ok: false, refusal: { code: "before-detection" } });
  expect(at("detected", before).ok).toBe(true);
  expect(at("aware", before).ok).toBe(true);
});

test("every step but closing and reopening is one that a clock may ask for", () => {
  const reporting: ReadonlyArray<string> = REPORTING_EVENTS;
  for (const step of INCIDENT_STEPS) expect(isReportingStep(step)).toBe(reporting.includes(step));
});

test.each([
  ["without a day", null, null, false],
  ["on its day", "2026-11-22", null, false],
  ["the day after", "2026-11-21", null, true],
  ["the day after, done", "2026-11-21", then, false],
])("a measure %s", (_, dueOn, doneAt, expected) => {
  expect(isMeasureOverdue({ dueOn, doneAt }, "2026-11-22")).toBe(expected);
});
