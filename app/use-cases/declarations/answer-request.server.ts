import { z } from "zod";
import { moveRequest, type RequestRefusal } from "~/domain/procurement/request";
import { accept, type Result, refuse } from "~/domain/shared/result";
import { saveReceivedRequestState } from "~db/repositories/intake-requests";
import { reassessDeclarations, seenByHospitals } from "../reassessment/reassess-declaration.server";
import { useCase } from "../use-case.server";
import { findOwnDeclaration } from "./find-own-declaration.server";
import { findOwnRequest } from "./find-own-request.server";

/** Sends a signed declaration as the answer. The asking hospital sees it from now on, whatever its visibility. */
export const answerRequest = useCase({
  action: "received-request.answer",
  input: z.strictObject({ requestId: z.string().max(64), declarationId: z.string("required").max(64) }),
  async run({
    db,
    actor,
    input,
    now,
    newId,
  }): Promise<Result<{ id: string }, RequestRefusal | { code: "not-signed" | "already-withdrawn" }>> {
    const request = await findOwnRequest(db, actor, input.requestId);
    const declaration = await findOwnDeclaration(db, actor, input.declarationId);
    if (declaration.state !== "signed") return refuse({ code: "not-signed" });
    if (declaration.withdrawnAt !== null) return refuse({ code: "already-withdrawn" });
    const moved = moveRequest(request.state, "declare", actor.organisationKind);
    if (!moved.ok) return moved;
    const shared = () => seenByHospitals(db, { supplierId: actor.organisationId }, [request.hospitalId]);
    const before = await shared();
    await saveReceivedRequestState(db, actor.organisationId, request.id, {
      state: moved.value,
      declarationId: declaration.id,
      updatedAt: now,
    });
    const step = { db, now, newId, personId: null };
    await reassessDeclarations(step, "declaration-shared", { before, after: await shared() });
    return accept({ id: request.id });
  },
  audit: (input) => ({ move: "declare", declarationId: input.declarationId }),
});
