import { z } from "zod";
import { ComponentTypeSchema, ConfidenceSchema } from "~/domain/requirement/component-requirement";

/** What a standard's rows are. Each kind has one row schema and one view as catalogue rows: see `kinds.ts`. */
export const STANDARD_KINDS = [
  "foundational-requirements",
  "programme-requirements",
  "risk-steps",
  "system-requirements",
  "process-requirements",
  "component-requirements",
  "process-clauses",
  "questionnaire",
  "zone-types",
  "obligations",
  "products",
  "architectures",
] as const;
export type StandardKind = (typeof STANDARD_KINDS)[number];

export const TextSchema = z.string().trim().min(1);
/** Codes of the standard's `sources`. */
export const SourceCodesSchema = z.array(TextSchema);
/** `2024`, `2024-11` or `2024-11-20`: some dates are known to the month or the year only. */
export const PartialDateSchema = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const CatalogueSourceSchema = z.strictObject({
  code: TextSchema,
  /** A neutral description of what it is. */
  what: TextSchema,
  /** null where it was not recorded, or where linking would point at a copy nobody may copy. */
  where: TextSchema.nullable(),
  /** How many documents independent of each other stand behind the code; 0 for memory. */
  independentDocuments: z.int().min(0),
});
export type CatalogueSource = z.output<typeof CatalogueSourceSchema>;

/** Part of a standard that its rows are grouped by on the catalogue page. */
export const GroupSchema = z.strictObject({
  id: TextSchema,
  parent: TextSchema.optional(),
  title: TextSchema,
  number: z.int().optional(),
  clause: TextSchema.optional(),
  clauseConfidence: ConfidenceSchema.optional(),
  /** Rows in the group and in the groups below it. */
  count: z.int().min(0),
  confidence: ConfidenceSchema,
  sources: SourceCodesSchema.optional(),
  note: TextSchema.optional(),
});
export type Group = z.output<typeof GroupSchema>;

export const RemarkSchema = z.strictObject({
  topic: TextSchema,
  text: TextSchema,
  /** null: a remark on the catalogue itself, not a fact about the standard. */
  confidence: ConfidenceSchema.nullable(),
  sources: SourceCodesSchema.optional(),
});
export type Remark = z.output<typeof RemarkSchema>;

/** Counts the rows must have; loading fails where they do not. */
export const ExpectedCountsSchema = z.strictObject({
  rows: z.int().min(1),
  confidence: z.partialRecord(ConfidenceSchema, z.int().min(1)),
  /** Rows that are not enhancements. */
  baseRows: z.int().optional(),
  /** Rows up to SL 1, 2, 3, 4: per component type, or `system`. */
  cumulative: z.record(TextSchema, z.tuple([z.int(), z.int(), z.int(), z.int()])).optional(),
  /** Rows per value of a member. */
  tallies: z.record(TextSchema, z.record(TextSchema, z.int())).optional(),
});

export const StandardSchema = z.strictObject({
  /** Name of the folder. */
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  designation: TextSchema,
  edition: TextSchema,
  subject: TextSchema,
  kind: z.enum(STANDARD_KINDS),
  /** To be shown wherever the rows are. */
  notice: TextSchema,
  confidenceLegend: z.strictObject({
    "cross-checked": TextSchema,
    "single-source": TextSchema,
    recalled: TextSchema,
  }),
  expected: ExpectedCountsSchema,
  groups: z.array(GroupSchema).min(1),
  /** Prefixes of 62443-4-2 and the component types they are for; null = every type. */
  families: z
    .array(
      z.strictObject({
        prefix: TextSchema,
        componentType: ComponentTypeSchema.nullable(),
        clause: TextSchema.nullable(),
        baseRows: z.int(),
      }),
    )
    .optional(),
  /** Demands on every row, e.g. the CCSC of 62443-4-2. */
  constraints: z
    .array(z.strictObject({ id: TextSchema, title: TextSchema, confidence: ConfidenceSchema }))
    .optional(),
  maturityLevels: z
    .array(
      z.strictObject({
        level: z.literal([1, 2, 3, 4]),
        id: TextSchema,
        name: TextSchema,
        meaning: TextSchema,
        confidence: ConfidenceSchema,
        note: TextSchema.optional(),
      }),
    )
    .optional(),
  annexes: z
    .array(z.strictObject({ id: TextSchema, title: TextSchema, confidence: ConfidenceSchema }))
    .optional(),
  remarks: z.array(RemarkSchema),
  sources: z.array(CatalogueSourceSchema),
});
export type StandardHeading = z.output<typeof StandardSchema>;

/** What each source reads as `minSl`; a text such as `<=2` or `o` is a hint and does not count as a reading. */
export const ProvenanceRowSchema = z.strictObject({
  id: TextSchema,
  evidence: z.record(TextSchema, z.union([z.literal([1, 2, 3, 4]), TextSchema])),
});
export type ProvenanceRow = z.output<typeof ProvenanceRowSchema>;
