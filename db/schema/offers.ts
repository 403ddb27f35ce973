import { COST_PERIODS, CURRENCIES } from "~/domain/procurement/offer-note";
import { foreignKey, integer, oneOf, primaryKey, table, text, timestamp, uniqueIndex } from "../columns";
import { organisations, people } from "./identity";
import { zoneModels } from "./zone-models";

/**
 * What a hospital expects a countermeasure to take, per zone, release and countermeasure; never seen by a supplier.
 * Every writing is a version of its own; none is updated.
 */
export const offerNotes = table(
  "offer_notes",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    supplierId: text()
      .notNull()
      .references(() => organisations.id),
    releaseId: text().notNull(),
    /** `row:CR 1.1` or `ledger:<id>`. */
    countermeasure: text().notNull(),
    /** From 1; the highest holds. */
    version: integer().notNull(),
    /** Tenths of a person-day; null = not estimated. */
    effortTenths: integer(),
    /** Whole units of the currency; null = not estimated. */
    amount: integer(),
    currency: oneOf(CURRENCIES),
    period: oneOf(COST_PERIODS),
    text: text().notNull(),
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
    uniqueIndex("offer_notes_version_uq").on(
      t.organisationId,
      t.modelId,
      t.zoneId,
      t.supplierId,
      t.releaseId,
      t.countermeasure,
      t.version,
    ),
  ],
);
