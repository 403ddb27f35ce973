import { z } from "zod";
import { moveRequest } from "~/domain/procurement/request";
import { accept } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { saveReceivedRequestState } from "~db/repositories/intake-requests";
import { useCase } from "../use-case.server";
import { findOwnRequest } from "./find-own-request.server";

/** Final: the hospital reads the reason and asks anew if it wants to. */
export const declineRequest = useCase({
  action: "received-request.answer",
  input: z.strictObject({ requestId: z.string().max(64), reason: textBlock(2000).min(1, "required") }),
  async run({ db, actor, input, now }) {
    const request = await findOwnRequest(db, actor, input.requestId);
    const moved = moveRequest(request.state, "decline", actor.organisationKind);
    if (!moved.ok) return moved;
    await saveReceivedRequestState(db, actor.organisationId, request.id, {
      state: moved.value,
      declineReason: input.reason,
      updatedAt: now,
    });
    return accept({ id: request.id });
  },
  audit: () => ({ move: "decline" }),
});
