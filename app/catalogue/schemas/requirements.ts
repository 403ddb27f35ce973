import { z } from "zod";
import { ComponentRequirementSchema, ConfidenceSchema } from "~/domain/requirement/component-requirement";
import { FoundationalRequirementSchema, SecurityLevelSchema } from "~/domain/security-level/security-level";
import { SourceCodesSchema, TextSchema } from "./standard";

const provenance = { confidence: ConfidenceSchema, sources: SourceCodesSchema, note: TextSchema.optional() };

/** IEC TS 62443-1-1: the seven foundational requirements, the levels 0 to 4, and SL-T, SL-C, SL-A. */
export const FoundationRowSchema = z.discriminatedUnion("about", [
  z.strictObject({
    id: TextSchema,
    about: z.literal("foundational-requirement"),
    title: TextSchema,
    foundationalRequirement: FoundationalRequirementSchema,
    purpose: TextSchema,
    ...provenance,
  }),
  z.strictObject({
    id: TextSchema,
    about: z.literal("security-level"),
    title: TextSchema,
    level: SecurityLevelSchema,
    attacker: z
      .strictObject({ means: TextSchema, resources: TextSchema, skills: TextSchema, motivation: TextSchema })
      .nullable(),
    attackerConfidence: ConfidenceSchema.optional(),
    ...provenance,
  }),
  z.strictObject({
    id: TextSchema,
    about: z.literal("level-type"),
    title: TextSchema,
    setBy: TextSchema,
    ...provenance,
  }),
]);
export type FoundationRow = z.output<typeof FoundationRowSchema>;

/** What the levels of one foundational requirement mean beyond the general meaning. */
export const LevelNuanceSchema = z.strictObject({
  foundationalRequirement: FoundationalRequirementSchema,
  byLevel: z.strictObject({ "1": TextSchema, "2": TextSchema, "3": TextSchema, "4": TextSchema }),
  confidence: ConfidenceSchema,
  sources: SourceCodesSchema,
});

/** IEC 62443-2-1: rated by maturity level, not by security level. */
export const ProgrammeRequirementSchema = z.strictObject({
  id: TextSchema,
  /** `ORG 1` */
  group: TextSchema,
  /** `SPE 1` */
  element: TextSchema,
  title: TextSchema,
  ...provenance,
  crossCheck: TextSchema.optional(),
});
export type ProgrammeRequirement = z.output<typeof ProgrammeRequirementSchema>;

/** IEC 62443-3-2: one sub-requirement of the steps ZCR 1 to 7. */
export const RiskStepSchema = z.strictObject({
  id: TextSchema,
  step: TextSchema,
  title: TextSchema,
  ...provenance,
  obligation: z.enum(["shall", "should"]).optional(),
  obligationConfidence: ConfidenceSchema.optional(),
});
export type RiskStep = z.output<typeof RiskStepSchema>;

/** IEC 62443-3-3: a system requirement (SR) or an enhancement (RE) of one. */
export const SystemRequirementSchema = ComponentRequirementSchema.omit({
  appliesTo: true,
  systemRequirement: true,
  condition: true,
});
export type SystemRequirement = z.output<typeof SystemRequirementSchema>;

/** IEC 62443-4-1. Its ids SR-1 … and SI-1 … are no system requirements: always key by standard and id. */
export const ProcessRequirementSchema = z.strictObject({
  id: TextSchema,
  practice: TextSchema,
  clause: TextSchema,
  title: TextSchema,
  ...provenance,
});
export type ProcessRequirement = z.output<typeof ProcessRequirementSchema>;

/** IEC 81001-5-1: one clause. */
export const ProcessClauseSchema = z.strictObject({
  id: TextSchema,
  parent: TextSchema.nullable(),
  title: TextSchema,
  /** What a supplier can show for it. */
  supplierEvidence: TextSchema.nullable(),
  ...provenance,
  agreesWithRecollection: z.literal(true).optional(),
});
export type ProcessClause = z.output<typeof ProcessClauseSchema>;

/** ANSI/NEMA HN 1-2019 (MDS2): one question. */
export const QuestionSchema = z.strictObject({
  id: TextSchema,
  section: TextSchema,
  parent: TextSchema.optional(),
  label: TextSchema,
  answerType: z.enum(["yes-no", "text", "date"]),
  /** The secure answer; it is not always yes. `context`: neither is good or bad. */
  favourableAnswer: z.enum(["yes", "no", "context"]),
  foundationalRequirements: z.array(FoundationalRequirementSchema),
  topics: z.array(TextSchema),
  ...provenance,
  /** Of the set of ids as a whole. */
  idConfidence: ConfidenceSchema,
  /** Of what the question says about IEC 62443. */
  mappingConfidence: ConfidenceSchema,
});
export type Question = z.output<typeof QuestionSchema>;

/** Reference columns of the MDS2 worksheet, per section. */
export const FormColumnsSchema = z.strictObject({
  section: TextSchema,
  iecTr80001: TextSchema.nullable(),
  nistSp80053: z.array(TextSchema),
  iso27002: z.array(TextSchema),
  confidence: ConfidenceSchema,
});
