import { z } from "zod";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { type Answer, AnswerSchema } from "~/domain/declaration/declaration";
import { isSameAnswer } from "~/domain/declaration/difference";
import { type AnswerChange, type AnswerRefusal, changeAnswers } from "~/domain/declaration/lifecycle";
import { RequirementIdSchema } from "~/domain/requirement/component-requirement";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { useCase } from "../use-case.server";
import { findOwnDeclaration, saveOwnDraft } from "./find-own-declaration.server";

const RowChangeSchema = z.strictObject({
  requirementId: RequirementIdSchema,
  /** The answer that the caller saw and replaces; null = none. */
  before: AnswerSchema.nullable(),
  /** null takes the answer back. */
  answer: AnswerSchema.nullable(),
});
export type RowChange = z.output<typeof RowChangeSchema>;

/** A row that somebody else has answered differently meanwhile. */
export type RowConflict = { requirementId: string; stored: Answer | null; yours: Answer | null };

type SavedRows = { id: string; saveVersion: number; savedAt: string };
type RowsRefusal = { code: "answer-changed"; rows: ReadonlyArray<RowConflict> };

/**
 * Answers rows of a draft, all or none. Several people answer one declaration at once, so what is compared is the
 * row and not the document: different rows never get in each other's way, and a repeated request changes nothing.
 */
export const answerRequirements = useCase({
  action: "declaration.answer",
  input: z.strictObject({
    declarationId: z.string().max(64),
    changes: z
      .array(RowChangeSchema)
      .min(1)
      .max(200)
      .refine(
        (changes) => new Set(changes.map((row) => row.requirementId)).size === changes.length,
        "invalid",
      ),
  }),
  async run({ db, actor, input, now }): Promise<Result<SavedRows, AnswerRefusal | RowsRefusal>> {
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    const changed = changeAnswers(declaration, input.changes.map(toChange), COMPONENT_REQUIREMENTS);
    if (!changed.ok) return changed;
    const stored = declaration.content.answers;
    const rows = input.changes.flatMap((row) => conflictOf(row, stored[row.requirementId] ?? null));
    if (rows.length > 0) return refuse({ code: "answer-changed", rows });
    const saveVersion = await saveOwnDraft(db, declaration, { content: changed.value.content, now });
    return accept({ id: declaration.id, saveVersion, savedAt: now.toISOString() });
  },
  audit: (input) => ({ requirementIds: input.changes.map((row) => row.requirementId) }),
});

function toChange({ requirementId, answer }: RowChange): AnswerChange {
  if (answer === null) return { type: "clear", requirementId };
  const { value, note = "", evidenceIds = [] } = answer;
  return {
    type: "set",
    requirementId,
    answer: {
      value,
      ...(note === "" ? {} : { note }),
      ...(evidenceIds.length === 0 ? {} : { evidenceIds: [...new Set(evidenceIds)] }),
    },
  };
}

function conflictOf(
  { requirementId, before, answer }: RowChange,
  stored: Answer | null,
): ReadonlyArray<RowConflict> {
  if (isSameAnswer(stored, before) || isSameAnswer(stored, answer)) return [];
  return [{ requirementId, stored, yours: answer }];
}
