import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { approveSubmission } from "~/domain/zone-model/revision";
import { reassessRevision } from "~/use-cases/reassessment/reassess-revision.server";
import { useCase } from "~/use-cases/use-case.server";
import { findLatestRevision, saveNewRevision } from "~db/repositories/revisions";
import { saveModelState } from "~db/repositories/zone-models";
import { NOT_SUBMITTED, requireModel, toPublication, toPublished } from "./publication.server";

export const ApproveRevisionInput = z.strictObject({
  modelId: z.string(),
  /** Of the submission that the person saw. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
});

/**
 * Publishes the submission as the next revision; never by the person who submitted it. Zones that ask for something
 * else from now on are assessed anew.
 */
export const approveRevision = useCase({
  action: "revision.approve",
  input: ApproveRevisionInput,
  async run({ db, actor, input, now, newId }) {
    const { organisationId, personId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    const latest = await findLatestRevision(db, organisationId, model.id);
    const approved = approveSubmission({
      publication: toPublication(model, input.fingerprint),
      draft: model.draft,
      latest: toPublished(latest),
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
    await reassessRevision(
      { db, organisationId, personId, now, newId },
      { modelId: model.id, modelName: model.name, number, before: latest?.content ?? null, after: content },
    );
    return accept({ id: model.id, number, fingerprint });
  },
  audit: (_input, { number, fingerprint }) => ({ number, fingerprint }),
});
