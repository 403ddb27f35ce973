import { mayDo } from "~/domain/access/permissions";
import { REQUEST_STATES, type RequestState } from "~/domain/procurement/request";
import { WAITING_FOR_SUPPLIER } from "~/domain/procurement/tender";
import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { countRequests, listRequests } from "~db/repositories/intake-requests";
import { listLatestRevisions } from "~db/repositories/revisions";

/** So many to a page. */
const PAGE = 100;

type RequestQuery = { state?: string | null; before?: string | null };

/**
 * The hospital's requests, newest first, a page at a time. `state` narrows them; `overdue` is those late on the
 * supplier's side. `before` is the request to go on from.
 */
export async function presentRequests(caller: Caller, { state = null, before = null }: RequestQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "request.read");
  const { organisationId } = actor;
  const today = toIsoDate(now);
  const filter = toFilter(state);
  const late = { states: WAITING_FOR_SUPPLIER, dueUntil: addDays(today, -1) };
  const wanted = filter === "overdue" ? late : filter === null ? {} : { states: [filter] };
  const [found, revisions, overdue, ...counted] = await Promise.all([
    listRequests(database.read, organisationId, wanted, { limit: PAGE + 1, before }),
    listLatestRevisions(database.read, organisationId),
    countRequests(database.read, organisationId, late),
    ...REQUEST_STATES.map((one) => countRequests(database.read, organisationId, { states: [one] })),
  ]);
  const names = new Map(
    revisions.flatMap(({ modelId, modelName, content }) =>
      content.zones.map((zone) => [`${modelId} ${zone.id}`, { modelName, zoneName: zone.name }]),
    ),
  );
  const requests = found.slice(0, PAGE).map((request) => ({
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
  return {
    requests,
    older: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null,
    total: counted.reduce((sum, count) => sum + count, 0),
    counts: REQUEST_STATES.map((one, place) => ({ state: one, count: counted[place] ?? 0 })),
    overdue,
    filter,
    mayCreate: mayDo(actor, "request.create"),
    canCreate: revisions.length > 0,
  };
}

function toFilter(wanted: string | null): RequestState | "overdue" | null {
  if (wanted === "overdue") return "overdue";
  return REQUEST_STATES.find((state) => state === wanted) ?? null;
}
