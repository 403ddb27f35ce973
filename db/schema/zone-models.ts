import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { foreignKey, index, integer, json, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { organisations, people, sites } from "./identity";

export const zoneModels = table(
  "zone_models",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    siteId: text().notNull(),
    /** The system under consideration. */
    name: text().notNull(),
    purpose: text().notNull(),
    draft: json<ZoneModel>().notNull(),
    /** Rises by one with every accepted save; a save must name the version it saw. */
    draftVersion: integer().notNull(),
    state: oneOf(["drawing", "submitted"]).notNull(),
    submittedBy: text().references(() => people.id),
    submittedAt: timestamp(),
    submissionNote: text().notNull(),
    /** Why the last submission was returned; empty where it was not. */
    returnComment: text().notNull(),
    updatedBy: text()
      .notNull()
      .references(() => people.id),
    updatedAt: timestamp().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({ columns: [t.organisationId, t.siteId], foreignColumns: [sites.organisationId, sites.id] }),
    index("zone_models_updated_ix").on(t.organisationId, t.updatedAt),
  ],
);

/** Every accepted save as the commands that made it: the history of a draft. Append-only. */
export const modelEdits = table(
  "model_edits",
  {
    organisationId: text().notNull(),
    modelId: text().notNull(),
    /** The draft version that this edit made. */
    version: integer().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    at: timestamp().notNull(),
    commands: json<ReadonlyArray<ZoneModelCommand>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.modelId, t.version] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
  ],
);

/** Published states of a model. Never updated. */
export const revisions = table(
  "revisions",
  {
    organisationId: text().notNull(),
    modelId: text().notNull(),
    /** 1, 2, 3 … per model. */
    number: integer().notNull(),
    content: json<ZoneModel>().notNull(),
    fingerprint: text().notNull(),
    note: text().notNull(),
    submittedBy: text()
      .notNull()
      .references(() => people.id),
    approvedBy: text()
      .notNull()
      .references(() => people.id),
    publishedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.modelId, t.number] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }),
  ],
);
