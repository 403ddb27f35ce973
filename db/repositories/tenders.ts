import { and, asc, desc, eq, inArray, lt, or } from "drizzle-orm";
import type { RequestState } from "~/domain/procurement/request";
import type { TenderState } from "~/domain/procurement/tender";
import type { Db } from "../client";
import {
  intakeRequests,
  organisations,
  requestReminders,
  tenderRequests,
  tenders,
  tenderZones,
} from "../schema";

/** A call of a hospital to several suppliers. */
export type Tender = {
  organisationId: string;
  id: string;
  name: string;
  subject: string;
  message: string;
  dueOn: string;
  state: TenderState;
  submission: string;
  createdBy: string;
  createdAt: Date;
  remindedAt: Date | null;
  closedAt: Date | null;
};

/** A zone as it was when the tender went out. */
export type TenderZone = {
  modelId: string;
  zoneId: string;
  revisionNumber: number;
  zoneName: string;
  lot: number;
  position: number;
};

/** One request of a tender, without what it asks. */
export type TenderRequest = {
  tenderId: string;
  requestId: string;
  lot: number;
  supplierId: string;
  supplierName: string;
  subject: string;
  state: RequestState;
  dueOn: string;
  declarationId: string | null;
  updatedAt: Date;
};

const ofHospital = (organisationId: string) => eq(tenders.organisationId, organisationId);

export async function findTender(db: Db, organisationId: string, id: string): Promise<Tender | undefined> {
  const [row] = await db
    .select()
    .from(tenders)
    .where(and(ofHospital(organisationId), eq(tenders.id, id)));
  return row;
}

/** The tender that a form has made already. */
export async function findTenderOfSubmission(
  db: Db,
  organisationId: string,
  submission: string,
): Promise<Tender | undefined> {
  const [row] = await db
    .select()
    .from(tenders)
    .where(and(ofHospital(organisationId), eq(tenders.submission, submission)));
  return row;
}

/** The tender that a request belongs to, with its lot. */
export async function findTenderOfRequest(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<{ id: string; name: string; lot: number } | undefined> {
  const [row] = await db
    .select({ id: tenders.id, name: tenders.name, lot: tenderRequests.lot })
    .from(tenderRequests)
    .innerJoin(
      tenders,
      and(eq(tenders.organisationId, tenderRequests.organisationId), eq(tenders.id, tenderRequests.tenderId)),
    )
    .where(and(ofHospital(organisationId), eq(tenderRequests.requestId, requestId)));
  return row;
}

/** Newest first; what is older than the tender `before`. */
export async function listTenders(
  db: Db,
  organisationId: string,
  { limit, before }: { limit: number; before: string | null },
): Promise<ReadonlyArray<Tender>> {
  const last = before === null ? undefined : await findTender(db, organisationId, before);
  const older =
    last &&
    or(
      lt(tenders.createdAt, last.createdAt),
      and(eq(tenders.createdAt, last.createdAt), lt(tenders.id, last.id)),
    );
  return db
    .select()
    .from(tenders)
    .where(and(ofHospital(organisationId), older))
    .orderBy(desc(tenders.createdAt), desc(tenders.id))
    .limit(limit);
}

export async function saveNewTender(db: Db, tender: Tender, zones: ReadonlyArray<TenderZone>): Promise<void> {
  const { organisationId, id: tenderId } = tender;
  await db.insert(tenders).values(tender);
  await db.insert(tenderZones).values(zones.map((zone) => ({ ...zone, organisationId, tenderId })));
}

export async function saveTenderRequest(
  db: Db,
  organisationId: string,
  request: { tenderId: string; requestId: string; lot: number },
): Promise<void> {
  await db.insert(tenderRequests).values({ ...request, organisationId });
}

/** What may change of a tender that is out. */
export async function saveTender(
  db: Db,
  organisationId: string,
  id: string,
  change: Partial<Pick<Tender, "dueOn" | "remindedAt" | "state" | "closedAt">>,
): Promise<void> {
  await db
    .update(tenders)
    .set(change)
    .where(and(ofHospital(organisationId), eq(tenders.id, id)));
}

/** In the order of the form. */
export async function listTenderZones(
  db: Db,
  organisationId: string,
  tenderId: string,
): Promise<ReadonlyArray<TenderZone>> {
  const { modelId, zoneId, revisionNumber, zoneName, lot, position } = tenderZones;
  return db
    .select({ modelId, zoneId, revisionNumber, zoneName, lot, position })
    .from(tenderZones)
    .where(and(eq(tenderZones.organisationId, organisationId), eq(tenderZones.tenderId, tenderId)))
    .orderBy(asc(position));
}

/** Of these tenders, by supplier and lot. */
export async function listTenderRequests(
  db: Db,
  organisationId: string,
  tenderIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<TenderRequest>> {
  if (tenderIds.length === 0) return [];
  return db
    .select({
      tenderId: tenderRequests.tenderId,
      requestId: intakeRequests.id,
      lot: tenderRequests.lot,
      supplierId: intakeRequests.supplierId,
      supplierName: organisations.name,
      subject: intakeRequests.subject,
      state: intakeRequests.state,
      dueOn: intakeRequests.dueOn,
      declarationId: intakeRequests.declarationId,
      updatedAt: intakeRequests.updatedAt,
    })
    .from(tenderRequests)
    .innerJoin(
      intakeRequests,
      and(
        eq(intakeRequests.organisationId, tenderRequests.organisationId),
        eq(intakeRequests.id, tenderRequests.requestId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, intakeRequests.supplierId))
    .where(
      and(
        eq(tenderRequests.organisationId, organisationId),
        inArray(tenderRequests.tenderId, [...tenderIds]),
      ),
    )
    .orderBy(asc(organisations.name), asc(intakeRequests.supplierId), asc(tenderRequests.lot));
}

/** Another day for a request that waits; reminders of the day before begin anew. */
export async function rescheduleRequest(
  db: Db,
  organisationId: string,
  requestId: string,
  { dueOn, updatedAt }: { dueOn: string; updatedAt: Date },
): Promise<void> {
  await db
    .update(intakeRequests)
    .set({ dueOn, updatedAt })
    .where(and(eq(intakeRequests.organisationId, organisationId), eq(intakeRequests.id, requestId)));
  await db
    .delete(requestReminders)
    .where(
      and(eq(requestReminders.organisationId, organisationId), eq(requestReminders.requestId, requestId)),
    );
}
