import { ALL_MEDIA_TYPES } from "~/domain/files/media-type";
import {
  bigint,
  foreignKey,
  index,
  integer,
  oneOf,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "../columns";
import { files } from "./files";
import { organisations, people } from "./identity";
import { conditions } from "./procurement";
import { zoneModels } from "./zone-models";

/** Files that show that a condition was met: written with its completion and never changed. */
export const conditionFiles = table(
  "condition_files",
  {
    organisationId: text().notNull(),
    conditionId: text().notNull(),
    sha256: text().notNull(),
    /** As the hospital called it this time. */
    name: text().notNull(),
    position: integer().notNull(),
    attachedBy: text()
      .notNull()
      .references(() => people.id),
    attachedAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.conditionId, t.sha256] }),
    index("condition_files_sha256_ix").on(t.organisationId, t.sha256),
    foreignKey({
      columns: [t.organisationId, t.conditionId],
      foreignColumns: [conditions.organisationId, conditions.id],
    }),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [files.organisationId, files.sha256],
    }),
  ],
);

/**
 * Files that show a measure in one place: a zone, or the whole hospital where model and zone are null. A row is never
 * deleted: of a file that was taken back it still says what it was, while its bytes go.
 */
export const measureFiles = table(
  "measure_files",
  {
    organisationId: text()
      .notNull()
      .references(() => organisations.id, { onDelete: "cascade" }),
    id: text().notNull(),
    /** As in `measure_versions`. */
    place: text().notNull(),
    modelId: text(),
    zoneId: text(),
    measureId: text().notNull(),
    sha256: text().notNull(),
    /** The same digest while the file is held, null once it was taken back: then nothing keeps its bytes any more. */
    heldSha256: text(),
    name: text().notNull(),
    bytes: bigint().notNull(),
    mediaType: oneOf(ALL_MEDIA_TYPES).notNull(),
    /** What was attached at once has the same, which the audit trail names. */
    attachingId: text().notNull(),
    attachedBy: text()
      .notNull()
      .references(() => people.id),
    attachedAt: timestamp().notNull(),
    takenBackBy: text().references(() => people.id),
    takenBackAt: timestamp(),
    takenBackNote: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    // The same bytes stand at a measure once; nulls differ from each other in both dialects.
    uniqueIndex("measure_files_held_uq").on(t.organisationId, t.place, t.measureId, t.heldSha256),
    index("measure_files_sha256_ix").on(t.organisationId, t.heldSha256),
    index("measure_files_attached_ix").on(t.organisationId, t.attachedAt),
    foreignKey({
      columns: [t.organisationId, t.modelId],
      foreignColumns: [zoneModels.organisationId, zoneModels.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.organisationId, t.heldSha256],
      foreignColumns: [files.organisationId, files.sha256],
    }),
  ],
);
