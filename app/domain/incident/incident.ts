import { z } from "zod";
import type { ReportingEventKind } from "../notice/reporting-clock";
import { type IsoDate, IsoDateSchema } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import { lineOfText, optionalLineOfText, textBlock } from "../shared/text";

/** `ended`: the incident is over, its record is not: the final report may still be owed. */
export const INCIDENT_STATES = ["open", "ended", "closed"] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

/** What a hospital writes down of an incident, each once or corrected by a later entry. */
export const INCIDENT_STEPS = [
  "detected",
  "aware",
  "significant",
  "not-significant",
  "early-warning",
  "authority-answer",
  "notification",
  "breach-notification",
  "ended",
  "final-report",
  "closed",
  "reopened",
] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

/** From which states a step can be written down, and where the record stands after it; null = where it stood. */
export const INCIDENT_TRANSITIONS: Readonly<
  Record<IncidentStep, { from: ReadonlyArray<IncidentState>; to: IncidentState | null }>
> = {
  detected: { from: ["open", "ended"], to: null },
  aware: { from: ["open", "ended"], to: null },
  significant: { from: ["open", "ended"], to: null },
  "not-significant": { from: ["open", "ended"], to: null },
  "early-warning": { from: ["open", "ended"], to: null },
  "authority-answer": { from: ["open", "ended"], to: null },
  notification: { from: ["open", "ended"], to: null },
  "breach-notification": { from: ["open", "ended"], to: null },
  ended: { from: ["open"], to: "ended" },
  "final-report": { from: ["open", "ended"], to: null },
  closed: { from: ["open", "ended"], to: "closed" },
  reopened: { from: ["ended", "closed"], to: "open" },
};

/** Steps that start, stop or decide on a clock; closing a record does not. */
export function isReportingStep(step: IncidentStep): step is IncidentStep & ReportingEventKind {
  return step !== "closed" && step !== "reopened";
}

export type IncidentRefusal =
  | { code: "not-in-this-state"; step: IncidentStep; state: IncidentState }
  /** Nothing is written down before it has happened. */
  | { code: "in-the-future" }
  /** Nothing but awareness and detection themselves comes before the incident was detected. */
  | { code: "before-detection" };

/** The state after a step, or why it cannot be written down. */
export function recordStep(
  { state, detectedAt }: { state: IncidentState; detectedAt: Date },
  step: IncidentStep,
  { happenedAt, now }: { happenedAt: Date; now: Date },
): Result<IncidentState, IncidentRefusal> {
  const { from, to } = INCIDENT_TRANSITIONS[step];
  if (!from.includes(state)) return refuse({ code: "not-in-this-state", step, state });
  if (happenedAt > now) return refuse({ code: "in-the-future" });
  if (step !== "detected" && step !== "aware" && happenedAt < detectedAt)
    return refuse({ code: "before-detection" });
  return accept(to ?? state);
}

/** The steps that can be written down now, in their order. */
export function allowedSteps(state: IncidentState): ReadonlyArray<IncidentStep> {
  return INCIDENT_STEPS.filter((step) => INCIDENT_TRANSITIONS[step].from.includes(state));
}

export const IncidentFieldsSchema = z.strictObject({
  title: lineOfText(200),
  /** What happened, and what it means for care. */
  description: textBlock(8000),
  /** Then GDPR art. 33 has a clock of its own. */
  involvesPersonalData: z.boolean(),
});
export type IncidentFields = z.output<typeof IncidentFieldsSchema>;

/** Something done about it. */
export const IncidentMeasureSchema = z.strictObject({
  text: lineOfText(500),
  owner: optionalLineOfText(200),
  dueOn: z.union([z.literal("").transform(() => null), IsoDateSchema, z.null()], "invalid-date"),
});

/** From the day after the due date, while it is not done. */
export function isMeasureOverdue(
  { dueOn, doneAt }: { dueOn: IsoDate | null; doneAt: Date | null },
  asOf: IsoDate,
): boolean {
  return doneAt === null && dueOn !== null && dueOn < asOf;
}

/** Clocks of the catalogue by whom and what they bind; all of them show, the hospital says which hold for it. */
export function clockIdsOfIncident({
  involvesPersonalData,
}: Pick<IncidentFields, "involvesPersonalData">): ReadonlyArray<string> {
  const always = ["nis2-significant-incident", "zokb-incident"];
  return involvesPersonalData ? [...always, "gdpr-personal-data-breach"] : always;
}
