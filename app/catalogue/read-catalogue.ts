import { z } from "zod";
import { type Fault, parseFile, parseRows, refuseFaults } from "./fault";
import { deepFreeze } from "./freeze";
import { findFaults } from "./integrity";
import { KINDS, type RowsByKind } from "./kinds";
import {
  type CatalogueRow,
  type Mapping,
  MappingSchema,
  type ProvenanceRow,
  ProvenanceRowSchema,
  type RelatedRow,
  STANDARD_KINDS,
  type Standard,
  StandardSchema,
  toInverse,
} from "./schemas";
import type { Catalogue } from "./shape";
import { SUPPLEMENTS, type SupplementId, type Supplements } from "./supplements";

/** The content of the files, before anybody has looked at it. */
export type CatalogueFiles = Readonly<{
  version: unknown;
  standards: ReadonlyArray<StandardFiles>;
  mappings: ReadonlyArray<Readonly<{ file: string; content: unknown }>>;
  supplements: Readonly<Record<SupplementId, unknown>>;
}>;

type StandardFiles = Readonly<{
  folder: string;
  standard: unknown;
  requirements: unknown;
  /** What each source says of each row, where that is kept apart from the rows. */
  provenance?: unknown;
}>;

type ReadStandard = {
  standard: Standard;
  rows: RowsByKind[keyof RowsByKind];
  provenance: ReadonlyArray<ProvenanceRow> | null;
};

const VersionSchema = z.strictObject({ version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/) });

/**
 * Validates the files and ties them together. Throws, naming file, row and field, on anything that does not
 * fit: a schema, a count, a duplicate id, an end of a mapping, a confidence that its evidence does not carry.
 */
export function readCatalogue(files: CatalogueFiles): Catalogue {
  const faults: Fault[] = [];
  const version = parseFile("version.json", files.version, VersionSchema, faults);
  const read = files.standards.flatMap((entry) => readStandard(entry, faults));
  const mappings = files.mappings.flatMap(
    ({ file, content }) => parseFile(file, content, MappingSchema, faults) ?? [],
  );
  const supplements = readSupplements(files.supplements, faults);
  refuseFaults(faults);

  const related = relatedRows(mappings);
  const catalogue: Catalogue = {
    version: version?.version ?? "",
    standards: read.map(({ standard }) => ({
      ...standard,
      rows: standard.rows.map((row) => withRelated(row, related.get(`${standard.id} ${row.id}`))),
    })),
    mappings,
    requirements: toRowsByKind(read),
    provenance: Object.fromEntries(
      read.flatMap(({ standard, provenance }) => (provenance === null ? [] : [[standard.id, provenance]])),
    ),
    supplements,
  };
  refuseFaults(findFaults(catalogue));
  return deepFreeze(catalogue);
}

function readStandard(files: StandardFiles, faults: Fault[]): ReadonlyArray<ReadStandard> {
  const heading = parseFile(`${files.folder}/standard.json`, files.standard, StandardSchema, faults);
  if (heading === undefined) return [];
  if (heading.id !== files.folder) {
    faults.push({
      file: `${files.folder}/standard.json`,
      row: null,
      field: "id",
      message: "is not the folder",
    });
  }
  const { rows, entries } = KINDS[heading.kind].read(
    `${files.folder}/requirements.json`,
    files.requirements,
    faults,
  );
  if (files.provenance === undefined)
    return [{ standard: { ...heading, rows: entries }, rows, provenance: null }];

  const file = `${files.folder}/provenance.json`;
  const provenance = parseRows(file, files.provenance, ProvenanceRowSchema, faults);
  const codes = new Map(provenance.map(({ id, evidence }) => [id, Object.keys(evidence)]));
  const sourced = entries.map((entry) => ({ ...entry, sources: codes.get(entry.id) ?? [] }));
  return [{ standard: { ...heading, rows: sourced }, rows, provenance }];
}

function readSupplements(contents: CatalogueFiles["supplements"], faults: Fault[]): Supplements {
  const read = Object.entries(SUPPLEMENTS).map(([id, { file, schema }]) => {
    // `Object.entries` forgets that the keys are the ids.
    const content = contents[id as SupplementId];
    return [id, parseRows<unknown>(file, content, schema, faults)];
  });
  // Each list was parsed with the schema that its type is made from.
  return Object.fromEntries(read) as Supplements;
}

function toRowsByKind(read: ReadonlyArray<ReadStandard>): RowsByKind {
  const byKind = STANDARD_KINDS.map((kind) => [
    kind,
    read.filter(({ standard }) => standard.kind === kind).flatMap<unknown>(({ rows }) => rows),
  ]);
  // The rows of a kind were parsed with the schema of that kind.
  return Object.fromEntries(byKind) as RowsByKind;
}

function withRelated(row: CatalogueRow, relatedTo: ReadonlyArray<RelatedRow> | undefined): CatalogueRow {
  return relatedTo === undefined ? row : { ...row, relatedTo };
}

/** Both ends of every mapping row, by standard and id. */
function relatedRows(mappings: ReadonlyArray<Mapping>): ReadonlyMap<string, ReadonlyArray<RelatedRow>> {
  const related = new Map<string, RelatedRow[]>();
  const add = (standard: string, id: string, other: RelatedRow) => {
    const key = `${standard} ${id}`;
    related.set(key, [...(related.get(key) ?? []), other]);
  };
  for (const { from, to, rows } of mappings) {
    for (const row of rows) {
      if (row.to === null) continue;
      const { relation, confidence } = row;
      add(from, row.from, { standard: to, id: row.to, relation, confidence });
      add(to, row.to, { standard: from, id: row.from, relation: toInverse(relation), confidence });
    }
  }
  return related;
}
