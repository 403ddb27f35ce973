import { TENDER_STATES } from "~/domain/procurement/tender";
import type { ComponentType } from "~/domain/requirement/component-requirement";
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
import { files } from "./files";
import { organisations, people } from "./identity";
import { intakeRequests } from "./procurement";
import { zoneModels } from "./zone-models";

/** A call to several suppliers. `organisationId` is the asking hospital in all three tables; no supplier reads them. */
export const tenders = table(
  "tenders",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** The hospital's own name for it: it is not sent. */
    name: text().notNull(),
    subject: text().notNull(),
    message: text().notNull(),
    dueOn: text().notNull(),
    state: oneOf(TENDER_STATES).notNull(),
    /** Of the form that was sent: the same form twice is one tender. */
    submission: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    remindedAt: timestamp(),
    closedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("tenders_submission_ux").on(t.organisationId, t.submission),
    index("tenders_created_ix").on(t.organisationId, t.createdAt),
  ],
);

/** The zones that are bought for. Those of one lot ask the very same: one request stands for all of them. */
export const tenderZones = table(
  "tender_zones",
  {
    organisationId: text().notNull(),
    tenderId: text().notNull(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    revisionNumber: integer().notNull(),
    zoneName: text().notNull(),
    /** 1, 2, 3 … */
    lot: integer().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.tenderId, t.modelId, t.zoneId] }),
    foreignKey({
      columns: [t.organisationId, t.tenderId],
      foreignColumns: [tenders.organisationId, tenders.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }),
  ],
);

export const tenderRequests = table(
  "tender_requests",
  {
    organisationId: text().notNull(),
    requestId: text().notNull(),
    tenderId: text().notNull(),
    lot: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.requestId] }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [intakeRequests.organisationId, intakeRequests.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.tenderId],
      foreignColumns: [tenders.organisationId, tenders.id],
    }).onDelete("cascade"),
    index("tender_requests_tender_ix").on(t.organisationId, t.tenderId),
  ],
);

/** Files that go with every request of a tender: the one thing of it that its suppliers see. */
export const tenderFiles = table(
  "tender_files",
  {
    organisationId: text().notNull(),
    tenderId: text().notNull(),
    sha256: text().notNull(),
    /** As the hospital called it this time. */
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.tenderId, t.sha256] }),
    index("tender_files_sha256_ix").on(t.organisationId, t.sha256),
    foreignKey({
      columns: [t.organisationId, t.tenderId],
      foreignColumns: [tenders.organisationId, tenders.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [files.organisationId, files.sha256],
    }),
  ],
);

/** What a hospital asks again and again, to begin a request from. */
export const requestTemplates = table(
  "request_templates",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    name: text().notNull(),
    subject: text().notNull(),
    message: text().notNull(),
    /** The due date is so many days after the day of asking. */
    dueInDays: integer().notNull(),
    componentTypes: json<ReadonlyArray<ComponentType>>().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("request_templates_name_ux").on(t.organisationId, t.name),
  ],
);

export const templateFiles = table(
  "template_files",
  {
    organisationId: text().notNull(),
    templateId: text().notNull(),
    sha256: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.templateId, t.sha256] }),
    index("template_files_sha256_ix").on(t.organisationId, t.sha256),
    foreignKey({
      columns: [t.organisationId, t.templateId],
      foreignColumns: [requestTemplates.organisationId, requestTemplates.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [files.organisationId, files.sha256],
    }),
  ],
);
