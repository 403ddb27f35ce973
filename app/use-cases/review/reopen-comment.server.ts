import { accept, refuse } from "~/domain/shared/result";
import { useCase } from "~/use-cases/use-case.server";
import { saveResolution } from "~db/repositories/review-comments";
import { requireThread, ThreadInput } from "./resolve-comment.server";

/** Opens a thread again that somebody had called settled. */
export const reopenComment = useCase({
  action: "comment.reopen",
  input: ThreadInput,
  async run({ db, actor, input }) {
    const { organisationId } = actor;
    const thread = await requireThread(db, organisationId, input);
    if (!thread.resolvedAt) return refuse({ code: "not-resolved" as const });
    await saveResolution(db, organisationId, thread, { resolvedBy: null, resolvedAt: null });
    return accept({ id: thread.id });
  },
  audit: ({ modelId }) => ({ modelId }),
});
