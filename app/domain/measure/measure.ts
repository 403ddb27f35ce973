import { z } from "zod";
import { type IsoDate, IsoDateSchema } from "../shared/iso-date";
import { optionalLineOfText, textBlock } from "../shared/text";

/** In the order in which work goes on. */
export const MEASURE_STATES = ["not-started", "in-progress", "in-place", "not-applicable"] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** Technical: a row of IEC 62443-3-3 that the zone must meet. Organisational: an element of IEC 62443-2-1. */
export const MEASURE_KINDS = ["technical", "organisational"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Maturity of IEC 62443-2-1: 1 initial, 2 managed, 3 defined and practised, 4 improving. */
export const MATURITY_LEVELS = [1, 2, 3, 4] as const;
export type MaturityLevel = (typeof MATURITY_LEVELS)[number];

/** What the hospital has written down of one measure in one place. */
export type MeasureContent = {
  state: MeasureState;
  /** A member of the hospital or anybody else, as written; empty = nobody. */
  owner: string;
  /** Where it can be seen: a text, addresses of documents; empty = nothing. */
  evidence: string;
  dueOn: IsoDate | null;
  /** null = not rated. */
  maturity: MaturityLevel | null;
  /** Why it does not apply; empty for every other state. */
  reason: string;
  note: string;
};
export const MEASURE_FIELD_NAMES = [
  ...(["state", "owner", "evidence", "dueOn", "maturity", "reason", "note"] as const),
];
export type MeasureField = (typeof MEASURE_FIELD_NAMES)[number];

/** What holds where nobody has written anything. */
export const NOTHING_RECORDED: MeasureContent = {
  ...{ state: "not-started", owner: "", evidence: "", dueOn: null, maturity: null, reason: "", note: "" },
};

const Maturity = z
  .union([z.enum(["", "1", "2", "3", "4"]), z.literal(MATURITY_LEVELS), z.null()])
  // One of the four digits by now.
  .transform((level) => (level === "" || level === null ? null : (Number(level) as MaturityLevel)));

/** Lines end alike whether a form or a spreadsheet sent them: else the same text would count as changed. */
const lines = (max: number) => textBlock(max).transform((text) => text.replace(/\r\n?/g, "\n"));

/** Any of the fields, as a form, a file or a script sends them; a field that is absent stays as it is. */
export const MeasureFieldsSchema = z
  .strictObject({
    state: z.enum(MEASURE_STATES),
    owner: optionalLineOfText(200),
    evidence: lines(2000),
    dueOn: z.union([z.literal("").transform(() => null), IsoDateSchema, z.null()], "invalid-date"),
    maturity: Maturity,
    reason: lines(1000),
    note: lines(2000),
  })
  .partial();
export type MeasureFields = z.output<typeof MeasureFieldsSchema>;

/**
 * What is written down once these fields have changed. A reason belongs to a measure that does not apply: with any other
 * state it goes.
 */
export function withFields(content: MeasureContent, fields: MeasureFields): MeasureContent {
  const next = { ...content };
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) Object.assign(next, { [name]: value });
  return next.state === "not-applicable" ? next : { ...next, reason: "" };
}

/** The names of the fields that differ, in their order. */
export function changedFields(before: MeasureContent, after: MeasureContent): ReadonlyArray<MeasureField> {
  return MEASURE_FIELD_NAMES.filter((name) => before[name] !== after[name]);
}

/** True where a measure is said not to apply and nobody says why. */
export function lacksReason({ state, reason }: MeasureContent): boolean {
  return state === "not-applicable" && reason === "";
}

/** Still to be done: neither in place nor without use. */
export function isOpen({ state }: Pick<MeasureContent, "state">): boolean {
  return state === "not-started" || state === "in-progress";
}

/** From the day after the due date, while it is still to be done. */
export function isOverdue(content: Pick<MeasureContent, "state" | "dueOn">, asOf: IsoDate): boolean {
  return isOpen(content) && content.dueOn !== null && content.dueOn < asOf;
}

/** Where what holds for a zone was written down. */
export const MEASURE_ORIGINS = ["here", "hospital", "nowhere"] as const;
export type MeasureOrigin = (typeof MEASURE_ORIGINS)[number];

/**
 * What holds in a place: what was written for it, else, of an organisational measure, what was written once for the whole
 * hospital, else nothing. null = nothing is written there, or what was written has been taken back.
 */
export function effectiveContent(
  kind: MeasureKind,
  own: MeasureContent | null,
  hospital: MeasureContent | null,
): { content: MeasureContent; from: MeasureOrigin } {
  if (own) return { content: own, from: "here" };
  if (kind === "organisational" && hospital) return { content: hospital, from: "hospital" };
  return { content: NOTHING_RECORDED, from: "nowhere" };
}

/** What holds of a measure, with the number of files that show it. */
export type ShownMeasure = { content: MeasureContent; files: number };

/** True where somebody says where the measure can be seen, or a file shows it. */
export function isProved({ content, files }: ShownMeasure): boolean {
  return content.evidence !== "" || files > 0;
}

/**
 * Whether files of the whole hospital show a measure in a zone too: where the zone has written nothing of its own about
 * an organisational one.
 */
export function countsHospitalFiles(kind: MeasureKind, from: MeasureOrigin): boolean {
  return kind === "organisational" && from !== "here";
}
