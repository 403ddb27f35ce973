import { mayDo } from "~/domain/access/permissions";
import { monthOf, shiftMonth, weeksOf } from "~/domain/procurement/calendar";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findCalendarFeed } from "~db/repositories/calendar-feeds";
import { type CalendarQuery, viewCalendar } from "./calendar-view.server";
import { pageOf } from "./page-of.server";

/** Of a list; a grid shows its month whole. */
const ENTRIES_A_PAGE = 100;

/** What ends in a month, as a list or as a grid of days; what is overdue stands above the month of today. */
export async function presentCalendar(
  caller: Caller,
  query: CalendarQuery & { view: string | null; page?: number },
) {
  requirePermission(caller.actor, "calendar.read");
  const view = await viewCalendar(caller, query);
  const { month, today } = view;
  const { organisationId, personId } = caller.actor;
  const feed = await findCalendarFeed(caller.database.read, organisationId, personId);
  const isGrid = query.view === "grid";
  const overdue = new Set(view.overdue);
  const all = [...view.overdue, ...view.inMonth];
  const { entries, paging } = pageOf(all, isGrid ? Math.max(1, all.length) : ENTRIES_A_PAGE, query.page);
  return {
    ...view,
    overdue: entries.filter((entry) => overdue.has(entry)),
    inMonth: entries.filter((entry) => !overdue.has(entry)),
    paging,
    isCurrent: month === monthOf(today),
    previous: shiftMonth(month, -1),
    next: shiftMonth(month, 1),
    feedMadeAt: feed?.createdAt.toISOString() ?? null,
    mayMakeFeed: mayDo(caller.actor, "calendar-feed.make"),
    weeks: isGrid ? weeksOf(month) : null,
  };
}
