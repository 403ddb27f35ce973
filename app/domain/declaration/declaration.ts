import { z } from "zod";
import { ComponentTypeSchema } from "../requirement/component-requirement";
import { SlVectorSchema } from "../security-level/security-level";
import { textBlock } from "../shared/text";

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
});
export type Answer = z.output<typeof AnswerSchema>;

export const RequirementIdSchema = z
  .string()
  .regex(/^(CR|SAR|EDR|HDR|NDR) \d\.\d{1,2}( RE\(\d\))?$/, "unknown-requirement");

/** By requirement id, e.g. `CR 1.1 RE(1)`. */
export const AnswersSchema = z.record(RequirementIdSchema, AnswerSchema);
export type Answers = z.output<typeof AnswersSchema>;

/** What a supplier states of one product release: the part of a declaration that is judged. */
export const DeclarationContentSchema = z.strictObject({
  componentTypes: z.array(ComponentTypeSchema).min(1, "required").max(4),
  answers: AnswersSchema,
  /** The level the supplier claims, e.g. from a data sheet; compared with the computed one, never used instead. */
  claimedSlCapability: SlVectorSchema.nullable(),
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
};

export const DECLARATION_STATES = ["draft", "signed"] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];
