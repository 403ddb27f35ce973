import { foreignKey, index, primaryKey, table, text, timestamp } from "../columns";
import { declarations } from "./declarations";
import { people } from "./identity";

/** Who of the supplier fills in which section of a declaration. */
export const sectionAssignments = table(
  "section_assignments",
  {
    organisationId: text().notNull(),
    declarationId: text().notNull(),
    section: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    assignedBy: text()
      .notNull()
      .references(() => people.id),
    assignedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.declarationId, t.section] }),
    foreignKey({
      columns: [t.organisationId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }).onDelete("cascade"),
    index("section_assignments_person_ix").on(t.organisationId, t.personId),
  ],
);
