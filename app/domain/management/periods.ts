import { addDays, addMonths, type IsoDate } from "../shared/iso-date";

/** Months between two points of the time line. */
export const STEPS = ["month", "quarter"] as const;
export type Step = (typeof STEPS)[number];
const MONTHS: Readonly<Record<Step, number>> = { month: 1, quarter: 3 };

/** The longest look back, in months. */
export const MONTHS_BACK = 24;

/**
 * The last days of the months or quarters of the calendar before `today`, at most 24 months back and not before `since`,
 * oldest first; `today` itself comes last.
 */
export function periodEnds(today: IsoDate, step: Step, since: IsoDate): ReadonlyArray<IsoDate> {
  const firstOfPeriod = startOfPeriod(today, step);
  const ends = Array.from({ length: MONTHS_BACK / MONTHS[step] }, (_, place) =>
    addDays(addMonths(firstOfPeriod, -MONTHS[step] * place), -1),
  );
  return [...ends.filter((day) => day >= since).toReversed(), today];
}

function startOfPeriod(day: IsoDate, step: Step): IsoDate {
  const month = Number(day.slice(5, 7));
  const first = month - ((month - 1) % MONTHS[step]);
  return `${day.slice(0, 5)}${String(first).padStart(2, "0")}-01`;
}
