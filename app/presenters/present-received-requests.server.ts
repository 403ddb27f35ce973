import { addDays, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listDeclarations } from "~db/repositories/declarations";
import {
  countReceivedRequests,
  listReceivedRequests,
  type ReceivedRequest,
  type RequestFilter,
} from "~db/repositories/intake-requests";
import { findProduct, findRelease } from "~db/repositories/products";
import { answerOf, judgeRequests } from "./release-standings.server";

/** What can be looked at alone. */
const REQUEST_VIEWS = ["open", "overdue", "due-soon", "returned", "answered", "closed"] as const;
export type RequestView = (typeof REQUEST_VIEWS)[number];

/** A request is due soon from so many days before. */
const DUE_SOON_DAYS = 14;

/** So many to a page. */
const PAGE = 100;

type RequestQuery = { show?: string | null; releaseId?: string | null; before?: string | null };

/**
 * What hospitals have asked of this supplier, newest first, a page at a time; `show` narrows it, `before` is the request to
 * go on from. With a release, what its answer comes out at against each request.
 */
export async function presentReceivedRequests(
  caller: Caller,
  { show = null, releaseId = null, before = null }: RequestQuery = {},
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "received-request.read");
  const { organisationId } = actor;
  const view = REQUEST_VIEWS.find((one) => one === show) ?? null;
  const wanted = view === null ? {} : filterOf(view, now);
  const [found, ...counted] = await Promise.all([
    listReceivedRequests(database.read, organisationId, wanted, { limit: PAGE + 1, before }),
    ...REQUEST_VIEWS.map((one) => countReceivedRequests(database.read, organisationId, filterOf(one, now))),
  ]);
  const requests = found.slice(0, PAGE);
  const release = releaseId === null ? null : await presentRelease(caller, releaseId, requests);
  return {
    requests: requests.map((request) => ({
      ...toRequestRow(request, now),
      verdict: release?.verdicts.get(request.id) ?? null,
    })),
    older: found.length > PAGE ? (requests.at(-1)?.id ?? null) : null,
    views: REQUEST_VIEWS.map((one, place) => ({ view: one, count: counted[place] ?? 0 })),
    release: release && { productName: release.productName, version: release.version },
  };
}

export function filterOf(view: RequestView, now: Date): RequestFilter {
  const today = toIsoDate(now);
  const states = ["sent", "accepted"] as const;
  switch (view) {
    case "open":
      return { states };
    case "overdue":
      return { states, dueUntil: addDays(today, -1) };
    case "due-soon":
      return { states, dueFrom: today, dueUntil: addDays(today, DUE_SOON_DAYS) };
    // Whoever answers again has it out of hand; what is open and was returned once was returned last.
    case "returned":
      return { states, wasReturned: true };
    case "answered":
      return { states: ["declared", "decided"] };
    case "closed":
      return { states: ["declined", "withdrawn"] };
  }
}

/** A release that is not there narrows nothing. */
async function presentRelease(
  { actor, database, now }: Caller,
  releaseId: string,
  requests: ReadonlyArray<ReceivedRequest>,
) {
  const release = await findRelease(database.read, actor.organisationId, releaseId);
  const product = release && (await findProduct(database.read, actor.organisationId, release.productId));
  if (!release || !product) return null;
  const declarations = await listDeclarations(database.read, actor.organisationId);
  const answer = answerOf(declarations, release.id);
  const judged = answer ? judgeRequests(requests, answer, toIsoDate(now)) : [];
  return {
    ...{ productName: product.name, version: release.version },
    verdicts: new Map(judged.map(({ requestId, verdict }) => [requestId, verdict])),
  };
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
