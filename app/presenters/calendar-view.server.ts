import {
  CALENDAR_KIND_NAMES,
  type CalendarEntry,
  daysLeft,
  isMonth,
  monthOf,
  stageOn,
} from "~/domain/procurement/calendar";
import { toIsoDate } from "~/domain/shared/iso-date";
import { listCalendarEntries } from "~/use-cases/calendar/calendar-entries.server";
import type { Caller } from "~/use-cases/use-case.server";

/** So many entries are shown at most above the month, and in it. */
const OVERDUE_AT_MOST = 1000;
const IN_MONTH_AT_MOST = 1000;

export type CalendarQuery = {
  /** YYYY-MM; the month of today where it is none. */
  month: string | null;
  kind: string | null;
  /** `approved`: only what the hospital relies on. */
  of: string | null;
};

/** What a page and its files show alike: the overdue above the month of today, and the entries of one month. */
export async function viewCalendar({ actor, database, now }: Caller, query: CalendarQuery) {
  const today = toIsoDate(now);
  const month = query.month !== null && isMonth(query.month) ? query.month : monthOf(today);
  const kind = CALENDAR_KIND_NAMES.find((one) => one === query.kind) ?? null;
  const { organisationId } = actor;
  const { entries, isCut } = await listCalendarEntries({
    ...{ db: database.read, organisationId, asOf: today },
    // Days are compared as texts: no month has a later one.
    until: `${month}-31`,
  });
  const wanted = entries.filter(({ isReliedOn }) => query.of !== "approved" || isReliedOn);
  const isShown = ({ endsOn }: CalendarEntry) =>
    monthOf(endsOn) === month || (month === monthOf(today) && endsOn < today);
  const shown = wanted.filter(isShown);
  const chosen = shown.filter((entry) => kind === null || entry.kind === kind);
  const isOverdue = ({ endsOn }: CalendarEntry) => month === monthOf(today) && endsOn < today;
  const overdue = chosen.filter(isOverdue);
  const inMonth = chosen.filter((entry) => !isOverdue(entry));
  const after = wanted.find(
    ({ endsOn, kind: its }) => monthOf(endsOn) > month && (kind === null || its === kind),
  );
  const toShown = (entry: CalendarEntry) => ({
    ...entry,
    stage: stageOn(entry.endsOn, today),
    daysLeft: daysLeft(entry.endsOn, today),
  });
  return {
    today,
    month,
    kind,
    kinds: CALENDAR_KIND_NAMES.map((one) => ({
      kind: one,
      count: shown.filter((entry) => entry.kind === one).length,
    })),
    overdue: overdue.slice(0, OVERDUE_AT_MOST).map(toShown),
    inMonth: inMonth.slice(0, IN_MONTH_AT_MOST).map(toShown),
    nextMonthWithEntries: after ? monthOf(after.endsOn) : null,
    isCut: isCut || overdue.length > OVERDUE_AT_MOST || inMonth.length > IN_MONTH_AT_MOST,
  };
}

export type ShownEntry = Awaited<ReturnType<typeof viewCalendar>>["inMonth"][number];
