import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import type { SlVector } from "~/domain/security-level/security-level";
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
    /** The version that `draft` holds where that is an earlier one: what came since stands in the edits alone. */
    heldVersion: integer(),
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

/** The whole draft at some versions, so that any state can be reached by replaying few edits. Append-only. */
export const draftSnapshots = table(
  "draft_snapshots",
  {
    organisationId: text().notNull(),
    modelId: text().notNull(),
    version: integer().notNull(),
    draft: json<ZoneModel>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.modelId, t.version] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
  ],
);

/** Who has a model open, and what they look at. Short-lived: a visit that is not renewed is over. */
export const modelVisits = table(
  "model_visits",
  {
    organisationId: text().notNull(),
    modelId: text().notNull(),
    /** One per open page. */
    visitId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    elementKind: oneOf(["zone", "conduit", "asset"]),
    elementId: text(),
    seenAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.modelId, t.visitId] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
  ],
);

/** What reviewers say of a draft, a submission or an element in it. The text is never changed. */
export const reviewComments = table(
  "review_comments",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    modelId: text().notNull(),
    /** null = the model as a whole. */
    elementKind: oneOf(["zone", "conduit", "asset"]),
    elementId: text(),
    /** What the element was called: it may be renamed or deleted. */
    elementName: text().notNull(),
    /** The comment that this one answers; null = it opens a thread. */
    inReplyTo: text(),
    /** The version of the draft that was looked at. */
    draftVersion: integer().notNull(),
    text: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    /** Of a thread: set once somebody calls it settled. */
    resolvedBy: text().references(() => people.id),
    resolvedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
    index("review_comments_model_ix").on(t.organisationId, t.modelId, t.createdAt),
  ],
);

/**
 * Who accepted the target of a zone or conduit as it then was (IEC 62443-3-2 ZCR 5.6, 7.1). Append-only, but for the word
 * by which whoever accepted takes it back.
 */
export const targetAcceptances = table(
  "target_acceptances",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    modelId: text().notNull(),
    elementKind: oneOf(["zone", "conduit"]).notNull(),
    elementId: text().notNull(),
    /** Of target, rationale and risk assessment: another one means that it was changed since. */
    fingerprint: text().notNull(),
    slTarget: json<SlVector>().notNull(),
    /** Residual risk and anything else that whoever accepts wants to have said. */
    note: text().notNull(),
    acceptedBy: text()
      .notNull()
      .references(() => people.id),
    acceptedAt: timestamp().notNull(),
    withdrawnAt: timestamp(),
    withdrawalReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
    index("target_acceptances_element_ix").on(t.organisationId, t.modelId, t.elementKind, t.elementId),
  ],
);

/** How the hospital rates risk (IEC 62443-3-2 ZCR 5.4, 5.7); the highest version holds, earlier ones stay. */
export const riskMatrixVersions = table(
  "risk_matrix_versions",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    matrix: json<RiskMatrix>().notNull(),
    reason: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.version] })],
);
