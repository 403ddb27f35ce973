import { z } from "zod";
import { completeCondition as complete } from "~/domain/procurement/condition";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { findCondition, findDecision, saveConditionCompletion } from "~db/repositories/decisions";
import { useCase } from "../use-case.server";

export type CompleteConditionRefusal =
  | { code: "decision-superseded" }
  | { code: "already-completed"; on: IsoDate };

/** Records that a condition of a standing decision is met, and how that was seen. */
export const completeCondition = useCase({
  action: "condition.complete",
  input: z.strictObject({
    decisionId: z.string().min(1).max(64),
    conditionId: z.string().min(1).max(64),
    note: textBlock(2000).min(1, "required"),
  }),
  async run({
    db,
    actor,
    input,
    now,
  }): Promise<Result<{ id: string; decisionId: string }, CompleteConditionRefusal>> {
    const decision = await findDecision(db, actor.organisationId, input.decisionId);
    const condition = await findCondition(db, actor.organisationId, input.conditionId);
    if (!decision || condition?.decisionId !== decision.id)
      throw new AppError("not-found", "there is no such condition");
    if (!decision.isCurrent) return refuse({ code: "decision-superseded" });
    const { text, owner, dueOn, completedAt } = condition;
    const completed = complete(
      { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
      toIsoDate(now),
    );
    if (!completed.ok) return completed;
    await saveConditionCompletion(db, actor.organisationId, condition.id, {
      completedAt: now,
      completedBy: actor.personId,
      completionNote: input.note,
    });
    return accept({ id: condition.id, decisionId: decision.id });
  },
  audit: (input) => ({ decisionId: input.decisionId }),
});
