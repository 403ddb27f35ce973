import type { Verdict } from "~/domain/assessment/assessment";
import type { AssessmentDifference } from "~/domain/assessment/needs-review";
import type { PolicyLayer } from "~/domain/policy/policy";
import { foreignKey, index, integer, json, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { organisations, people } from "./identity";
import { zoneModels } from "./zone-models";

/** What an organisation demands in all its zones; the highest version holds, earlier ones are never changed. */
export const policyVersions = table(
  "policy_versions",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    version: integer().notNull(),
    layer: json<PolicyLayer>().notNull(),
    /** Why it was changed. */
    reason: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.version] })],
);

export const COUNTERMEASURE_STATES = ["proposed", "accepted", "refused", "withdrawn"] as const;

/** The ledger: what zones and conduits make up for. Accepted by a person other than the one who proposed it. */
export const countermeasures = table(
  "countermeasures",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    modelId: text().notNull(),
    elementKind: oneOf(["zone", "conduit"]).notNull(),
    elementId: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    /** Rows of IEC 62443-4-2 that it makes up for. */
    requirementIds: json<ReadonlyArray<string>>().notNull(),
    /** What shows that it is there. */
    evidence: text().notNull(),
    state: oneOf(COUNTERMEASURE_STATES).notNull(),
    /** Last day on which it counts, YYYY-MM-DD; null = without end. */
    expiresOn: text(),
    proposedBy: text()
      .notNull()
      .references(() => people.id),
    proposedAt: timestamp().notNull(),
    /** Who accepted or refused it. */
    decidedBy: text().references(() => people.id),
    decidedAt: timestamp(),
    withdrawnBy: text().references(() => people.id),
    withdrawnAt: timestamp(),
    /** Of the decision: why it was refused, or what was said when it was accepted. */
    reason: text().notNull(),
    /** null = not withdrawn. */
    withdrawalReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
    index("countermeasures_state_ix").on(t.organisationId, t.state, t.modelId),
  ],
);

export const REASSESSMENT_CAUSES = [
  "revision-published",
  "declaration-signed",
  "declaration-shared",
  "policy-changed",
  "countermeasure-changed",
  "expiry-passed",
] as const;

/** One event after which pairs were assessed anew. Kept with what it changed; never updated. */
export const reassessments = table(
  "reassessments",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    cause: oneOf(REASSESSMENT_CAUSES).notNull(),
    /** What it was: ids and numbers of the model, revision, declaration, policy or countermeasure. */
    subject: json<Readonly<Record<string, string | number>>>().notNull(),
    at: timestamp().notNull(),
    /** null = nobody: a day passed. */
    personId: text(),
    /** Pairs of zone and declaration that were assessed anew, and those whose result is another one now, listed or not. */
    assessed: integer().notNull(),
    changed: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("reassessments_at_ix").on(t.organisationId, t.at),
  ],
);

export const reassessmentChanges = table(
  "reassessment_changes",
  {
    organisationId: text().notNull(),
    reassessmentId: text().notNull(),
    /** 0, 1, 2 … in the order of the list. */
    position: integer().notNull(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    zoneName: text().notNull(),
    supplierId: text().notNull(),
    releaseId: text().notNull(),
    declarationId: text().notNull(),
    productName: text().notNull(),
    releaseVersion: text().notNull(),
    /** null = the pair did not exist before, or does not any more. */
    verdictBefore: text().$type<Verdict | null>(),
    verdictAfter: text().$type<Verdict | null>(),
    difference: json<AssessmentDifference | null>(),
    /** The current decision that it touches. */
    decisionId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.reassessmentId, t.position] }),
    foreignKey({
      columns: [t.organisationId, t.reassessmentId],
      foreignColumns: [reassessments.organisationId, reassessments.id],
    }).onDelete("cascade"),
    index("reassessment_changes_pair_ix").on(t.organisationId, t.modelId, t.zoneId),
  ],
);

/** Up to which day expiries have been looked at. */
export const expiryRuns = table("expiry_runs", {
  organisationId: text()
    .primaryKey()
    .references(() => organisations.id, { onDelete: "cascade" }),
  lastDay: text().notNull(),
});
