import type { ImportPlan } from "~/domain/declaration/import-plan";
import { IMPORT_STATES } from "~/domain/declaration/import-words";
import { bigint, foreignKey, index, json, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { declarations } from "./declarations";
import { people } from "./identity";

/**
 * Files that were read to fill in a draft: what each would set, until somebody takes it over or a week has passed. The
 * file itself lies in the store; it may be forgotten there, the plan remains.
 */
export const fileImports = table(
  "file_imports",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    declarationId: text().notNull(),
    sha256: text().notNull(),
    name: text().notNull(),
    bytes: bigint().notNull(),
    state: oneOf(IMPORT_STATES).notNull(),
    /** Once it was read. */
    plan: json<ImportPlan>(),
    /** Why nothing was read, as JSON of its own shape. */
    refusal: json<unknown>(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    appliedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("file_imports_declaration_ix").on(t.organisationId, t.declarationId, t.createdAt),
    index("file_imports_created_ix").on(t.createdAt),
    foreignKey({
      columns: [t.organisationId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }).onDelete("cascade"),
  ],
);
