import type { Confidence } from "../requirement/component-requirement";
import { addMonths, toIsoDate } from "../shared/iso-date";

/** What is written down of a case with the moment it happened; each starts, stops or decides on a clock. */
export const REPORTING_EVENTS = [
  "aware",
  "detected",
  "significant",
  "not-significant",
  "measure-available",
  "early-warning",
  "authority-answer",
  "notification",
  "breach-notification",
  "ended",
  "final-report",
] as const;
export type ReportingEventKind = (typeof REPORTING_EVENTS)[number];

export type ReportingEvent = { kind: ReportingEventKind; happenedAt: Date };

type ClockStart =
  | "awareness"
  | "detection"
  | "measure-available"
  | "notification"
  | "first-report"
  | "notification-or-end-of-incident";

/** A reporting clock as the catalogue has it. */
export type ClockRow = {
  id: string;
  /** Law with article: `CRA Art. 14(2)`. */
  regime: string;
  steps: ReadonlyArray<{
    name: string;
    amount: number;
    unit: "hours" | "days" | "months";
    from: ClockStart;
    /** The authority answers; nobody here has to report. */
    incoming?: true | undefined;
  }>;
  confidence: Confidence;
};

/** The step of the catalogue and what is written down once it is done. */
const DONE_BY: Readonly<Record<string, ReportingEventKind>> = {
  "early warning": "early-warning",
  "first report": "early-warning",
  "authority statement": "authority-answer",
  notification: "notification",
  "notification (significant impact only)": "notification",
  "final report": "final-report",
};

/** A breach of personal data goes to another authority (GDPR art. 33): its notification is an act of its own. */
const BREACH_CLOCK = "gdpr-personal-data-breach";
/** Binds for significant incidents alone, whatever the step (NIS2 art. 23). */
const SIGNIFICANT_ONLY = "nis2-significant-incident";
const SIGNIFICANT_STEP = "notification (significant impact only)";

/**
 * `waiting`: what it runs from has not happened. `undecided`: it runs, but only where the case is significant, which
 * nobody has said. `not-needed`: said not to be significant. `met-late`: done, after it was due.
 */
export const CLOCK_STATES = [
  ...(["waiting", "undecided", "running", "overdue", "met", "met-late", "not-needed"] as const),
];
export type ClockState = (typeof CLOCK_STATES)[number];

export type ClockStanding = {
  clockId: string;
  regime: string;
  confidence: Confidence;
  step: string;
  isIncoming: boolean;
  amount: number;
  unit: ClockRow["steps"][number]["unit"];
  from: ClockStart;
  state: ClockState;
  startedAt: Date | null;
  /** Also where it is undecided: the time does not stop while nobody decides. */
  dueAt: Date | null;
  doneAt: Date | null;
  /** Milliseconds until it is due, negative once that has passed; null where it does not run any more or not yet. */
  remaining: number | null;
};

/**
 * Where every step of these clocks stands. Of a kind of event that is written down twice the later entry holds, so that a
 * correction never removes what stood before it.
 *
 * @param events in the order in which they were written down
 */
export function clocksOf(
  rows: ReadonlyArray<ClockRow>,
  events: ReadonlyArray<ReportingEvent>,
  now: Date,
): ReadonlyArray<ClockStanding> {
  const moments = new Map(events.map(({ kind, happenedAt }) => [kind, happenedAt]));
  const decided = events.findLast(({ kind }) => kind === "significant" || kind === "not-significant")?.kind;
  return rows.flatMap((row) =>
    row.steps.flatMap((step): ReadonlyArray<ClockStanding> => {
      const doneBy = row.id === BREACH_CLOCK ? "breach-notification" : DONE_BY[step.name];
      if (!doneBy) return [];
      const startedAt = startOf(step.from, moments);
      const dueAt = startedAt && dueAfter(startedAt, step.amount, step.unit);
      const doneAt = moments.get(doneBy) ?? null;
      const asksSignificance = row.id === SIGNIFICANT_ONLY || step.name === SIGNIFICANT_STEP;
      const state = stateOf({ dueAt, doneAt, now, decided: asksSignificance ? decided : "significant" });
      const isRunning = state === "running" || state === "overdue" || state === "undecided";
      return [
        {
          ...{ clockId: row.id, regime: row.regime, confidence: row.confidence, step: step.name },
          ...{ isIncoming: step.incoming === true, amount: step.amount, unit: step.unit, from: step.from },
          ...{ state, startedAt, dueAt, doneAt },
          remaining: isRunning && dueAt ? dueAt.getTime() - now.getTime() : null,
        },
      ];
    }),
  );
}

/** The step that is due first of those that run, or undefined. What the authority has to do is not among them. */
export function nextDue(standings: ReadonlyArray<ClockStanding>): ClockStanding | undefined {
  return standings
    .filter(({ remaining, isIncoming }) => remaining !== null && !isIncoming)
    .toSorted((a, b) => (a.remaining ?? 0) - (b.remaining ?? 0))[0];
}

/**
 * The moment a period ends. Hours and days are counted as such; a month later is the same time on the same day of the next
 * month in UTC, its last day where it is too short.
 */
export function dueAfter(start: Date, amount: number, unit: ClockRow["steps"][number]["unit"]): Date {
  if (unit === "months") {
    const day = addMonths(toIsoDate(start), amount);
    return new Date(`${day}${start.toISOString().slice(10)}`);
  }
  return new Date(start.getTime() + amount * (unit === "hours" ? 3_600_000 : 86_400_000));
}

/** Whoever detects something is aware of it: where only one of both is written down, it stands for the other. */
function startOf(from: ClockStart, moments: ReadonlyMap<ReportingEventKind, Date>): Date | null {
  const at = (kind: ReportingEventKind) => moments.get(kind) ?? null;
  switch (from) {
    case "awareness":
      return at("aware") ?? at("detected");
    case "detection":
      return at("detected") ?? at("aware");
    case "measure-available":
      return at("measure-available");
    case "notification":
      return at("notification");
    case "first-report":
      return at("early-warning");
    case "notification-or-end-of-incident":
      return at("notification") ?? at("ended");
  }
}

function stateOf({
  dueAt,
  doneAt,
  now,
  decided,
}: {
  dueAt: Date | null;
  doneAt: Date | null;
  now: Date;
  decided: ReportingEventKind | undefined;
}): ClockState {
  if (doneAt) return dueAt && doneAt > dueAt ? "met-late" : "met";
  if (decided === "not-significant") return "not-needed";
  if (!dueAt) return "waiting";
  if (decided === undefined) return "undecided";
  return now > dueAt ? "overdue" : "running";
}
