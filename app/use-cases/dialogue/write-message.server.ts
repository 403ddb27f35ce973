import { MAX_MESSAGES, moveThread, type ThreadRefusal } from "~/domain/dialogue/dialogue";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { countMessages, saveNewMessage, saveThreadState } from "~db/repositories/dialogue";
import { useCase } from "../use-case.server";
import { MessageField } from "./ask-question.server";
import { isClosed } from "./request-between.server";
import { requireThread, ThreadInput } from "./settle-question.server";

/** Answers a question of the other side, or adds to one of one's own. */
export const writeMessage = useCase({
  action: "question.write",
  input: ThreadInput.extend({ text: MessageField }),
  async run({
    db,
    actor,
    input,
    now,
  }): Promise<
    Result<{ id: string; requestId: string }, ThreadRefusal | { code: "request-closed" | "limit-reached" }>
  > {
    const { thread, request, side } = await requireThread(db, actor, input);
    if (isClosed(request)) return refuse({ code: "request-closed" });
    const moved = moveThread(thread, "write", side);
    if (!moved.ok) return moved;
    const written = await countMessages(db, thread);
    if (written >= MAX_MESSAGES) return refuse({ code: "limit-reached" });
    const { organisationId, id } = thread;
    await saveNewMessage(db, {
      ...{ organisationId, threadId: id, number: written + 1, side },
      ...{ personId: actor.personId, text: input.text, createdAt: now },
    });
    await saveThreadState(db, thread, { state: moved.value, updatedAt: now });
    return accept({ id, requestId: request.id });
  },
  audit: ({ requestId }) => ({ requestId }),
});
