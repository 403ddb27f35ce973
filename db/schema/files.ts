import { ALL_MEDIA_TYPES, CONTENT_FAULTS } from "~/domain/files/media-type";
import { UPLOAD_STATES } from "~/domain/files/upload";
import { bigint, foreignKey, index, integer, oneOf, primaryKey, table, text, timestamp } from "../columns";
import { declarations, releases } from "./declarations";
import { organisations, people } from "./identity";

/** What lies in the store, by digest. In all three tables `organisationId` is whose files these are. */
export const files = table(
  "files",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    /** Of the bytes, 64 hexadecimal digits: the address in the store. */
    sha256: text().notNull(),
    /** As it was called when it first came. */
    name: text().notNull(),
    bytes: bigint().notNull(),
    /** What was found in it. */
    mediaType: oneOf(ALL_MEDIA_TYPES).notNull(),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.sha256] })],
);

/** Files on their way in. How much has come, the part itself says. */
export const uploads = table(
  "uploads",
  {
    organisationId: text().notNull(),
    id: text().notNull(),
    /** The draft it is for; null for a file that goes with a hospital's requests. */
    declarationId: text(),
    name: text().notNull(),
    /** The whole size that was announced. */
    bytes: bigint().notNull(),
    /** SHA-256 of the ticket: whoever reads the database cannot send anything with it. */
    ticketHash: text().notNull(),
    state: oneOf(UPLOAD_STATES).notNull(),
    /** What became of it: the digest where it was kept, the fault where it was refused. */
    sha256: text(),
    fault: oneOf(CONTENT_FAULTS),
    createdBy: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("uploads_state_ix").on(t.organisationId, t.state),
    index("uploads_expires_ix").on(t.expiresAt),
    foreignKey({
      columns: [t.organisationId, t.declarationId],
      foreignColumns: [declarations.organisationId, declarations.id],
    }).onDelete("cascade"),
  ],
);

/** Every file that a piece of evidence has ever had, in order: the last one is its file, the others were replaced. */
export const evidenceFiles = table(
  "evidence_files",
  {
    organisationId: text().notNull(),
    /** The versions of a declaration share their pieces by id, and with them this history. */
    releaseId: text().notNull(),
    evidenceId: text().notNull(),
    /** 1, 2, 3 … */
    number: integer().notNull(),
    sha256: text().notNull(),
    attachedBy: text()
      .notNull()
      .references(() => people.id),
    attachedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.releaseId, t.evidenceId, t.number] }),
    index("evidence_files_sha256_ix").on(t.organisationId, t.sha256),
    foreignKey({
      columns: [t.organisationId, t.releaseId],
      foreignColumns: [releases.organisationId, releases.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [files.organisationId, files.sha256],
    }),
  ],
);
