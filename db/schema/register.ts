import { DECLARED_END_KINDS } from "~/domain/procurement/register";
import { foreignKey, index, oneOf, primaryKey, table, text } from "../columns";
import { decisions } from "./procurement";

/**
 * What approvals in force are found, sorted and dated by: written with the decision and gone with the one that takes
 * its place. Everything in it can be made anew from what was frozen with the decision.
 */
export const registerEntries = table(
  "register_entries",
  {
    organisationId: text().notNull(),
    decisionId: text().notNull(),
    modelId: text().notNull(),
    zoneId: text().notNull(),
    orderText: text().notNull(),
    searchText: text().notNull(),
    /** The first end of the frozen declaration; null where it states none. */
    declaredEndsOn: text(),
    declaredEndKind: oneOf(DECLARED_END_KINDS),
    declaredEndName: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.decisionId] }),
    foreignKey({
      columns: [t.organisationId, t.decisionId],
      foreignColumns: [decisions.organisationId, decisions.id],
    }).onDelete("cascade"),
    index("register_entries_order_ix").on(t.organisationId, t.orderText, t.decisionId),
    index("register_entries_model_ix").on(t.organisationId, t.modelId, t.orderText, t.decisionId),
  ],
);
