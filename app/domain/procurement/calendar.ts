import type { HospitalRole } from "../access/role";
import { addDays, addMonths, type IsoDate } from "../shared/iso-date";

type KindRow = {
  /** Whom it concerns where no person is named, or the one named has gone. */
  roles: ReadonlyArray<HospitalRole>;
};

const buying: KindRow = { roles: ["procurement-officer"] };
const securing: KindRow = { roles: ["security-lead"] };
const responding: KindRow = { roles: ["security-engineer", "security-lead"] };
const both: KindRow = { roles: ["procurement-officer", "security-lead"] };

/** Every kind of thing that ends on a day: one row each. */
export const CALENDAR_KINDS = {
  "incident-report": responding,
  "incident-measure": responding,
  condition: buying,
  exception: securing,
  countermeasure: securing,
  measure: securing,
  evidence: buying,
  conformity: buying,
  support: both,
  "operating-system": both,
  component: both,
  waiver: securing,
} as const satisfies Record<string, KindRow>;

export type CalendarKind = keyof typeof CALENDAR_KINDS;
/** In the order in which kinds of the same day are shown. */
export const CALENDAR_KIND_NAMES = Object.keys(CALENDAR_KINDS) as ReadonlyArray<CalendarKind>;

/** Where an entry is looked into. */
export type CalendarSubject =
  | { to: "decision"; decisionId: string }
  | { to: "countermeasure"; countermeasureId: string }
  | { to: "exception"; exceptionId: string }
  | { to: "declaration"; declarationId: string }
  | { to: "model"; modelId: string; element: string }
  | { to: "incident"; incidentId: string }
  | { to: "measure"; place: { modelId: string; zoneId: string } | null; measureId: string };

/** Something that ends. Settled things have no entry: what is renewed, completed, withdrawn or superseded leaves. */
export type CalendarEntry = {
  /** The same for the same thing, also where its last day has been moved. */
  key: string;
  kind: CalendarKind;
  /** Last day on which it holds, or on which it is still in time. */
  endsOn: IsoDate;
  /** What ends, in the words of whoever wrote it; empty where the kind says it all. */
  name: string;
  /** Product and release; empty where it is about no product. */
  product: string;
  /** Zones or other places where it counts. */
  places: ReadonlyArray<string>;
  /** True where a decision in force, or something the hospital wrote itself, rests on it; else it is only shared. */
  isReliedOn: boolean;
  /** Who sees to it; a person of the hospital where `personId` is given. */
  owner: { name: string; personId: string | null };
  subject: CalendarSubject;
  /** When it last changed, as an instant in ISO 8601. */
  changedAt: string;
};

/** What may be told of an entry, one after the other. */
export const CALENDAR_STAGES = ["month", "week", "day", "today", "overdue"] as const;
export type CalendarStage = (typeof CALENDAR_STAGES)[number];

/**
 * How near the end is on a day. `month`: from the same day of the month before, its last where it is too short; `week`:
 * from seven days before; `day`: the day before; `today`: its last day, which still counts; `overdue`: from the day
 * after. null earlier than a month before.
 */
export function stageOn(endsOn: IsoDate, asOf: IsoDate): CalendarStage | null {
  if (asOf > endsOn) return "overdue";
  if (asOf === endsOn) return "today";
  if (asOf >= addDays(endsOn, -1)) return "day";
  if (asOf >= addDays(endsOn, -7)) return "week";
  return asOf >= addMonths(endsOn, -1) ? "month" : null;
}

/** Whole days from `asOf` to the last day; negative once it has passed. */
export function daysLeft(endsOn: IsoDate, asOf: IsoDate): number {
  return Math.round((Date.parse(endsOn) - Date.parse(asOf)) / 86_400_000);
}

/** What ends first on top; of one day in the order of kinds, then by key, so that the order never changes. */
export function inOrder(entries: ReadonlyArray<CalendarEntry>): ReadonlyArray<CalendarEntry> {
  const rank = new Map(CALENDAR_KIND_NAMES.map((kind, index) => [kind, index]));
  const rankOf = ({ kind }: CalendarEntry) => rank.get(kind) ?? 0;
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return entries.toSorted(
    (a, b) => compare(a.endsOn, b.endsOn) || rankOf(a) - rankOf(b) || compare(a.key, b.key),
  );
}

/** A month as YYYY-MM. */
export type Month = string;

export function isMonth(text: string): boolean {
  return /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(day: IsoDate): Month {
  return day.slice(0, 7);
}

/** The month so many months later; stops at the first and the last that can be written. */
export function shiftMonth(month: Month, months: number): Month {
  return monthOf(addMonths(`${month}-01`, months));
}

/** The days of a month in weeks from Monday to Sunday (ISO 8601); null before its first and after its last. */
export function weeksOf(month: Month): ReadonlyArray<ReadonlyArray<IsoDate | null>> {
  const first = `${month}-01`;
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const last = Number(addMonths(`${month.slice(0, 4)}-12-31`, Number(month.slice(5)) - 12).slice(8));
  const days = Array.from({ length: last }, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
  const cells = [...Array.from({ length: before }, () => null), ...days];
  const count = Math.ceil(cells.length / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => cells[week * 7 + day] ?? null),
  );
}
