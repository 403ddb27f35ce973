import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { useCase } from "~/use-cases/use-case.server";
import { saveModelState } from "~db/repositories/zone-models";
import { NOT_SUBMITTED, requireModel } from "./publication.server";

export const WithdrawSubmissionInput = z.strictObject({ modelId: z.string() });

export type WithdrawRefusal = { code: "not-submitted" } | { code: "not-your-submission" };

/** Whoever submitted takes it back without a reason; anybody else returns it with one. */
export const withdrawSubmission = useCase({
  action: "revision.withdraw",
  input: WithdrawSubmissionInput,
  async run({ db, actor, input }) {
    const { organisationId, personId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    if (model.state !== "submitted") return refuse<WithdrawRefusal>({ code: "not-submitted" });
    if (model.submittedBy !== personId) return refuse<WithdrawRefusal>({ code: "not-your-submission" });
    await saveModelState(db, organisationId, model.id, { ...NOT_SUBMITTED, returnComment: "" });
    return accept({ id: model.id });
  },
});
