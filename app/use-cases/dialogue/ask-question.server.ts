import { z } from "zod";
import { MAX_MESSAGE_LENGTH, MAX_THREADS } from "~/domain/dialogue/dialogue";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { countThreads, saveNewMessage, saveNewThread } from "~db/repositories/dialogue";
import { useCase } from "../use-case.server";
import { assessAsSent, findRequestBetween, findSpokenOf, isClosed, partyOf } from "./request-between.server";

/** What was said: it is never changed. */
export const MessageField = textBlock(MAX_MESSAGE_LENGTH).min(1, "required");

/** An empty field of a form says the same as none. */
const OptionalId = (max: number) =>
  z
    .string()
    .max(max)
    .nullish()
    .transform((id) => id || null);

export type AskRefusal = {
  code:
    | "request-closed"
    | "limit-reached"
    /** The declaration has no such finding against what was sent. */
    | "unknown-finding";
};

/**
 * Asks the other side about a request or a finding of it. A finding must be one of the assessment against the profile as
 * it was sent: what only the hospital sees cannot be asked about, and so never crosses.
 */
export const askQuestion = useCase({
  action: "question.ask",
  input: z.strictObject({
    requestId: z.string().max(64),
    findingId: OptionalId(300),
    declarationId: OptionalId(64),
    text: MessageField,
  }),
  async run({
    db,
    actor,
    input,
    now,
    newId,
  }): Promise<Result<{ id: string; requestId: string }, AskRefusal>> {
    const request = await findRequestBetween(db, actor, input.requestId);
    if (isClosed(request)) return refuse({ code: "request-closed" });
    const party = partyOf(actor);
    if ((await countThreads(db, party, request.id)) >= MAX_THREADS) return refuse({ code: "limit-reached" });
    const { findingId } = input;
    const declarationId = findingId === null ? null : input.declarationId;
    if (findingId !== null) {
      if (declarationId === null) return refuse({ code: "unknown-finding" });
      const content = await findSpokenOf(db, actor, request, declarationId);
      const { findings } = assessAsSent(request, content, toIsoDate(now));
      if (!findings.some(({ id }) => id === findingId)) return refuse({ code: "unknown-finding" });
    }
    const thread = { organisationId: request.hospitalId, id: newId() };
    await saveNewThread(db, {
      ...thread,
      ...{ requestId: request.id, findingId, declarationId },
      supplierId: declarationId === null ? null : request.supplierId,
      ...{ askedBy: party.side, state: "open", createdAt: now, updatedAt: now },
    });
    await saveNewMessage(db, {
      ...{ organisationId: thread.organisationId, threadId: thread.id, number: 1, side: party.side },
      ...{ personId: actor.personId, text: input.text, createdAt: now },
    });
    return accept({ id: thread.id, requestId: request.id });
  },
  audit: ({ requestId, findingId }) => ({ requestId, findingId }),
});
