import { z } from "zod";
import type { Actor } from "~/domain/access/role";
import { moveThread } from "~/domain/dialogue/dialogue";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import type { Db } from "~db/client";
import { findThread, saveThreadState } from "~db/repositories/dialogue";
import { useCase } from "../use-case.server";
import { findRequestBetween, partyOf } from "./request-between.server";

export const ThreadInput = z.strictObject({ requestId: z.string().max(64), threadId: z.string().max(64) });

/** Whoever asked says that the question is settled. What was said stays, and it can be opened again. */
export const settleQuestion = useCase({
  action: "question.settle",
  input: ThreadInput,
  async run({ db, actor, input, now }) {
    const { thread, request, side } = await requireThread(db, actor, input);
    const moved = moveThread(thread, "settle", side);
    if (!moved.ok) return moved;
    await saveThreadState(db, thread, { state: moved.value, updatedAt: now });
    return accept({ id: thread.id, requestId: request.id });
  },
  audit: ({ requestId }) => ({ requestId }),
});

/** A thread of a request with the side that looks at it; throws `not-found` for one between others. */
export async function requireThread(
  db: Db,
  actor: Actor,
  { requestId, threadId }: z.output<typeof ThreadInput>,
) {
  const request = await findRequestBetween(db, actor, requestId);
  const party = partyOf(actor);
  const thread = await findThread(db, party, { requestId: request.id, id: threadId });
  if (!thread) throw new AppError("not-found", "there is no such question");
  return { request, thread, side: party.side };
}
