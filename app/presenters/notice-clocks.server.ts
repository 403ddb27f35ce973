import { loadCatalogue } from "~/catalogue/index.server";
import { clocksOf, type ReportingEvent } from "~/domain/notice/reporting-clock";

/** Where the steps of these clocks of the catalogue stand now. */
export function standingClocks(ids: ReadonlyArray<string>, events: ReadonlyArray<ReportingEvent>, now: Date) {
  const rows = loadCatalogue().supplements.reportingClocks.filter(({ id }) => ids.includes(id));
  return clocksOf(rows, events, now);
}
