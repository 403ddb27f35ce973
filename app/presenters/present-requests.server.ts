import { mayDo } from "~/domain/access/permissions";
import { REQUEST_STATES, type RequestState } from "~/domain/procurement/request";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listRequests, REQUEST_LIST_LIMIT } from "~db/repositories/intake-requests";
import { listLatestRevisions } from "~db/repositories/revisions";

/** States in which the supplier is to do something: only there a due date can be missed. */
export const WAITING_FOR_SUPPLIER: ReadonlyArray<RequestState> = ["sent", "accepted"];

/** The hospital's requests, newest first. `state` narrows them; `overdue` is those late on the supplier's side. */
export async function presentRequests(caller: Caller, wanted: string | null) {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.read");
  const filter = toFilter(wanted);
  const [all, revisions] = await Promise.all([
    listRequests(database.read, actor.organisationId),
    listLatestRevisions(database.read, actor.organisationId),
  ]);
  const today = toIsoDate(now);
  const names = new Map(
    revisions.flatMap(({ modelId, modelName, content }) =>
      content.zones.map((zone) => [`${modelId} ${zone.id}`, { modelName, zoneName: zone.name }]),
    ),
  );
  const requests = all.map((request) => ({
    id: request.id,
    subject: request.subject,
    supplierName: request.supplierName,
    state: request.state,
    dueOn: request.dueOn,
    createdAt: request.createdAt.toISOString(),
    isOverdue: WAITING_FOR_SUPPLIER.includes(request.state) && request.dueOn < today,
    /** Null where the latest revision no longer has the zone. */
    place: names.get(`${request.modelId} ${request.zoneId}`) ?? null,
  }));
  const overdue = requests.filter(({ isOverdue }) => isOverdue);
  return {
    requests:
      filter === null
        ? requests
        : filter === "overdue"
          ? overdue
          : requests.filter((one) => one.state === filter),
    total: requests.length,
    counts: REQUEST_STATES.map((state) => ({
      state,
      count: requests.filter((request) => request.state === state).length,
    })),
    overdue: overdue.length,
    filter,
    isCut: all.length === REQUEST_LIST_LIMIT,
    limit: REQUEST_LIST_LIMIT,
    mayCreate: mayDo(actor, "request.create"),
    canCreate: revisions.length > 0,
  };
}

function toFilter(wanted: string | null): RequestState | "overdue" | null {
  if (wanted === "overdue") return "overdue";
  return REQUEST_STATES.find((state) => state === wanted) ?? null;
}
