import { z } from "zod";
import { type Answer, AnswerSchema } from "~/domain/declaration/declaration";
import type { AnswerQueue, PendingChange } from "./answer-queue";
import type { Refusal } from "./refusal";

/** What the action of the declaration page says where nothing was written. */
export type RefusedForm = {
  intent: unknown;
  refusal:
    | Refusal
    | { code: "answer-changed"; rows: ReadonlyArray<{ requirementId: string; stored: Answer | null }> };
  /** The rows that were posted, as they came. */
  changes: ReadonlyArray<unknown>;
};

const PostedSchema = z.object({
  requirementId: z.string(),
  before: AnswerSchema.nullable().catch(null),
  answer: AnswerSchema.nullable(),
});

/** The rows of a refused form, so that the page shows again what the person entered and asks about disputed rows. */
export function toInitialQueue(refused: RefusedForm | undefined): Pick<AnswerQueue, "pending" | "conflicts"> {
  if (refused?.intent !== "answer") return { pending: {}, conflicts: {} };
  const pending: Record<string, PendingChange> = {};
  for (const change of refused.changes) {
    const posted = PostedSchema.safeParse(change);
    if (posted.success)
      pending[posted.data.requirementId] = { before: posted.data.before, answer: posted.data.answer };
  }
  const { refusal } = refused;
  const rows = "rows" in refusal ? refusal.rows : [];
  return {
    pending,
    conflicts: Object.fromEntries(rows.map(({ requirementId, stored }) => [requirementId, stored])),
  };
}
