import type { z } from "zod";
import { ComponentRequirementSchema } from "~/domain/requirement/component-requirement";
import { type Fault, parseRows } from "./fault";
import type { CatalogueRow, StandardKind } from "./schemas";
import {
  ArchitectureSchema,
  FoundationRowSchema,
  ObligationSchema,
  ProcessClauseSchema,
  ProcessRequirementSchema,
  ProgrammeRequirementSchema,
  QuestionSchema,
  ReferenceZoneTypeSchema,
  RiskStepSchema,
  SampleProductSchema,
  SystemRequirementSchema,
} from "./schemas";

type Kind<Row> = Readonly<{
  /** `rows` in full, and the same rows as every standard shows them. */
  read: (
    file: string,
    content: unknown,
    faults: Fault[],
  ) => { rows: ReadonlyArray<Row>; entries: ReadonlyArray<CatalogueRow> };
}>;

/** Members a kind need not name: no level, no component types, no sources. */
type Entry = Partial<CatalogueRow> & Pick<CatalogueRow, "title" | "group">;
type Common = Pick<CatalogueRow, "id" | "confidence"> & Partial<Pick<CatalogueRow, "sources" | "note">>;

function kindOf<Row extends Common>(schema: z.ZodType<Row>, toEntry: (row: Row) => Entry): Kind<Row> {
  return {
    read: (file, content, faults) => {
      const rows = parseRows(file, content, schema, faults);
      return { rows, entries: rows.map((row) => ({ ...commonEntry(row), ...toEntry(row) })) };
    },
  };
}

function commonEntry(row: Common) {
  return {
    id: row.id,
    minSl: null,
    componentTypes: null,
    confidence: row.confidence,
    sources: row.sources ?? [],
    note: row.note,
  };
}

/** Enhancements are part of their base requirement. */
function parentOf(row: { base: string; enhancement: number | null }): string | undefined {
  return row.enhancement === null ? undefined : row.base;
}

/** One row schema and one view per kind of standard. */
export const KINDS = {
  "foundational-requirements": kindOf(FoundationRowSchema, ({ title, about }) => ({ title, group: about })),
  "programme-requirements": kindOf(ProgrammeRequirementSchema, ({ title, group }) => ({ title, group })),
  "risk-steps": kindOf(RiskStepSchema, ({ title, step }) => ({ title, group: step })),
  "system-requirements": kindOf(SystemRequirementSchema, (row) => ({
    title: row.title,
    group: row.foundationalRequirement,
    minSl: row.minSl,
    parent: parentOf(row),
    conflict: row.conflict,
  })),
  "process-requirements": kindOf(ProcessRequirementSchema, ({ title, practice }) => ({
    title,
    group: practice,
  })),
  "component-requirements": kindOf(ComponentRequirementSchema, (row) => ({
    title: row.title,
    group: row.foundationalRequirement,
    minSl: row.minSl,
    componentTypes: row.appliesTo,
    parent: parentOf(row),
    conflict: row.conflict,
  })),
  "process-clauses": kindOf(ProcessClauseSchema, ({ title, id, parent }) => ({
    title,
    group: id.split(".")[0] ?? id,
    parent: parent ?? undefined,
  })),
  questionnaire: kindOf(QuestionSchema, ({ label, section, parent }) => ({
    title: label,
    group: section,
    parent,
  })),
  "zone-types": kindOf(ReferenceZoneTypeSchema, ({ name, trustClass }) => ({
    title: name,
    group: trustClass,
  })),
  obligations: kindOf(ObligationSchema, ({ summary, instrument }) => ({ title: summary, group: instrument })),
  products: kindOf(SampleProductSchema, ({ name, componentTypes }) => ({
    title: name,
    group: componentTypes[0] ?? "",
    componentTypes,
  })),
  architectures: kindOf(ArchitectureSchema, ({ name, basis, publicationSources }) => ({
    title: name,
    group: basis,
    sources: publicationSources,
  })),
} satisfies Record<StandardKind, unknown>;

type RowOf<Id extends StandardKind> = (typeof KINDS)[Id] extends Kind<infer Row> ? Row : never;

/** Every row in full, by the kind of its standard. */
export type RowsByKind = Readonly<{ [Id in StandardKind]: ReadonlyArray<RowOf<Id>> }>;
