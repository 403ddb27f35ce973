import { z } from "zod";
import { ComponentTypeSchema, RequirementIdSchema } from "../requirement/component-requirement";
import { SlVectorSchema } from "../security-level/security-level";
import { textBlock } from "../shared/text";
import { EvidenceSchema, MAX_EVIDENCE } from "./evidence";
import { ProductFactsSchema } from "./facts";

/** The five answers to one component requirement. No answer is `unanswered`: silence is not compliance. */
export const ANSWER_VALUES = [
  "met",
  "met-by-configuration",
  "met-with-countermeasure",
  "not-met",
  "not-applicable",
] as const;
export type AnswerValue = (typeof ANSWER_VALUES)[number];

export const AnswerSchema = z.strictObject({
  value: z.enum(ANSWER_VALUES),
  /**
   * How it is configured, which countermeasure the surrounding zone must provide, or why the row does not
   * apply. `not-applicable` counts only with a reason.
   */
  note: textBlock(4000).optional(),
  /** Ids of the evidence that backs the answer. */
  evidenceIds: z.array(z.string().max(64)).max(20).optional(),
});
export type Answer = z.output<typeof AnswerSchema>;

/** By requirement id, e.g. `CR 1.1 RE(1)`. */
export const AnswersSchema = z.record(RequirementIdSchema, AnswerSchema);
export type Answers = z.output<typeof AnswersSchema>;

/** What a supplier states of one product release: the part of a declaration that is judged. */
export const DeclarationContentSchema = z.strictObject({
  componentTypes: z.array(ComponentTypeSchema).min(1, "required").max(4),
  answers: AnswersSchema,
  /** The level the supplier claims, e.g. from a data sheet; compared with the computed one, never used instead. */
  claimedSlCapability: SlVectorSchema.nullable(),
  facts: ProductFactsSchema,
  evidence: z
    .array(EvidenceSchema)
    .max(MAX_EVIDENCE)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "duplicate-id"),
});
export type DeclarationContent = z.output<typeof DeclarationContentSchema>;

/** As above while it is being written: the component types may still be missing. */
export const DraftContentSchema = DeclarationContentSchema.extend({
  componentTypes: z.array(ComponentTypeSchema).max(4),
});

export const EMPTY_DECLARATION_CONTENT: DeclarationContent = {
  componentTypes: [],
  answers: {},
  claimedSlCapability: null,
  facts: {},
  evidence: [],
};

/** A stored document of any age in today's form: what it does not have was not stated. */
export function completeContent(stored: Partial<DeclarationContent>): DeclarationContent {
  return { ...EMPTY_DECLARATION_CONTENT, ...stored };
}

export const DECLARATION_STATES = ["draft", "signed"] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];
