import { DECLARATION_STATES, type DeclarationContent } from "~/domain/declaration/declaration";
import type { ComponentType } from "~/domain/requirement/component-requirement";
import {
  bigint,
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
import { organisations, people } from "./identity";

/** In all four tables `organisationId` is the supplier. */
export const products = table(
  "products",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    name: text().notNull(),
    description: text().notNull(),
    componentTypes: json<ReadonlyArray<ComponentType>>().notNull(),
    createdAt: timestamp().notNull(),
    /** Rises by one with every change. */
    saveVersion: integer().notNull().default(1),
    /** Offered no more; what was declared and sent stays. */
    archivedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("products_name_uq").on(t.organisationId, t.name),
  ],
);

export const releases = table(
  "releases",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    productId: text().notNull(),
    /** The supplier's own designation, e.g. `3.4.1`. */
    version: text().notNull(),
    createdAt: timestamp().notNull(),
    archivedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("releases_version_uq").on(t.organisationId, t.productId, t.version),
    foreignKey({
      columns: [t.organisationId, t.productId],
      foreignColumns: [products.organisationId, products.id],
    }),
  ],
);

export const VISIBILITIES = ["private", "requesting-hospitals", "all-hospitals"] as const;

/** The answers are one JSON document; what lists and engines need of them stands in `declaration_masks`. */
export const declarations = table(
  "declarations",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    releaseId: text().notNull(),
    /** 1, 2, 3 … per release: a correction of a signed declaration is a new version. */
    version: integer().notNull(),
    state: oneOf(DECLARATION_STATES).notNull(),
    content: json<DeclarationContent>().notNull(),
    /** Rises by one with every accepted save of a draft. */
    saveVersion: integer().notNull(),
    visibility: oneOf(VISIBILITIES).notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    updatedAt: timestamp().notNull(),
    signedBy: text().references(() => people.id),
    signedAt: timestamp(),
    /** SHA-256 over the canonical JSON of what was signed. */
    fingerprint: text(),
    /** The declaration of another release that this one began as a copy of, of the same supplier. */
    copiedFrom: text(),
    /** Signed, but not to be judged or decided on any more, and why. */
    withdrawnAt: timestamp(),
    withdrawalReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    uniqueIndex("declarations_version_uq").on(t.organisationId, t.releaseId, t.version),
    // What a hospital sees is told, counted and put in order from this index alone: the rows beside it are large.
    index("declarations_shared_ix").on(
      ...[t.state, t.organisationId, t.releaseId, t.version, t.withdrawnAt, t.visibility],
      ...[t.id, t.signedAt, t.fingerprint],
    ),
    // A hospital asks by release and by id alone: whose it is, is what it learns.
    index("declarations_release_ix").on(t.releaseId, t.version),
    index("declarations_id_ix").on(t.id),
    foreignKey({
      columns: [t.organisationId, t.releaseId],
      foreignColumns: [releases.organisationId, releases.id],
    }),
  ],
);

/** Four states × four 32-bit words over the catalogue's row order, written together with the answers. */
export const declarationMasks = table(
  "declaration_masks",
  {
    organisationId: text().notNull(),
    declarationId: text().notNull(),
    /** Bits follow the rows of this catalogue and the encoding of this version; other masks are to be written anew. */
    catalogueVersion: text().notNull(),
    encoderVersion: integer().notNull(),
    componentTypes: integer().notNull(),
    met0: bigint().notNull(),
    met1: bigint().notNull(),
    met2: bigint().notNull(),
    met3: bigint().notNull(),
    countermeasure0: bigint().notNull(),
    countermeasure1: bigint().notNull(),
    countermeasure2: bigint().notNull(),
    countermeasure3: bigint().notNull(),
    notMet0: bigint().notNull(),
    notMet1: bigint().notNull(),
    notMet2: bigint().notNull(),
    notMet3: bigint().notNull(),
    notApplicable0: bigint().notNull(),
    notApplicable1: bigint().notNull(),
    notApplicable2: bigint().notNull(),
    notApplicable3: bigint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.declarationId] }),
    foreignKey({
      columns: [t.organisationId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }).onDelete("cascade"),
  ],
);
