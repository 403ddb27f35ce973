import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { approveSubmission } from "~/domain/zone-model/revision";
import { useCase } from "~/use-cases/use-case.server";
import { findLatestRevision, saveNewRevision } from "~db/repositories/revisions";
import { saveModelState } from "~db/repositories/zone-models";
import { NOT_SUBMITTED, requireModel, toPublication, toPublished } from "./publication.server";

export const ApproveRevisionInput = z.strictObject({
  modelId: z.string(),
  /** Of the submission that the person saw. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Publishes the submission as the next revision; never by the person who submitted it. */
export const approveRevision = useCase({
  action: "revision.approve",
  input: ApproveRevisionInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    const approved = approveSubmission({
      publication: toPublication(model, input.fingerprint),
      draft: model.draft,
      latest: toPublished(await findLatestRevision(db, organisationId, model.id)),
      approved: { personId, at: now.toISOString() },
    });
    if (!approved.ok) return refuse(approved.refusal);
    const { number, content, fingerprint, submitted } = approved.value.revision;
    await saveNewRevision(db, {
      organisationId,
      modelId: model.id,
      number,
      content,
      fingerprint,
      note: model.submissionNote,
      submittedBy: submitted.personId,
      approvedBy: personId,
      publishedAt: now,
    });
    await saveModelState(db, organisationId, model.id, { ...NOT_SUBMITTED, returnComment: "" });
    return accept({ id: model.id, number, fingerprint });
  },
  audit: (_input, { number, fingerprint }) => ({ number, fingerprint }),
});
