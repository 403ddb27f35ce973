import { z } from "zod";

/** A calendar day as YYYY-MM-DD that exists, between years 0001 and 9999. */
export type IsoDate = string;

export const IsoDateSchema = z.iso.date();

/** The calendar day of an instant in UTC. */
export function toIsoDate(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10);
}

/**
 * The same day of the month `years` whole years later; 29 February becomes 28 February where there is none. Stops at
 * the year 9999, the last that this form can write.
 */
export function addYears(date: IsoDate, years: number): IsoDate {
  const year = Math.min(Number(date.slice(0, 4)) + years, 9999);
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const monthAndDay = date.slice(4);
  const day = monthAndDay === "-02-29" && !isLeapYear ? "-02-28" : monthAndDay;
  return `${String(year).padStart(4, "0")}${day}`;
}

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.parse("0001-01-01");
const LAST_DAY = Date.parse("9999-12-31");

/** The day `days` later, earlier where negative; stops at the first and the last day that this form can write. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const moment = Date.parse(date) + days * DAY_MS;
  return toIsoDate(new Date(Math.max(FIRST_DAY, Math.min(moment, LAST_DAY))));
}

/** The same day `months` whole months later, earlier where negative; the last day of a month that is too short for it. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 1, month = 1, day = 1] = date.split("-").map(Number);
  const count = Math.max(12, Math.min(year * 12 + month - 1 + months, 9999 * 12 + 11));
  const first = `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  const next = new Date(Date.parse(`${first}-01`));
  next.setUTCMonth(next.getUTCMonth() + 1, 0);
  return `${first}-${String(Math.min(day, next.getUTCDate())).padStart(2, "0")}`;
}
