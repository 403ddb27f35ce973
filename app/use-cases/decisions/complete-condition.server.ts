import { z } from "zod";
import { AttachmentsField } from "~/domain/procurement/attachment";
import { completeCondition as complete } from "~/domain/procurement/condition";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { saveConditionFiles } from "~db/repositories/condition-files";
import { findCondition, findDecision, saveConditionCompletion } from "~db/repositories/decisions";
import { listFilesNamed } from "~db/repositories/files";
import { type InvalidInput, useCase } from "../use-case.server";

export type CompleteConditionRefusal =
  | InvalidInput
  | { code: "decision-superseded" }
  | { code: "already-completed"; on: IsoDate };

type Completed = { id: string; decisionId: string };

/** Records that a condition of a standing decision is met, how that was seen, and the files that show it: for good. */
export const completeCondition = useCase({
  action: "condition.complete",
  input: z.strictObject({
    decisionId: z.string().min(1).max(64),
    conditionId: z.string().min(1).max(64),
    note: textBlock(2000).min(1, "required"),
    attachments: AttachmentsField,
  }),
  async run({ db, actor, input, now }): Promise<Result<Completed, CompleteConditionRefusal>> {
    const { organisationId, personId } = actor;
    const { attachments } = input;
    const decision = await findDecision(db, organisationId, input.decisionId);
    const condition = await findCondition(db, organisationId, input.conditionId);
    if (!decision || condition?.decisionId !== decision.id)
      throw new AppError("not-found", "there is no such condition");
    if (!decision.isCurrent) return refuse({ code: "decision-superseded" });
    const { text, owner, dueOn, completedAt } = condition;
    const completed = complete(
      { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
      toIsoDate(now),
    );
    if (!completed.ok) return completed;
    const digests = attachments.map(({ sha256 }) => sha256);
    if ((await listFilesNamed(db, organisationId, digests)).length < digests.length)
      return refuse({ code: "invalid-input", fields: { attachments: ["unknown-file"] } });
    await saveConditionCompletion(db, organisationId, condition.id, {
      completedAt: now,
      completedBy: personId,
      completionNote: input.note,
    });
    await saveConditionFiles(db, organisationId, {
      ...{ conditionId: condition.id, attachments, attachedBy: personId, attachedAt: now },
    });
    return accept({ id: condition.id, decisionId: decision.id });
  },
  audit: ({ decisionId, attachments }) => ({
    decisionId,
    // By digest: an evidence pack is held against it.
    ...(attachments.length > 0 ? { files: attachments.map(({ sha256 }) => sha256) } : {}),
  }),
});
