import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { returnSubmission } from "~/domain/zone-model/revision";
import { useCase } from "~/use-cases/use-case.server";
import { saveModelState } from "~db/repositories/zone-models";
import { NOT_SUBMITTED, requireModel, toPublication } from "./publication.server";

export const ReturnRevisionInput = z.strictObject({
  modelId: z.string(),
  comment: textBlock(2000).min(1, "required"),
});

/** Gives the submission back with a reason; the draft is open for edits again. */
export const returnRevision = useCase({
  action: "revision.return",
  input: ReturnRevisionInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    const returned = returnSubmission({
      publication: toPublication(model, fingerprintOfModel(model.draft)),
      comment: input.comment,
      returned: { personId, at: now.toISOString() },
    });
    if (!returned.ok) return refuse(returned.refusal);
    await saveModelState(db, organisationId, model.id, { ...NOT_SUBMITTED, returnComment: input.comment });
    return accept({ id: model.id });
  },
});
