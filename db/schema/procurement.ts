import type { Assessment, RequirementProfile } from "~/domain/assessment/assessment";
import type { DeclarationContent } from "~/domain/declaration/declaration";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { SlVector } from "~/domain/security-level/security-level";
import {
  boolean,
  foreignKey,
  index,
  integer,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  timestamp,
} from "../columns";
import { declarations } from "./declarations";
import { organisations, people } from "./identity";
import { zoneModels } from "./zone-models";

/**
 * What crosses to a supplier: the profile of a zone *class*. No name, id, neighbour or address of the hospital's
 * network may ever be added here.
 */
export type ZoneClassSnapshot = {
  /** Name of the reference zone type, or of the trust class where the zone has none. */
  zoneClass: string;
  slTarget: SlVector;
  /** What the hospital expects the product to be; empty = the supplier says. */
  componentTypes: ReadonlyArray<ComponentType>;
  profile: RequirementProfile;
  /** Protocols that the zone's conduits permit, by name only. */
  allowedProtocols: ReadonlyArray<string>;
};

export const REQUEST_STATES = ["sent", "accepted", "declared", "decided", "declined", "withdrawn"] as const;

/** `organisationId` is the asking hospital. */
export const intakeRequests = table(
  "intake_requests",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    modelId: text().notNull(),
    revisionNumber: integer().notNull(),
    zoneId: text().notNull(),
    supplierId: text()
      .notNull()
      .references(() => organisations.id),
    /** What is asked for, in the hospital's words, e.g. a product's name. */
    subject: text().notNull(),
    message: text().notNull(),
    dueOn: text().notNull(),
    snapshot: json<ZoneClassSnapshot>().notNull(),
    state: oneOf(REQUEST_STATES).notNull(),
    /** The signed declaration that answers it; its organisation is `supplierId`. */
    declarationId: text(),
    declineReason: text().notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }),
    foreignKey({
      columns: [t.supplierId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }),
    index("intake_requests_supplier_ix").on(t.supplierId, t.createdAt),
    index("intake_requests_state_ix").on(t.organisationId, t.state, t.createdAt),
    index("intake_requests_created_ix").on(t.organisationId, t.createdAt, t.id),
  ],
);

/** What a decision was based on, frozen with everything that went in. Never updated. */
export const assessments = table(
  "assessments",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    modelId: text().notNull(),
    revisionNumber: integer().notNull(),
    zoneId: text().notNull(),
    zoneName: text().notNull(),
    supplierId: text()
      .notNull()
      .references(() => organisations.id),
    declarationId: text().notNull(),
    productName: text().notNull(),
    releaseVersion: text().notNull(),
    declarationVersion: integer().notNull(),
    profile: json<RequirementProfile>().notNull(),
    declaration: json<DeclarationContent>().notNull(),
    result: json<Assessment>().notNull(),
    fingerprint: text().notNull(),
    asOf: text().notNull(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }),
    foreignKey({
      columns: [t.supplierId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }),
  ],
);

export const DECISION_KINDS = ["approve", "approve-with-conditions", "reject", "return-for-changes"] as const;

/** Never updated, only superseded by a later decision on the same zone and release. */
export const decisions = table(
  "decisions",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    assessmentId: text().notNull(),
    requestId: text(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    supplierId: text().notNull(),
    releaseId: text().notNull(),
    kind: oneOf(DECISION_KINDS).notNull(),
    reason: text().notNull(),
    /** Fingerprint of the frozen assessment that the person saw. */
    fingerprint: text().notNull(),
    decidedBy: text()
      .notNull()
      .references(() => people.id),
    decidedAt: timestamp().notNull(),
    /** False once a later decision on the same zone and release stands. */
    isCurrent: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.assessmentId],
      foreignColumns: [assessments.organisationId, assessments.id],
    }),
    foreignKey({
      columns: [t.organisationId, t.requestId],
      foreignColumns: [intakeRequests.organisationId, intakeRequests.id],
    }),
    index("decisions_current_ix").on(t.organisationId, t.isCurrent, t.decidedAt),
    index("decisions_kind_ix").on(t.organisationId, t.isCurrent, t.kind, t.decidedAt, t.id),
    index("decisions_release_ix").on(t.organisationId, t.isCurrent, t.releaseId, t.kind),
    index("decisions_pair_ix").on(t.organisationId, t.modelId, t.zoneId, t.supplierId, t.releaseId),
  ],
);

export const conditions = table(
  "conditions",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    decisionId: text().notNull(),
    text: text().notNull(),
    owner: text().notNull(),
    dueOn: text().notNull(),
    completedAt: timestamp(),
    completedBy: text().references(() => people.id),
    completionNote: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    foreignKey({
      columns: [t.organisationId, t.decisionId],
      foreignColumns: [decisions.organisationId, decisions.id],
    }),
    index("conditions_decision_ix").on(t.organisationId, t.decisionId),
    index("conditions_due_ix").on(t.organisationId, t.completedAt, t.dueOn, t.id),
  ],
);
