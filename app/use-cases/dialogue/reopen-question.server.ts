import { moveThread } from "~/domain/dialogue/dialogue";
import { accept, refuse } from "~/domain/shared/result";
import { saveThreadState } from "~db/repositories/dialogue";
import { useCase } from "../use-case.server";
import { isClosed } from "./request-between.server";
import { requireThread, ThreadInput } from "./settle-question.server";

/** Whoever asked finds that it was not settled after all: the other side is asked again. */
export const reopenQuestion = useCase({
  action: "question.reopen",
  input: ThreadInput,
  async run({ db, actor, input, now }) {
    const { thread, request, side } = await requireThread(db, actor, input);
    if (isClosed(request)) return refuse({ code: "request-closed" as const });
    const moved = moveThread(thread, "reopen", side);
    if (!moved.ok) return moved;
    await saveThreadState(db, thread, { state: moved.value, updatedAt: now });
    return accept({ id: thread.id, requestId: request.id });
  },
  audit: ({ requestId }) => ({ requestId }),
});
