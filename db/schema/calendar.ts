import { CALENDAR_STAGES } from "~/domain/procurement/calendar";
import { index, oneOf, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, people } from "./identity";

/** Which reminders of what ends have gone out: to each person each stage of an entry once. */
export const calendarReminders = table(
  "calendar_reminders",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    entryKey: text().notNull(),
    /** Another last day is told of anew. */
    endsOn: text().notNull(),
    stage: oneOf(CALENDAR_STAGES).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    sentAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.entryKey, t.endsOn, t.stage, t.personId] }),
    index("calendar_reminders_end_ix").on(t.organisationId, t.endsOn),
  ],
);

/** The last day on which a hospital was looked through for reminders. */
export const calendarRuns = table("calendar_runs", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id, { onDelete: "cascade" }),
  lastDay: text().notNull(),
});

/** The secret address at which a person's calendar program reads; making a new one ends the one before. */
export const calendarFeeds = table(
  "calendar_feeds",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    /** SHA-256 of the token: whoever reads the database cannot read the calendar by it. */
    tokenHash: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    uniqueIndex("calendar_feeds_token_uq").on(t.tokenHash),
  ],
);
