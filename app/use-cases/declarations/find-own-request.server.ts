import type { Actor } from "~/domain/access/role";
import { AppError } from "~/domain/shared/app-error";
import type { Db } from "~db/client";
import { findReceivedRequest, type ReceivedRequest } from "~db/repositories/intake-requests";

/** Throws `not-found` for a missing request and for one to another supplier alike. */
export async function findOwnRequest(db: Db, actor: Actor, requestId: string): Promise<ReceivedRequest> {
  const request = await findReceivedRequest(db, actor.organisationId, requestId);
  if (!request) throw new AppError("not-found", "there is no such request");
  return request;
}
