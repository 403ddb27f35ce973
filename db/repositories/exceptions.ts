import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, or } from "drizzle-orm";
import type { ExceptionState, ResidualRisk } from "~/domain/procurement/exception";
import type { ReviewOutcome } from "~/domain/procurement/exception-review";
import type { Gap } from "~/domain/procurement/gap";
import { addDays } from "~/domain/shared/iso-date";
import type { Db } from "../client";
import { exceptionReviews, exceptions } from "../schema";

/** What was asked for is never changed; who decided, who ended it and what took its place are added once. */
export type ExceptionRecord = {
  organisationId: string;
  id: string;
  modelId: string;
  zoneId: string;
  supplierId: string;
  releaseId: string;
  zoneName: string;
  productName: string;
  releaseVersion: string;
  revisionNumber: number;
  declarationId: string;
  declarationVersion: number;
  fingerprint: string;
  gaps: ReadonlyArray<Gap>;
  reason: string;
  countermeasureIds: ReadonlyArray<string>;
  residualRisk: ResidualRisk;
  residualText: string;
  expiresOn: string;
  reviewEveryDays: number;
  extendsId: string | null;
  state: ExceptionState;
  requestedBy: string;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  decisionNote: string;
  withdrawnAt: Date | null;
  withdrawalReason: string;
  revokedBy: string | null;
  revokedAt: Date | null;
  revocationReason: string;
  supersededBy: string | null;
  supersededAt: Date | null;
};

export type ExceptionReviewRecord = {
  organisationId: string;
  id: string;
  exceptionId: string;
  outcome: ReviewOutcome;
  note: string;
  reviewedBy: string;
  reviewedAt: Date;
};

/** One product release in one zone. */
export type ExceptedPair = Pick<ExceptionRecord, "modelId" | "zoneId" | "supplierId" | "releaseId">;

export async function findException(
  db: Db,
  organisationId: string,
  id: string,
): Promise<ExceptionRecord | undefined> {
  const [row] = await db.select().from(exceptions).where(isException(organisationId, id));
  return row;
}

/** Everything that was ever asked for on a pair, newest first. */
export async function listExceptionsOfPair(
  db: Db,
  organisationId: string,
  { modelId, zoneId, supplierId, releaseId }: ExceptedPair,
): Promise<ReadonlyArray<ExceptionRecord>> {
  return db
    .select()
    .from(exceptions)
    .where(
      and(
        eq(exceptions.organisationId, organisationId),
        eq(exceptions.modelId, modelId),
        eq(exceptions.zoneId, zoneId),
        eq(exceptions.supplierId, supplierId),
        eq(exceptions.releaseId, releaseId),
      ),
    )
    .orderBy(desc(exceptions.requestedAt), desc(exceptions.id));
}

/** Those that wait or are in force on a day, what ends first first. */
export async function listLiveExceptions(
  db: Db,
  organisationId: string,
  asOf: string,
  limit: number,
): Promise<ReadonlyArray<ExceptionRecord>> {
  return db
    .select()
    .from(exceptions)
    .where(
      and(
        eq(exceptions.organisationId, organisationId),
        isNull(exceptions.supersededBy),
        or(
          eq(exceptions.state, "requested"),
          and(eq(exceptions.state, "granted"), gte(exceptions.expiresOn, asOf)),
        ),
      ),
    )
    .orderBy(asc(exceptions.expiresOn), asc(exceptions.id))
    .limit(limit);
}

export type ExceptionPage = {
  state?: ExceptionState;
  /** The last day lies in this range, both ends included. */
  lastDay?: { from?: string; to?: string };
  /** The day on which it was granted or refused lies in this range, both ends included. */
  decided?: { from?: string; to?: string };
  isSuperseded?: boolean;
  /** Where the page before ended: its last exception. */
  after?: Pick<ExceptionRecord, "requestedAt" | "id">;
  limit: number;
};

/** Newest request first (keyset paging). */
export async function listExceptions(
  db: Db,
  organisationId: string,
  { after, limit, ...wanted }: ExceptionPage,
): Promise<ReadonlyArray<ExceptionRecord>> {
  return db
    .select()
    .from(exceptions)
    .where(
      and(
        isWanted(organisationId, wanted),
        after &&
          or(
            lt(exceptions.requestedAt, after.requestedAt),
            and(eq(exceptions.requestedAt, after.requestedAt), lt(exceptions.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(exceptions.requestedAt), desc(exceptions.id))
    .limit(limit);
}

export async function countExceptions(
  db: Db,
  organisationId: string,
  wanted: Omit<ExceptionPage, "after" | "limit">,
): Promise<number> {
  return db.$count(exceptions, isWanted(organisationId, wanted));
}

function isWanted(
  organisationId: string,
  { state, lastDay, decided, isSuperseded }: Omit<ExceptionPage, "after" | "limit">,
) {
  return and(
    eq(exceptions.organisationId, organisationId),
    state && eq(exceptions.state, state),
    lastDay?.from === undefined ? undefined : gte(exceptions.expiresOn, lastDay.from),
    lastDay?.to === undefined ? undefined : lte(exceptions.expiresOn, lastDay.to),
    decided?.from === undefined ? undefined : gte(exceptions.decidedAt, new Date(decided.from)),
    decided?.to === undefined ? undefined : lt(exceptions.decidedAt, new Date(addDays(decided.to, 1))),
    isSuperseded === undefined
      ? undefined
      : isSuperseded
        ? isNotNull(exceptions.supersededBy)
        : isNull(exceptions.supersededBy),
  );
}

export async function saveNewException(
  db: Db,
  organisationId: string,
  exception: ExceptionRecord,
): Promise<void> {
  await db.insert(exceptions).values({ ...exception, organisationId });
}

export type ExceptionStep = Pick<ExceptionRecord, "state"> &
  Partial<
    Pick<
      ExceptionRecord,
      | "decidedBy"
      | "decidedAt"
      | "decisionNote"
      | "withdrawnAt"
      | "withdrawalReason"
      | "revokedBy"
      | "revokedAt"
      | "revocationReason"
    >
  >;

/** Moves an exception on from the state in which it was read; false where somebody was faster. */
export async function saveExceptionStep(
  db: Db,
  organisationId: string,
  { id, state }: Pick<ExceptionRecord, "id" | "state">,
  step: ExceptionStep,
): Promise<boolean> {
  const moved = await db
    .update(exceptions)
    .set(step)
    .where(and(isException(organisationId, id), eq(exceptions.state, state), isNull(exceptions.supersededBy)))
    .returning({ id: exceptions.id });
  return moved.length > 0;
}

/** Lets an extension take the place of a granted exception; false where it has ended or another one was faster. */
export async function supersedeException(
  db: Db,
  organisationId: string,
  id: string,
  successor: { supersededBy: string; supersededAt: Date },
): Promise<boolean> {
  const moved = await db
    .update(exceptions)
    .set(successor)
    .where(
      and(isException(organisationId, id), eq(exceptions.state, "granted"), isNull(exceptions.supersededBy)),
    )
    .returning({ id: exceptions.id });
  return moved.length > 0;
}

/** Reviews of the exceptions, newest first. */
export async function listExceptionReviews(
  db: Db,
  organisationId: string,
  exceptionIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<ExceptionReviewRecord>> {
  if (exceptionIds.length === 0) return [];
  return db
    .select()
    .from(exceptionReviews)
    .where(
      and(
        eq(exceptionReviews.organisationId, organisationId),
        inArray(exceptionReviews.exceptionId, [...exceptionIds]),
      ),
    )
    .orderBy(desc(exceptionReviews.reviewedAt), desc(exceptionReviews.id));
}

export async function saveNewExceptionReview(
  db: Db,
  organisationId: string,
  review: ExceptionReviewRecord,
): Promise<void> {
  await db.insert(exceptionReviews).values({ ...review, organisationId });
}

function isException(organisationId: string, id: string) {
  return and(eq(exceptions.organisationId, organisationId), eq(exceptions.id, id));
}
