import { index, integer, json, table, text, timestamp } from "../columns";

/**
 * One log per installation, gap-free, append-only. No foreign keys: entries outlive what they tell of. Personal
 * data by reference only, so that erasing a person never breaks the log.
 */
export const auditEntries = table(
  "audit_entries",
  {
    sequence: integer().primaryKey(),
    at: timestamp().notNull(),
    action: text().notNull(),
    personId: text(),
    organisationId: text(),
    subjectId: text().notNull(),
    details: json<Readonly<Record<string, unknown>>>().notNull(),
    /** SHA-256 over the canonical JSON of this entry and the hash before it. */
    hash: text().notNull(),
  },
  (t) => [
    index("audit_entries_organisation_ix").on(t.organisationId, t.sequence),
    /** The history of one thing. */
    index("audit_entries_subject_ix").on(t.organisationId, t.subjectId, t.sequence),
  ],
);
