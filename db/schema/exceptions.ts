import type { Gap } from "~/domain/procurement/gap";
import { foreignKey, index, integer, json, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { organisations, people } from "./identity";
import { decisions } from "./procurement";
import { zoneModels } from "./zone-models";

export const EXCEPTION_STATES = ["requested", "granted", "refused", "withdrawn", "revoked"] as const;
export const RESIDUAL_RISKS = ["low", "medium", "high"] as const;
export const REVIEW_OUTCOMES = ["continue", "revoke-asked"] as const;

/**
 * Written acceptances of what a product lacks in a zone. What was asked for is never updated; who decided, who ended
 * it and what took its place are added once.
 */
export const exceptions = table(
  "exceptions",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    supplierId: text()
      .notNull()
      .references(() => organisations.id),
    releaseId: text().notNull(),
    /** As they were when it was asked for. */
    zoneName: text().notNull(),
    productName: text().notNull(),
    releaseVersion: text().notNull(),
    revisionNumber: integer().notNull(),
    declarationId: text().notNull(),
    declarationVersion: integer().notNull(),
    /** Of the assessment that the gaps were taken from. */
    fingerprint: text().notNull(),
    gaps: json<ReadonlyArray<Gap>>().notNull(),
    reason: text().notNull(),
    /** Entries of the ledger that it leans on. */
    countermeasureIds: json<ReadonlyArray<string>>().notNull(),
    residualRisk: oneOf(RESIDUAL_RISKS).notNull(),
    residualText: text().notNull(),
    /** Last day on which it is in force, YYYY-MM-DD. */
    expiresOn: text().notNull(),
    reviewEveryDays: integer().notNull(),
    /** The earlier exception that this one would go on from; null = a first one. */
    extendsId: text(),
    state: oneOf(EXCEPTION_STATES).notNull(),
    requestedBy: text()
      .notNull()
      .references(() => people.id),
    requestedAt: timestamp().notNull(),
    /** Who granted or refused it. */
    decidedBy: text().references(() => people.id),
    decidedAt: timestamp(),
    decisionNote: text().notNull(),
    withdrawnAt: timestamp(),
    withdrawalReason: text().notNull(),
    revokedBy: text().references(() => people.id),
    revokedAt: timestamp(),
    revocationReason: text().notNull(),
    /** The granted extension that took its place. */
    supersededBy: text(),
    supersededAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }),
    foreignKey({ columns: [t.organisationId, t.extendsId], foreignColumns: [t.organisationId, t.id] }),
    foreignKey({ columns: [t.organisationId, t.supersededBy], foreignColumns: [t.organisationId, t.id] }),
    index("exceptions_state_ix").on(t.organisationId, t.state, t.expiresOn),
    index("exceptions_asked_ix").on(t.organisationId, t.requestedAt),
    index("exceptions_pair_ix").on(t.organisationId, t.modelId, t.zoneId, t.releaseId),
  ],
);

/** Somebody looked again at an exception in force. Never updated. */
export const exceptionReviews = table(
  "exception_reviews",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    exceptionId: text().notNull(),
    outcome: oneOf(REVIEW_OUTCOMES).notNull(),
    note: text().notNull(),
    reviewedBy: text()
      .notNull()
      .references(() => people.id),
    reviewedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.exceptionId],
      foreignColumns: [exceptions.organisationId, exceptions.id],
    }),
    index("exception_reviews_exception_ix").on(t.organisationId, t.exceptionId, t.reviewedAt),
  ],
);

/** What a decision rests on, as it was on that day. Never updated. */
export const decisionExceptions = table(
  "decision_exceptions",
  {
    organisationId: text().notNull(),
    decisionId: text().notNull(),
    exceptionId: text().notNull(),
    /** Keys of the gaps of the decided assessment that it accepted. */
    gaps: json<ReadonlyArray<string>>().notNull(),
    residualRisk: oneOf(RESIDUAL_RISKS).notNull(),
    expiresOn: text().notNull(),
    grantedByName: text().notNull(),
    grantedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.decisionId, t.exceptionId] }),
    foreignKey({
      columns: [t.organisationId, t.decisionId],
      foreignColumns: [decisions.organisationId, decisions.id],
    }),
    foreignKey({
      columns: [t.organisationId, t.exceptionId],
      foreignColumns: [exceptions.organisationId, exceptions.id],
    }),
    index("decision_exceptions_exception_ix").on(t.organisationId, t.exceptionId),
  ],
);
