import { foreignKey, primaryKey, table, text } from "../columns";
import { declarations } from "./declarations";

/**
 * What was signed, byte for byte as it was signed, and the portal's signature under it. Written once with the signed
 * version and never changed; versions from before there were seals have none. Text and not JSON: PostgreSQL would
 * write a document in another order.
 */
export const declarationSeals = table(
  "declaration_seals",
  {
    organisationId: text().notNull(),
    declarationId: text().notNull(),
    /** Canonical JSON (RFC 8785). */
    statement: text().notNull(),
    /** SHA-256 of the statement, hexadecimal. */
    sha256: text().notNull(),
    /** Ed25519 over the statement, base64. */
    signature: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.declarationId] }),
    foreignKey({
      columns: [t.organisationId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }).onDelete("cascade"),
  ],
);
