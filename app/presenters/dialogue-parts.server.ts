import { mayDo } from "~/domain/access/permissions";
import type { Finding } from "~/domain/assessment/assessment";
import { allowedThreadMoves, duty } from "~/domain/dialogue/dialogue";
import { isClosed, partyOf, type RequestBetween } from "~/use-cases/dialogue/request-between.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listThreads } from "~db/repositories/dialogue";

/** What both sides of a request say, as one of them reads it; `findings` are those of the assessment as it was sent. */
export async function presentDialogue(
  { actor, database }: Caller,
  request: RequestBetween,
  findings: ReadonlyArray<Pick<Finding, "id" | "reason">>,
) {
  const party = partyOf(actor);
  const threads = await listThreads(database.read, party, request.id);
  const sentences = new Map(findings.map(({ id, reason }) => [id, reason]));
  const closed = isClosed(request);
  return {
    requestId: request.id,
    otherName: request.otherName,
    threads: threads.map((thread) => {
      const moves = allowedThreadMoves(thread, party.side);
      return {
        ...{ id: thread.id, findingId: thread.findingId, state: thread.state },
        about: thread.findingId === null ? null : (sentences.get(thread.findingId) ?? null),
        isOwn: thread.askedBy === party.side,
        duty: closed ? null : duty(thread, party.side),
        messages: thread.messages.map(({ number, side, personName, text, createdAt }) => ({
          ...{ number, isOwn: side === party.side, author: personName ?? request.otherName, text },
          at: createdAt.toISOString(),
        })),
        may: {
          write: !closed && moves.includes("write") && mayDo(actor, "question.write"),
          settle: moves.includes("settle") && mayDo(actor, "question.settle"),
          reopen: !closed && moves.includes("reopen") && mayDo(actor, "question.reopen"),
        },
      };
    }),
    mayAsk: !closed && mayDo(actor, "question.ask"),
    isClosed: closed,
  };
}
