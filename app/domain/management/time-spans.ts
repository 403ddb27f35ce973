import { addDays, type IsoDate } from "../shared/iso-date";

/** Groups of days, without gap or overlap: both ends included, null = without end. */
export const TIME_SPANS = ["to-30", "to-90", "to-180", "to-365", "beyond-365"] as const;
export type TimeSpan = (typeof TIME_SPANS)[number];

type Days = { from: number; to: number | null };
const DAYS: Readonly<Record<TimeSpan, Days>> = {
  "to-30": { from: 0, to: 30 },
  "to-90": { from: 31, to: 90 },
  "to-180": { from: 91, to: 180 },
  "to-365": { from: 181, to: 365 },
  "beyond-365": { from: 366, to: null },
};

export function daysOf(span: TimeSpan): Days {
  return DAYS[span];
}

/** The range of days, both ends included. */
export type DayRange = { from?: IsoDate; to?: IsoDate };

/** The days that lie so far back. */
export function daysAgo(span: TimeSpan, today: IsoDate): DayRange {
  const { from, to } = DAYS[span];
  return { ...(to === null ? {} : { from: addDays(today, -to) }), to: addDays(today, -from) };
}

/** The days that are so far ahead. */
export function daysAhead(span: TimeSpan, today: IsoDate): DayRange {
  const { from, to } = DAYS[span];
  return { from: addDays(today, from), ...(to === null ? {} : { to: addDays(today, to) }) };
}
