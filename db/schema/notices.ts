import { NOTICE_MOVES, NOTICE_STATES, type NoticeContent } from "~/domain/notice/notice";
import { REPORTING_EVENTS } from "~/domain/notice/reporting-clock";
import {
  foreignKey,
  index,
  integer,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns";
import { releases } from "./declarations";
import { organisations, people } from "./identity";

export const NOTICE_SOURCES = ["form", "csaf", "cyclonedx-vex"] as const;

/** What a supplier tells of vulnerabilities and incidents. In these tables `organisationId` is the supplier. */
export const notices = table(
  "notices",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    state: oneOf(NOTICE_STATES).notNull(),
    /** As it stands; what hospitals read before is in `notice_steps`. */
    content: json<NoticeContent>().notNull(),
    source: oneOf(NOTICE_SOURCES).notNull(),
    /** The publisher's own number of the file that it was read from; empty for a form. */
    sourceDocument: text().notNull(),
    /** Rises by one with every change. */
    saveVersion: integer().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    publishedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("notices_updated_ix").on(t.organisationId, t.updatedAt),
  ],
);

/** Every move of a notice with what hospitals read from then on. Never updated. */
export const noticeSteps = table(
  "notice_steps",
  {
    organisationId: text().notNull(),
    noticeId: text().notNull(),
    /** From 1. */
    number: integer().notNull(),
    move: oneOf(NOTICE_MOVES).notNull(),
    reason: text().notNull(),
    content: json<NoticeContent>().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => people.id),
    recordedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.noticeId, t.number] }),
    foreignKey({
      columns: [t.organisationId, t.noticeId],
      foreignColumns: [notices.organisationId, notices.id],
    }),
  ],
);

/** What the supplier did and when, for its reporting clocks; no hospital reads it. Never updated. */
export const noticeEvents = table(
  "notice_events",
  {
    organisationId: text().notNull(),
    noticeId: text().notNull(),
    /** From 1, in the order in which they were written down. */
    number: integer().notNull(),
    kind: oneOf(REPORTING_EVENTS).notNull(),
    happenedAt: timestamp().notNull(),
    note: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => people.id),
    recordedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.noticeId, t.number] }),
    foreignKey({
      columns: [t.organisationId, t.noticeId],
      foreignColumns: [notices.organisationId, notices.id],
    }).onDelete("cascade"),
  ],
);

/** The releases that a published notice is about, now or before: whoever read it once finds it again. */
export const noticeReleases = table(
  "notice_releases",
  {
    organisationId: text().notNull(),
    noticeId: text().notNull(),
    releaseId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.noticeId, t.releaseId] }),
    foreignKey({
      columns: [t.organisationId, t.noticeId],
      foreignColumns: [notices.organisationId, notices.id],
    }),
    foreignKey({
      columns: [t.organisationId, t.releaseId],
      foreignColumns: [releases.organisationId, releases.id],
    }),
    index("notice_releases_release_ix").on(t.releaseId),
  ],
);

/** Hospitals that the supplier chose, whether they have the release or not. */
export const noticeHospitals = table(
  "notice_hospitals",
  {
    organisationId: text().notNull(),
    noticeId: text().notNull(),
    hospitalId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    chosenAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.noticeId, t.hospitalId] }),
    foreignKey({
      columns: [t.organisationId, t.noticeId],
      foreignColumns: [notices.organisationId, notices.id],
    }).onDelete("cascade"),
    uniqueIndex("notice_hospitals_hospital_uq").on(t.organisationId, t.hospitalId, t.noticeId),
  ],
);
