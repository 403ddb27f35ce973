import { z } from "zod";
import { moveRequest } from "~/domain/procurement/request";
import { AppError } from "~/domain/shared/app-error";
import { accept } from "~/domain/shared/result";
import { findRequest, saveRequestState } from "~db/repositories/intake-requests";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";

/**
 * Takes a request back while nothing was decided on it. The supplier still sees that it was asked, and that it ended;
 * what was shown only because of it is no longer seen.
 */
export const withdrawRequest = useCase({
  action: "request.withdraw",
  input: z.strictObject({ requestId: z.string().min(1).max(64) }),
  async run({ db, actor, input, now, newId }) {
    const request = await findRequest(db, actor.organisationId, input.requestId);
    if (!request) throw new AppError("not-found", "there is no such request");
    const moved = moveRequest(request.state, "withdraw", actor.organisationKind);
    if (!moved.ok) return moved;
    const { organisationId, personId } = actor;
    const shared = () => seenByHospitals(db, { supplierId: request.supplierId }, [organisationId]);
    const before = await shared();
    await saveRequestState(db, actor.organisationId, request.id, { state: moved.value, updatedAt: now });
    const step = { db, now, newId, personId };
    await reassessDeclarations(step, "declaration-shared", { before, after: await shared() });
    return accept({ id: request.id });
  },
});
