import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { RequestState } from "~/domain/procurement/request";
import type { Db } from "../client";
import { intakeRequests, organisations, type ZoneClassSnapshot } from "../schema";

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

/** Lists stop here; whoever needs more filters by state. */
export const REQUEST_LIST_LIMIT = 500;

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
  return row && { ...row.request, supplierName: row.supplierName };
}

/** Newest first, at most {@link REQUEST_LIST_LIMIT}; only the states named, all where none is. */
export async function listRequests(
  db: Db,
  organisationId: string,
  states: ReadonlyArray<RequestState> = [],
): Promise<ReadonlyArray<RequestSummary>> {
  return db
    .select(SUMMARY)
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.supplierId))
    .where(
      and(
        eq(intakeRequests.organisationId, organisationId),
        states.length > 0 ? inArray(intakeRequests.state, [...states]) : undefined,
      ),
    )
    .orderBy(desc(intakeRequests.createdAt), desc(intakeRequests.id))
    .limit(REQUEST_LIST_LIMIT);
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

/** How many requests a hospital has in the states; with `dueBefore` only those due before that day. */
export async function countRequests(
  db: Db,
  organisationId: string,
  states: ReadonlyArray<RequestState>,
  dueBefore?: string,
): Promise<number> {
  return db.$count(
    intakeRequests,
    and(
      eq(intakeRequests.organisationId, organisationId),
      inArray(intakeRequests.state, [...states]),
      dueBefore === undefined ? undefined : lt(intakeRequests.dueOn, dueBefore),
    ),
  );
}

/** Requests of one zone that a declaration answers and that wait for a decision. */
export async function listAnsweredRequests(
  db: Db,
  organisationId: string,
  pair: { modelId: string; zoneId: string; declarationId: string },
): Promise<ReadonlyArray<Pick<IntakeRequest, "id" | "subject">>> {
  return db
    .select({ id: intakeRequests.id, subject: intakeRequests.subject })
    .from(intakeRequests)
    .where(
      and(
        eq(intakeRequests.organisationId, organisationId),
        eq(intakeRequests.modelId, pair.modelId),
        eq(intakeRequests.zoneId, pair.zoneId),
        eq(intakeRequests.declarationId, pair.declarationId),
        eq(intakeRequests.state, "declared"),
      ),
    )
    .orderBy(intakeRequests.createdAt);
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

/** Newest first, at most {@link REQUEST_LIST_LIMIT}. */
export async function listReceivedRequests(
  db: Db,
  supplierId: string,
): Promise<ReadonlyArray<ReceivedRequest>> {
  return db
    .select(CROSSING)
    .from(intakeRequests)
    .innerJoin(organisations, eq(organisations.id, intakeRequests.organisationId))
    .where(eq(intakeRequests.supplierId, supplierId))
    .orderBy(desc(intakeRequests.createdAt), desc(intakeRequests.id))
    .limit(REQUEST_LIST_LIMIT);
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
  return row;
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
