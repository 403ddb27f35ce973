import { INCIDENT_STATES, INCIDENT_STEPS } from "~/domain/incident/incident";
import { boolean, foreignKey, index, integer, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { organisations, people } from "./identity";
import { notices } from "./notices";

/** A hospital's own record; no supplier reads it. In these tables `organisationId` is the hospital. */
export const incidents = table(
  "incidents",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    involvesPersonalData: boolean().notNull(),
    state: oneOf(INCIDENT_STATES).notNull(),
    /** The notice that it was begun from; both or neither. */
    supplierId: text(),
    noticeId: text(),
    /** Of the last entry, so that two people who write at once are told. */
    lastEntry: integer().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.supplierId, t.noticeId],
      foreignColumns: [notices.organisationId, notices.id],
    }),
    index("incidents_created_ix").on(t.organisationId, t.createdAt),
  ],
);

/** What was done and noted, in the order in which it was written down. Never updated. */
export const incidentEntries = table(
  "incident_entries",
  {
    organisationId: text().notNull(),
    incidentId: text().notNull(),
    /** From 1. */
    number: integer().notNull(),
    /** null = a note. */
    step: oneOf(INCIDENT_STEPS),
    happenedAt: timestamp().notNull(),
    note: text().notNull(),
    recordedBy: text()
      .notNull()
      .references(() => people.id),
    recordedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.incidentId, t.number] }),
    foreignKey({
      columns: [t.organisationId, t.incidentId],
      foreignColumns: [incidents.organisationId, incidents.id],
    }),
  ],
);

/** What is done about an incident; only that it is done is added, once. */
export const incidentMeasures = table(
  "incident_measures",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    incidentId: text().notNull(),
    text: text().notNull(),
    owner: text().notNull(),
    dueOn: text(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    doneAt: timestamp(),
    doneBy: text().references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.incidentId],
      foreignColumns: [incidents.organisationId, incidents.id],
    }),
    index("incident_measures_incident_ix").on(t.organisationId, t.incidentId, t.createdAt),
  ],
);
