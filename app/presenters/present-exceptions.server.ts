import { mayDo } from "~/domain/access/permissions";
import type { Actor } from "~/domain/access/role";
import { daysAgo, daysAhead, TIME_SPANS } from "~/domain/management/time-spans";
import {
  EXCEPTION_EXPIRING_WITHIN_DAYS,
  EXCEPTION_STANDINGS,
  type ExceptionStanding,
} from "~/domain/procurement/exception-review";
import { addDays, type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  type ExceptionPage,
  findException,
  listExceptions,
  listLiveExceptions,
} from "~db/repositories/exceptions";
import { listPeopleByIds } from "~db/repositories/people";
import { type StandingException, standExceptions } from "./exception-standings.server";

const PAGE = 50;
/** Whether a review is overdue is worked out, not stored: so many are looked at. */
export const LIVE_EXCEPTIONS_LIMIT = 500;

export type ExceptionsQuery = {
  state: string | null;
  /** How long those in force stand, and how long they have left. */
  age?: string | null;
  left?: string | null;
  /** Id of the exception that ended the page before. */
  after: string | null;
};

/** The written acceptances of the hospital: first what waits for this person, then all, newest request first. */
export async function presentExceptions(caller: Caller, query: ExceptionsQuery) {
  const { actor, database, now } = caller;
  requirePermission(actor, "exception.read");
  const db = database.read;
  const { organisationId } = actor;
  const asOf = toIsoDate(now);
  const age = TIME_SPANS.find((one) => one === query.age) ?? null;
  const left = TIME_SPANS.find((one) => one === query.left) ?? null;
  const state = age || left ? "in-force" : (EXCEPTION_STANDINGS.find((one) => one === query.state) ?? null);
  const spans = {
    ...(age && { decided: daysAgo(age, asOf) }),
    ...(left && { lastDay: daysAhead(left, asOf) }),
  };
  const last = query.after ? await findException(db, organisationId, query.after) : undefined;
  const isScanned = state === "review-overdue";
  const limit = isScanned ? LIVE_EXCEPTIONS_LIMIT : PAGE + 1;
  const [live, found] = await Promise.all([
    listLiveExceptions(db, organisationId, asOf, LIVE_EXCEPTIONS_LIMIT),
    listExceptions(db, organisationId, {
      ...(state ? narrowed(state, asOf) : {}),
      ...spans,
      ...{ after: last, limit },
    }),
  ]);
  const [waiting, listed] = await Promise.all([
    standExceptions(db, organisationId, live, asOf),
    standExceptions(db, organisationId, isScanned ? found : found.slice(0, PAGE), asOf),
  ]);
  const mine = query.after === null ? waiting.flatMap((one) => callOf(one, actor) ?? []) : [];
  const rows = isScanned ? listed.filter(({ standing }) => standing === state) : listed;
  const people = await listPeopleByIds(
    db,
    [...waiting, ...rows].map(({ exception }) => exception.requestedBy),
  );
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? null;
  return {
    mine: mine.map(({ call, ...one }) => ({ ...toRow(one, nameOf), call })),
    exceptions: rows.map((one) => toRow(one, nameOf)),
    filter: { state, age, left },
    next: found.length === limit ? (found.at(isScanned ? -1 : PAGE - 1)?.id ?? null) : null,
  };
}

/** Why an exception waits for a person. */
export type ExceptionCall = "decide" | "revoke-asked" | "review" | "extend";

/** Null where it waits for nobody or for somebody else. */
export function callOf(
  one: StandingException,
  actor: Actor,
): (StandingException & { call: ExceptionCall }) | null {
  const { exception, standing, latestOutcome } = one;
  const isOwn = exception.requestedBy === actor.personId;
  if (standing === "requested")
    return mayDo(actor, "exception.decide") && !isOwn ? { ...one, call: "decide" } : null;
  if (latestOutcome === "revoke-asked" && mayDo(actor, "exception.revoke"))
    return { ...one, call: "revoke-asked" };
  if (standing === "review-overdue" && mayDo(actor, "exception.review")) return { ...one, call: "review" };
  return standing === "expiring" && isOwn && mayDo(actor, "exception.request")
    ? { ...one, call: "extend" }
    : null;
}

function toRow(
  { exception, standing, nextReviewOn }: StandingException,
  nameOf: (id: string) => string | null,
) {
  const { id, productName, releaseVersion, zoneName, residualRisk, expiresOn, requestedAt } = exception;
  return {
    ...{ id, standing, productName, releaseVersion, zoneName, residualRisk, expiresOn, nextReviewOn },
    gaps: exception.gaps.map(({ key }) => key),
    requestedByName: nameOf(exception.requestedBy),
    requestedAt: requestedAt.toISOString(),
  };
}

/** The state in the table, and the range of last days that makes the standing; what ends soon is in force too. */
function narrowed(standing: ExceptionStanding, asOf: IsoDate): Partial<ExceptionPage> {
  switch (standing) {
    case "requested":
    case "refused":
    case "withdrawn":
    case "revoked":
      return { state: standing };
    case "in-force":
    case "review-overdue":
      return { state: "granted", isSuperseded: false, lastDay: { from: asOf } };
    case "expiring":
      return {
        ...{ state: "granted", isSuperseded: false },
        lastDay: { from: asOf, to: addDays(asOf, EXCEPTION_EXPIRING_WITHIN_DAYS) },
      };
    case "expired":
      return { state: "granted", isSuperseded: false, lastDay: { to: addDays(asOf, -1) } };
    case "superseded":
      return { state: "granted", isSuperseded: true };
  }
}
