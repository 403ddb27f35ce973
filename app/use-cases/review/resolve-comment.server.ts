import { z } from "zod";
import { AppError } from "~/domain/shared/app-error";
import { accept, refuse } from "~/domain/shared/result";
import { useCase } from "~/use-cases/use-case.server";
import { requireModel } from "~/use-cases/zone-models/publication.server";
import type { Db } from "~db/client";
import { findComment, type ReviewComment, saveResolution } from "~db/repositories/review-comments";

export const ThreadInput = z.strictObject({ modelId: z.string(), commentId: z.string().max(64) });

/** Calls a thread settled. What was said stays, and it can be opened again. */
export const resolveComment = useCase({
  action: "comment.resolve",
  input: ThreadInput,
  async run({ db, actor, input, now }) {
    const { organisationId, personId } = actor;
    const thread = await requireThread(db, organisationId, input);
    if (thread.resolvedAt) return refuse({ code: "already-resolved" as const });
    await saveResolution(db, organisationId, thread, { resolvedBy: personId, resolvedAt: now });
    return accept({ id: thread.id });
  },
  audit: ({ modelId }) => ({ modelId }),
});

/** The thread of a model; throws `not-found` for an answer, and for what belongs to another model or hospital. */
export async function requireThread(
  db: Db,
  organisationId: string,
  { modelId, commentId }: z.output<typeof ThreadInput>,
): Promise<ReviewComment> {
  await requireModel(db, organisationId, modelId);
  const comment = await findComment(db, organisationId, { modelId, id: commentId });
  if (comment?.inReplyTo !== null) throw new AppError("not-found", "there is no such thread");
  return comment;
}
