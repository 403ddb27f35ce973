import { duty, type Side } from "~/domain/dialogue/dialogue";
import { partyOf } from "~/use-cases/dialogue/request-between.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listWaitingThreads } from "~db/repositories/dialogue";

/** Longer lists are cut, and say so. */
export const WAITING_QUESTIONS_BOUND = 200;

/** Questions in which one side has something to do, longest waiting first. */
export async function presentWaitingQuestions(caller: Caller, side: Side) {
  requirePermission(caller.actor, side === "hospital" ? "request.read" : "received-request.read");
  requirePermission(caller.actor, "question.read");
  return waitingQuestions(caller, WAITING_QUESTIONS_BOUND);
}

/** The first of them, and whether there are more. */
export async function waitingQuestions({ actor, database }: Caller, limit: number) {
  const party = partyOf(actor);
  const threads = await listWaitingThreads(database.read, party, limit + 1);
  return {
    isCut: threads.length > limit,
    questions: threads.slice(0, limit).map((thread) => {
      const { id, requestId, subject, otherName, updatedAt } = thread;
      return {
        ...{ id, requestId, subject, otherName, at: updatedAt.toISOString() },
        duty: duty(thread, party.side) ?? ("read" as const),
      };
    }),
  };
}
