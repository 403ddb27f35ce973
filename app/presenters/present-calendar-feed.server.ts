import { mayDo } from "~/domain/access/permissions";
import { daysLeft, stageOn } from "~/domain/procurement/calendar";
import { toIsoDate } from "~/domain/shared/iso-date";
import { writeCalendar } from "~/formats/icalendar/write";
import { hashToken } from "~/use-cases/accounts/token.server";
import { listCalendarEntries } from "~/use-cases/calendar/calendar-entries.server";
import { requirePermission, type Visitor } from "~/use-cases/use-case.server";
import { findFeedReader } from "~db/repositories/calendar-feeds";
import { type CalendarWords, toEvent } from "./present-calendar-file.server";

/**
 * What a calendar program reads by a secret address: everything that the hospital relies on and that ends, as the owner
 * of the address may see it now. null where the address leads nowhere: a wrong token, a revoked one, a member who has
 * left or has no role that reads, all alike.
 */
export async function presentCalendarFeed({ database, now }: Visitor, token: string, words: CalendarWords) {
  const db = database.read;
  const reader = await findFeedReader(db, hashToken(token));
  if (!reader || !mayDo(reader.actor, "calendar.read")) return null;
  requirePermission(reader.actor, "calendar.read");
  const asOf = toIsoDate(now);
  const { organisationId } = reader.actor;
  const { entries } = await listCalendarEntries({ db, organisationId, asOf });
  const relied = entries
    .filter(({ isReliedOn }) => isReliedOn)
    .map((entry) => ({
      ...{ ...entry, stage: stageOn(entry.endsOn, asOf), daysLeft: daysLeft(entry.endsOn, asOf) },
    }));
  const latest = relied.reduce((last, { changedAt }) => (changedAt > last ? changedAt : last), "");
  const name = `${words.name} · ${reader.organisationName}`;
  return {
    body: writeCalendar({ name, events: relied.map((entry) => toEvent(entry, words)) }),
    /** When anything in it last changed; null where there is nothing. */
    changedAt: latest === "" ? null : latest,
  };
}
