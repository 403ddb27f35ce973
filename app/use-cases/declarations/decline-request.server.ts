import { z } from "zod";
import { moveRequest } from "~/domain/procurement/request";
import { accept } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { saveReceivedRequestState } from "~db/repositories/intake-requests";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnRequest } from "./find-own-request.server";

/** Final: the hospital reads the reason and asks anew if it wants to. What it saw only because it asked is gone. */
export const declineRequest = useCase({
  action: "received-request.answer",
  input: z.strictObject({ requestId: z.string().max(64), reason: textBlock(2000).min(1, "required") }),
  async run({ db, actor, input, now, newId }) {
    const request = await findOwnRequest(db, actor, input.requestId);
    const moved = moveRequest(request.state, "decline", actor.organisationKind);
    if (!moved.ok) return moved;
    const shared = () => seenByHospitals(db, { supplierId: actor.organisationId }, [request.hospitalId]);
    const before = await shared();
    await saveReceivedRequestState(db, actor.organisationId, request.id, {
      state: moved.value,
      declineReason: input.reason,
      updatedAt: now,
    });
    const step = { db, now, newId, personId: null };
    await reassessDeclarations(step, "declaration-shared", { before, after: await shared() });
    return accept({ id: request.id });
  },
  audit: () => ({ move: "decline" }),
});
