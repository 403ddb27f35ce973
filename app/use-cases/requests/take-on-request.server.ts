import { moveRequest } from "~/domain/procurement/request";
import type { Db } from "~db/client";
import { findReceivedRequest, saveReceivedRequestState } from "~db/repositories/intake-requests";
import { findRequestOfInvitation, markRequestInvitationAnswered } from "~db/repositories/request-invitations";

type CarriedRequest = { hospitalId: string; requestId: string };

/** The request that an open invitation carries, while the supplier can still do something about it. */
export async function findCarriedRequest(
  db: Db,
  { organisationId, id }: { organisationId: string; id: string },
): Promise<{ request: CarriedRequest | null; isOver: boolean }> {
  const carried = await findRequestOfInvitation(db, organisationId, id);
  if (!carried) return { request: null, isOver: false };
  const request = await findReceivedRequest(db, organisationId, carried.requestId);
  const isOver = !request || request.state === "withdrawn" || request.state === "declined";
  return { request: carried, isOver };
}

/** Whoever came by the link of a request has said yes to it; one that is further along stays where it is. */
export async function takeOnRequest(
  db: Db,
  { hospitalId, requestId }: CarriedRequest,
  by: { supplierId: string; invitationId: string; personId: string; now: Date },
): Promise<void> {
  const { supplierId, invitationId, personId, now } = by;
  const request = await findReceivedRequest(db, supplierId, requestId);
  const moved = request && moveRequest(request.state, "accept", "supplier");
  if (moved?.ok)
    await saveReceivedRequestState(db, supplierId, requestId, { state: moved.value, updatedAt: now });
  await markRequestInvitationAnswered(db, hospitalId, { invitationId, personId, at: now });
}
