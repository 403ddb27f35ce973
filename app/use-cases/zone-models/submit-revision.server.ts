import { z } from "zod";
import { accept, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { fingerprintOfModel } from "~/domain/zone-model/facts";
import { type SubmitRefusal, submitForPublication } from "~/domain/zone-model/revision";
import { useCase } from "~/use-cases/use-case.server";
import { findLatestRevision } from "~db/repositories/revisions";
import { saveModelState } from "~db/repositories/zone-models";
import { requireModel, toPublication, toPublished } from "./publication.server";

export const SubmitRevisionInput = z.strictObject({
  modelId: z.string(),
  /** The draft version that the person saw. */
  version: z.coerce.number().int().min(0),
  note: textBlock(2000).default(""),
});

export type SubmitRevisionRefusal = SubmitRefusal | { code: "stale-draft"; currentVersion: number };

/** Hands the draft to a second person; until they decide nobody edits it. */
export const submitRevision = useCase({
  action: "revision.submit",
  input: SubmitRevisionInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const model = await requireModel(db, organisationId, input.modelId);
    if (model.draftVersion !== input.version)
      return refuse<SubmitRevisionRefusal>({ code: "stale-draft", currentVersion: model.draftVersion });
    const submitted = submitForPublication({
      publication: toPublication(model, fingerprintOfModel(model.draft)),
      draft: model.draft,
      latest: toPublished(await findLatestRevision(db, organisationId, model.id)),
      submitted: { personId, at: now.toISOString() },
    });
    if (!submitted.ok) return refuse<SubmitRevisionRefusal>(submitted.refusal);
    const step = { submittedBy: personId, submittedAt: now, submissionNote: input.note, returnComment: "" };
    await saveModelState(db, organisationId, model.id, { state: "submitted", ...step });
    const { fingerprint } = submitted.value.publication.submission;
    return accept({ id: model.id, version: model.draftVersion, fingerprint });
  },
  audit: (_input, { version, fingerprint }) => ({ version, fingerprint }),
});
