import { boolean, foreignKey, index, integer, primaryKey, table, text, timestamp } from "../columns";
import { files } from "./files";

/** Lists of components that were read, so that their parts can be searched. In both tables `organisationId` is whose file it is. */
export const sbomLists = table(
  "sbom_lists",
  {
    organisationId: text().notNull(),
    sha256: text().notNull(),
    /** null = the file is no list, or could not be read. */
    componentCount: integer(),
    /** It names more different components than are kept. */
    isCut: boolean().notNull(),
    readAt: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.sha256] }),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [files.organisationId, files.sha256],
    }).onDelete("cascade"),
  ],
);

/** The components of a list, each once, at most 10,000 of it. Never updated. */
export const sbomParts = table(
  "sbom_parts",
  {
    organisationId: text().notNull(),
    sha256: text().notNull(),
    number: integer().notNull(),
    name: text().notNull(),
    version: text().notNull(),
    purl: text().notNull(),
    cpe: text().notNull().default(""),
    /** What they are found by: the name in plain words, package and CPE without their version; empty = none. */
    nameKey: text().notNull(),
    purlKey: text().notNull(),
    cpeKey: text().notNull().default(""),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.sha256, t.number] }),
    index("sbom_parts_name_ix").on(t.nameKey, t.organisationId, t.sha256),
    index("sbom_parts_purl_ix").on(t.purlKey, t.organisationId, t.sha256),
    index("sbom_parts_cpe_ix").on(t.cpeKey, t.organisationId, t.sha256),
    foreignKey({
      columns: [t.organisationId, t.sha256],
      foreignColumns: [sbomLists.organisationId, sbomLists.sha256],
    }).onDelete("cascade"),
  ],
);
