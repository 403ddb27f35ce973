import { z } from "zod";
import { moveRequest, type RequestRefusal } from "~/domain/procurement/request";
import { accept, type Result } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import type { Db } from "~db/client";
import { type ReceivedRequest, saveReceivedRequestState } from "~db/repositories/intake-requests";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnRequest } from "./find-own-request.server";

/** What the hospital reads instead of a declaration. */
export const DeclineReason = textBlock(2000).min(1, "required");

/** Final: the hospital reads the reason and asks anew if it wants to. What it saw only because it asked is gone. */
export const declineRequest = useCase({
  action: "received-request.answer",
  input: z.strictObject({ requestId: z.string().max(64), reason: DeclineReason }),
  async run({ db, actor, input, now, newId }) {
    const request = await findOwnRequest(db, actor, input.requestId);
    const declining = { supplierId: actor.organisationId, request, reason: input.reason };
    return decline({ db, now, newId }, declining);
  },
  audit: () => ({ move: "decline" }),
});

type Declining = { supplierId: string; request: ReceivedRequest; reason: string };

/** Moves the request on and re-assesses what is no longer seen because of it. */
export async function decline(
  step: { db: Db; now: Date; newId: () => string },
  { supplierId, request, reason }: Declining,
): Promise<Result<{ id: string }, RequestRefusal>> {
  const { db, now } = step;
  const moved = moveRequest(request.state, "decline", "supplier");
  if (!moved.ok) return moved;
  const shared = () => seenByHospitals(db, { supplierId }, [request.hospitalId]);
  const before = await shared();
  const change = { state: moved.value, declineReason: reason, updatedAt: now };
  await saveReceivedRequestState(db, supplierId, request.id, change);
  const by = { ...step, personId: null };
  await reassessDeclarations(by, "declaration-shared", { before, after: await shared() });
  return accept({ id: request.id });
}
