import { MEASURE_STATES } from "~/domain/measure/measure";
import {
  boolean,
  foreignKey,
  index,
  integer,
  oneOf,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns";
import { organisations, people } from "./identity";
import { zoneModels } from "./zone-models";

/**
 * What a hospital has written down of one measure in one place: a zone, or the whole hospital where model and zone are
 * null. Every writing is a version of its own; none is changed but for `isLatest`, which the next one takes over.
 */
export const measureVersions = table(
  "measure_versions",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** Model and zone in one, so that a unique key can hold it where both are null. */
    place: text().notNull(),
    modelId: text(),
    zoneId: text(),
    /** `SR 1.1` of IEC 62443-3-3, `ORG 1.1` of IEC 62443-2-1. */
    measureId: text().notNull(),
    /** From 1. */
    version: integer().notNull(),
    isLatest: boolean().notNull(),
    /** One form, one file: what was written at once has the same, which the audit trail names. */
    writingId: text().notNull(),
    /** True: the place has nothing of its own any more, what the hospital wrote holds again. */
    isTakenBack: boolean().notNull(),
    state: oneOf(MEASURE_STATES).notNull(),
    owner: text().notNull(),
    /** Where the owner is a person of the hospital. */
    ownerId: text().references(() => people.id),
    evidence: text().notNull(),
    dueOn: text(),
    maturity: integer(),
    reason: text().notNull(),
    note: text().notNull(),
    writtenBy: text()
      .notNull()
      .references(() => people.id),
    writtenAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
    uniqueIndex("measure_versions_version_uq").on(t.organisationId, t.place, t.measureId, t.version),
    index("measure_versions_latest_ix").on(t.organisationId, t.isLatest, t.place),
  ],
);
