import { AppError } from "~/domain/shared/app-error";
import type { Publication, Revision as PublishedRevision } from "~/domain/zone-model/revision";
import type { Db } from "~db/client";
import type { Revision } from "~db/repositories/revisions";
import { findZoneModel, type ModelRecord } from "~db/repositories/zone-models";

export async function requireModel(db: Db, organisationId: string, modelId: string): Promise<ModelRecord> {
  const model = await findZoneModel(db, organisationId, modelId);
  if (!model) throw new AppError("not-found", "there is no such zone model");
  return model;
}

/**
 * The record as the transitions see it. `fingerprint` is that of the content which the person had before their
 * eyes: a submission that was withdrawn, changed and handed in again meanwhile has another one.
 */
export function toPublication(model: ModelRecord, fingerprint: string): Publication {
  if (model.state === "drawing" || !model.submittedBy) return { state: "draft", returned: null };
  const submitted = { personId: model.submittedBy, at: (model.submittedAt ?? model.updatedAt).toISOString() };
  return { state: "submitted", submission: { fingerprint, content: model.draft, submitted } };
}

/** The latest revision as the transitions see it; the moment of its submission is not kept. */
export function toPublished(revision: Revision | undefined): PublishedRevision | null {
  if (!revision) return null;
  const at = revision.publishedAt.toISOString();
  const { number, fingerprint, content } = revision;
  return {
    number,
    fingerprint,
    content,
    submitted: { personId: revision.submittedBy, at },
    approved: { personId: revision.approvedBy, at },
  };
}

/** A draft that nobody has submitted. */
export const NOT_SUBMITTED = {
  state: "drawing",
  submittedBy: null,
  submittedAt: null,
  submissionNote: "",
} as const;
