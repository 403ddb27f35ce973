import { z } from "zod";
import { moveRequest } from "~/domain/procurement/request";
import { accept } from "~/domain/shared/result";
import { saveReceivedRequestState } from "~db/repositories/intake-requests";
import { useCase } from "../use-case.server";
import { findOwnRequest } from "./find-own-request.server";

/** The supplier says that it will declare. */
export const acceptRequest = useCase({
  action: "received-request.answer",
  input: z.strictObject({ requestId: z.string().max(64) }),
  async run({ db, actor, input, now }) {
    const request = await findOwnRequest(db, actor, input.requestId);
    const moved = moveRequest(request.state, "accept", actor.organisationKind);
    if (!moved.ok) return moved;
    await saveReceivedRequestState(db, actor.organisationId, request.id, {
      state: moved.value,
      updatedAt: now,
    });
    return accept({ id: request.id });
  },
  audit: () => ({ move: "accept" }),
});
