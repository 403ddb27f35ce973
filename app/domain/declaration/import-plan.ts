import { z } from "zod";
import {
  ComponentTypeSchema,
  ConfidenceSchema,
  RequirementIdSchema,
} from "../requirement/component-requirement";
import { SlVectorSchema } from "../security-level/security-level";
import { AnswerSchema } from "./declaration";
import { EvidenceSchema } from "./evidence";
import { FACT_KEYS } from "./fact-fields";
import { type FactKey, ProductFactsSchema, VulnerabilitySchema } from "./facts";
import { FILE_KINDS, IMPORT_FAULTS, IMPORT_REASONS } from "./import-words";

/**
 * Where in a file: an RFC 6901 pointer, a path of XML elements with numbers from 1, a line from 1, or a cell (`sheet` null in
 * CSV, `column` null for the whole row).
 */
export const FilePlaceSchema = z.union([
  z.strictObject({ pointer: z.string().max(300) }),
  z.strictObject({ path: z.string().max(300) }),
  z.strictObject({ line: z.int().min(1) }),
  z.strictObject({
    sheet: z.string().max(100).nullable(),
    row: z.int().min(1),
    column: z.string().max(4).nullable(),
  }),
]);
export type FilePlace = z.output<typeof FilePlaceSchema>;

/** Why an entry is proposed. `subject` is what speaks (a question, a component), `says` its words. */
const ReasonSchema = z.strictObject({
  code: z.enum(IMPORT_REASONS),
  subject: z.string().max(200),
  says: z.string().max(2000),
  /** Of the mapping that was used; null where the file states the very thing. */
  confidence: ConfidenceSchema.nullable(),
  place: FilePlaceSchema.nullable(),
});
export type ImportReason = z.output<typeof ReasonSchema>;

/**
 * How what is proposed stands to what is stated: nothing is stated, the same is, the same and less of a list, or something
 * else. Only `new` and `adds` are taken unless a person says otherwise.
 */
export const IMPORT_STANDINGS = ["new", "adds", "contradicts", "agrees"] as const;
export type ImportStanding = (typeof IMPORT_STANDINGS)[number];

const common = {
  /** Unique in its plan, e.g. `answer:CR 1.1`. */
  id: z.string().min(1).max(200),
  standing: z.enum(IMPORT_STANDINGS),
  /** null = the file as a whole. */
  place: FilePlaceSchema.nullable(),
  reasons: z.array(ReasonSchema).max(100),
};

/** `proposed` null takes back what is stated; `present` is what was stated when the file was read, null = nothing. */
const EntrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...common,
    kind: z.literal("component-types"),
    proposed: z.array(ComponentTypeSchema).max(4),
    present: z.array(ComponentTypeSchema).max(4),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("claimed-level"),
    proposed: SlVectorSchema.nullable(),
    present: SlVectorSchema.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("answer"),
    requirementId: RequirementIdSchema,
    proposed: AnswerSchema.nullable(),
    present: AnswerSchema.nullable(),
  }),
  /** Both hold the one fact, or nothing where it is not stated. */
  z.strictObject({
    ...common,
    kind: z.literal("fact"),
    key: z.enum(FACT_KEYS as [FactKey, ...Array<FactKey>]),
    proposed: ProductFactsSchema,
    present: ProductFactsSchema,
  }),
  /** One of the list of vulnerabilities; a plan proposes either these or the whole list as a fact. */
  z.strictObject({
    ...common,
    kind: z.literal("vulnerability"),
    proposed: VulnerabilitySchema,
    present: VulnerabilitySchema.nullable(),
    /** The file gives no severity: a person has to choose one, else the entry cannot be taken. */
    lacksSeverity: z.boolean(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("evidence"),
    proposed: EvidenceSchema,
    present: EvidenceSchema.nullable(),
  }),
]);
export type ImportEntry = z.output<typeof EntrySchema>;

/** What could not be used, and where. */
const UnusedSchema = z.strictObject({
  code: z.enum(IMPORT_FAULTS),
  place: FilePlaceSchema.nullable(),
  value: z.string().max(300),
  /** What was probably meant; empty = nobody knows. */
  suggestion: z.string().max(300),
});
export type ImportFault = z.output<typeof UnusedSchema>;

/** How far a list of components has what a guideline asks for; see formats/sbom/quality. */
const QualitySchema = z.strictObject({
  standard: z.string().max(40),
  isComplete: z.boolean(),
  elements: z.array(
    z.strictObject({
      element: z.string().max(60),
      of: z.enum(["document", "component"]),
      present: z.int().min(0),
      absent: z.int().min(0),
      examples: z.array(
        z.strictObject({
          name: z.string().max(200),
          version: z.string().max(200).nullable(),
          place: FilePlaceSchema,
        }),
      ),
      source: z.strictObject({
        document: z.string(),
        date: z.string(),
        section: z.string(),
        status: z.enum(["final", "draft"]),
        confidence: z.enum(["cross-checked", "single-source"]),
      }),
    }),
  ),
});
export type SbomQuality = z.output<typeof QualitySchema>;

/** What the seal of a declaration file is worth: see formats/cordon-json/sealed-file. */
export const SEAL_STANDINGS = ["intact", "unknown-key", "altered", "unsigned"] as const;
const SealFindingSchema = z.strictObject({
  standing: z.enum(SEAL_STANDINGS),
  /** What the seal says of itself; null where there is none that can be read. */
  says: z
    .strictObject({ signedBy: z.string().max(200), signedAt: z.string().max(40), keyId: z.string().max(64) })
    .nullable(),
});
export type SealFinding = z.output<typeof SealFindingSchema>;

export const MAX_IMPORT_ENTRIES = 3_000;
export const MAX_IMPORT_FAULTS = 500;

/** What a file says of a product release and what of it a declaration could take over. Nothing of it is taken by itself. */
export const ImportPlanSchema = z.strictObject({
  kind: z.enum(FILE_KINDS),
  /** Of the file: `2019`, `CycloneDX 1.6`; empty where it has none. */
  edition: z.string().max(60),
  /** What it is about, in its own words; empty where it does not say. */
  about: z.string().max(300),
  /** Things that were read: questions answered, components, statements. */
  counted: z.int().min(0),
  entries: z
    .array(EntrySchema)
    .max(MAX_IMPORT_ENTRIES)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "duplicate-id"),
  /** At most {@link MAX_IMPORT_FAULTS}; `unusedCount` counts all. */
  unused: z.array(UnusedSchema).max(MAX_IMPORT_FAULTS),
  unusedCount: z.int().min(0),
  quality: z.array(QualitySchema).max(10),
  /** The piece of evidence that the file becomes with the first entry taken; null = it is none. */
  evidence: EvidenceSchema.nullable(),
  /** Of a kind of file that the portal seals; null of every other. */
  seal: SealFindingSchema.nullable().default(null),
});
export type ImportPlan = z.output<typeof ImportPlanSchema>;

/** Nobody can tell for sure whether the file speaks of this product. */
const UNSURE: ReadonlyArray<ImportReason["code"]> = ["matches-uncertainly", "no-list", "several-states"];

/** The same for an entry of a file: of one that was altered after it was signed nothing is ticked. */
export function isPreselected({ seal }: Pick<ImportPlan, "seal">, entry: ImportEntry): boolean {
  return seal?.standing !== "altered" && isTakenByDefault(entry);
}

/** Whether an entry is ticked until a person says otherwise: what is new or adds, is surely meant and needs nothing else. */
export function isTakenByDefault(entry: ImportEntry): boolean {
  if (entry.kind === "vulnerability") {
    const isSure = entry.reasons.some(({ code }) => !UNSURE.includes(code));
    if (entry.lacksSeverity || !isSure) return false;
  }
  return entry.standing === "new" || entry.standing === "adds";
}
