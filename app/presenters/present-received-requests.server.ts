import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listReceivedRequests, type ReceivedRequest } from "~db/repositories/intake-requests";

/** Everything that hospitals have asked of this supplier, newest first. */
export async function presentReceivedRequests({ actor, database, now }: Caller) {
  requirePermission(actor, "received-request.read");
  const requests = await listReceivedRequests(database.read, actor.organisationId);
  return { requests: requests.map((request) => toRequestRow(request, now)) };
}

export type RequestRow = ReturnType<typeof toRequestRow>;

/** The hospital is a name here and nothing else, not even an id. */
export function toRequestRow(
  { id, hospitalName, subject, dueOn, state, snapshot }: ReceivedRequest,
  now: Date,
) {
  const isOpen = state === "sent" || state === "accepted";
  return {
    ...{ id, hospitalName, subject, dueOn, state, isOpen },
    isOverdue: isOpen && dueOn < toIsoDate(now),
    zoneClass: snapshot.zoneClass,
    slTarget: snapshot.slTarget,
  };
}
