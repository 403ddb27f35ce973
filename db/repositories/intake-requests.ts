import { and, asc, desc, eq, exists, gte, inArray, lt, lte, or, type SQL } from "drizzle-orm";
import { completeProfile } from "~/domain/assessment/stored-forms";
import type { RequestState } from "~/domain/procurement/request";
import type { Db } from "../client";
import { declarations, intakeRequests, organisations, type ZoneClassSnapshot } from "../schema";
import { returnsOfRequest } from "./received-returns";

/** A request as the asking hospital keeps it; `organisationId` is that hospital. */
export type IntakeRequest = {
  organisationId: string;
  id: string;
  modelId: string;
  revisionNumber: number;
  zoneId: string;
  supplierId: string;
  subject: string;
  message: string;
  dueOn: string;
  snapshot: ZoneClassSnapshot;
  state: RequestState;
  declarationId: string | null;
  declineReason: string;
  createdBy: string;
  createdAt: Date;
  updatedAt: Date;
};

/** For lists: without the message and the snapshot, which is large. */
export type RequestSummary = Omit<IntakeRequest, "message" | "snapshot" | "declineReason"> & {
  supplierName: string;
};

/** Lists that are no pages stop here; whoever needs more filters by state. */
const REQUEST_LIST_LIMIT = 500;

/** Which requests; every member that is absent narrows nothing. Days are compared with the due date, both ends included. */
export type RequestFilter = {
  states?: ReadonlyArray<RequestState>;
  dueFrom?: string;
  dueUntil?: string;
  /** An answer was handed back for changes at some time. */
  wasReturned?: boolean;
};
/** Keyset paging: what is older than the request `before`, from the newest where there is none such. */
export type RequestPage = { limit: number; before?: string | null };
/** `due`: the most overdue first; it knows no pages. */
type RequestOrder = { order?: "newest" | "due" };

const ORDERS = {
  newest: [desc(intakeRequests.createdAt), desc(intakeRequests.id)],
  due: [asc(intakeRequests.dueOn), asc(intakeRequests.id)],
};

const ofHospital = (organisationId: string) => eq(intakeRequests.organisationId, organisationId);
const ofSupplier = (supplierId: string) => eq(intakeRequests.supplierId, supplierId);

function matching(db: Db, { states, dueFrom, dueUntil, wasReturned }: RequestFilter): SQL | undefined {
  return and(
    states && inArray(intakeRequests.state, [...states]),
    dueFrom === undefined ? undefined : gte(intakeRequests.dueOn, dueFrom),
    dueUntil === undefined ? undefined : lte(intakeRequests.dueOn, dueUntil),
    wasReturned ? exists(returnsOfRequest(db)) : undefined,
  );
}

/** `owner` keeps the cursor within what its reader may see. */
async function olderThan(db: Db, owner: SQL, before: string | null | undefined): Promise<SQL | undefined> {
  if (!before) return undefined;
  const { createdAt, id } = intakeRequests;
  const [last] = await db
    .select({ createdAt, id })
    .from(intakeRequests)
    .where(and(owner, eq(id, before)));
  return last && or(lt(createdAt, last.createdAt), and(eq(createdAt, last.createdAt), lt(id, last.id)));
}

export async function findRequest(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(IntakeRequest & { supplierName: string }) | undefined> {
  const [row] = await db
    .select({ request: intakeRequests, supplierName: organisations.name })
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.supplierId))
    .where(and(eq(intakeRequests.organisationId, organisationId), eq(intakeRequests.id, id)));
  return row && { ...inTodaysForm(row.request), supplierName: row.supplierName };
}

/** A snapshot lives as long as its request: what an earlier build sent lacks the parts that did not exist then. */
function inTodaysForm<Row extends { snapshot: ZoneClassSnapshot }>(row: Row): Row {
  const { snapshot } = row;
  return { ...row, snapshot: { ...snapshot, profile: completeProfile(snapshot.profile) } };
}

/** A hospital's requests, newest first. */
export async function listRequests(
  db: Db,
  organisationId: string,
  filter: RequestFilter = {},
  { limit, before, order = "newest" }: RequestPage & RequestOrder = { limit: REQUEST_LIST_LIMIT },
): Promise<ReadonlyArray<RequestSummary>> {
  const owner = ofHospital(organisationId);
  return db
    .select(SUMMARY)
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.supplierId))
    .where(and(owner, matching(db, filter), await olderThan(db, owner, before)))
    .orderBy(...ORDERS[order])
    .limit(limit);
}

const SUMMARY = {
  organisationId: intakeRequests.organisationId,
  id: intakeRequests.id,
  modelId: intakeRequests.modelId,
  revisionNumber: intakeRequests.revisionNumber,
  zoneId: intakeRequests.zoneId,
  supplierId: intakeRequests.supplierId,
  supplierName: organisations.name,
  subject: intakeRequests.subject,
  dueOn: intakeRequests.dueOn,
  state: intakeRequests.state,
  declarationId: intakeRequests.declarationId,
  createdBy: intakeRequests.createdBy,
  createdAt: intakeRequests.createdAt,
  updatedAt: intakeRequests.updatedAt,
};

export async function countRequests(db: Db, organisationId: string, filter: RequestFilter): Promise<number> {
  return db.$count(intakeRequests, and(ofHospital(organisationId), matching(db, filter)));
}

export async function countReceivedRequests(
  db: Db,
  supplierId: string,
  filter: RequestFilter,
): Promise<number> {
  return db.$count(intakeRequests, and(ofSupplier(supplierId), matching(db, filter)));
}

export async function saveNewRequest(db: Db, organisationId: string, request: IntakeRequest): Promise<void> {
  await db.insert(intakeRequests).values({ ...request, organisationId });
}

/** The hospital's half of the life of a request: withdrawn, decided. What was sent is never changed. */
export async function saveRequestState(
  db: Db,
  organisationId: string,
  id: string,
  change: { state: RequestState; updatedAt: Date },
): Promise<void> {
  await db
    .update(intakeRequests)
    .set({ state: change.state, updatedAt: change.updatedAt })
    .where(and(eq(intakeRequests.organisationId, organisationId), eq(intakeRequests.id, id)));
}

/** All that a supplier ever sees of a request: no model, zone, revision or person of the hospital. */
export type ReceivedRequest = {
  id: string;
  hospitalId: string;
  hospitalName: string;
  subject: string;
  message: string;
  dueOn: string;
  snapshot: ZoneClassSnapshot;
  state: RequestState;
  declarationId: string | null;
  /** The supplier's own words. */
  declineReason: string;
  createdAt: Date;
};

/** Chosen here, in SQL, and not by leaving out later: what is not read cannot leak. */
const CROSSING = {
  id: intakeRequests.id,
  hospitalId: intakeRequests.organisationId,
  hospitalName: organisations.name,
  subject: intakeRequests.subject,
  message: intakeRequests.message,
  dueOn: intakeRequests.dueOn,
  snapshot: intakeRequests.snapshot,
  state: intakeRequests.state,
  declarationId: intakeRequests.declarationId,
  declineReason: intakeRequests.declineReason,
  createdAt: intakeRequests.createdAt,
};

/** As many values as a query takes with room to spare. */
const MOST_IDS = 10_000;

/** What a supplier was asked, newest first. */
export async function listReceivedRequests(
  db: Db,
  supplierId: string,
  filter: RequestFilter = {},
  { limit, before, order = "newest" }: RequestPage & RequestOrder = { limit: REQUEST_LIST_LIMIT },
): Promise<ReadonlyArray<ReceivedRequest>> {
  const owner = ofSupplier(supplierId);
  const rows = await db
    .select(CROSSING)
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .where(and(owner, matching(db, filter), await olderThan(db, owner, before)))
    .orderBy(...ORDERS[order])
    .limit(limit);
  return rows.map(inTodaysForm);
}

/** Of every request that the supplier has received, the newest first. */
export async function listReceivedRequestIds(db: Db, supplierId: string): Promise<ReadonlyArray<string>> {
  const rows = await db
    .select({ id: intakeRequests.id })
    .from(intakeRequests)
    .where(ofSupplier(supplierId))
    .orderBy(...ORDERS.newest)
    .limit(MOST_IDS);
  return rows.map(({ id }) => id);
}

export async function findReceivedRequest(
  db: Db,
  supplierId: string,
  requestId: string,
): Promise<ReceivedRequest | undefined> {
  const [row] = await db
    .select(CROSSING)
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .where(and(eq(intakeRequests.supplierId, supplierId), eq(intakeRequests.id, requestId)));
  return row && inTodaysForm(row);
}

/** The supplier's half of the life of a request: accepted, declared (with which declaration), declined (why). */
export async function saveReceivedRequestState(
  db: Db,
  supplierId: string,
  requestId: string,
  change: { state: RequestState; declarationId?: string; declineReason?: string; updatedAt: Date },
): Promise<void> {
  const { state, declarationId, declineReason, updatedAt } = change;
  await db
    .update(intakeRequests)
    .set({ state, declarationId, declineReason, updatedAt })
    .where(and(eq(intakeRequests.supplierId, supplierId), eq(intakeRequests.id, requestId)));
}

/**
 * Hands a request that waits for one supplier to another: the one that was only named gives way to the one that answers.
 * Answers how many other requests still point at the first.
 */
export async function readdressRequest(
  db: Db,
  organisationId: string,
  requestId: string,
  { from, to, at }: { from: string; to: string; at: Date },
): Promise<number> {
  await db
    .update(intakeRequests)
    .set({ supplierId: to, updatedAt: at })
    .where(and(ofHospital(organisationId), eq(intakeRequests.id, requestId), ofSupplier(from)));
  return db.$count(intakeRequests, eq(intakeRequests.supplierId, from));
}

type ZoneOfModel = { modelId: string; zoneId: string };
/** One declaration, or any version for the same release: a later one stands in for the one that was sent. */
type AnsweredBy = { declarationId: string } | { supplierId: string; releaseId: string };

/** Requests of one zone that are answered so and stand in one of these states, the newest last. */
export async function listRequestsAnsweredBy(
  db: Db,
  organisationId: string,
  { modelId, zoneId }: ZoneOfModel,
  by: AnsweredBy,
  states: ReadonlyArray<RequestState>,
): Promise<ReadonlyArray<Pick<IntakeRequest, "id" | "subject" | "state">>> {
  return db
    .select({ id: intakeRequests.id, subject: intakeRequests.subject, state: intakeRequests.state })
    .from(intakeRequests)
    .innerJoin(
      declarations,
      and(
        eq(declarations.organisationId, intakeRequests.supplierId),
        eq(declarations.id, intakeRequests.declarationId),
      ),
    )
    .where(
      and(
        ofHospital(organisationId),
        eq(intakeRequests.modelId, modelId),
        eq(intakeRequests.zoneId, zoneId),
        "declarationId" in by
          ? eq(declarations.id, by.declarationId)
          : and(eq(declarations.organisationId, by.supplierId), eq(declarations.releaseId, by.releaseId)),
        inArray(intakeRequests.state, [...states]),
      ),
    )
    .orderBy(asc(intakeRequests.createdAt), asc(intakeRequests.id));
}
