import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, ne, or, sum } from "drizzle-orm";
import type { Verdict } from "~/domain/assessment/assessment";
import type { AssessmentDifference } from "~/domain/assessment/needs-review";
import type { Db } from "../client";
import {
  decisions,
  declarations,
  expiryRuns,
  intakeRequests,
  type REASSESSMENT_CAUSES,
  reassessmentChanges,
  reassessments,
  revisions,
} from "../schema";

export type ReassessmentCause = (typeof REASSESSMENT_CAUSES)[number];

/** One event after which pairs were assessed anew. Kept with what it changed; never updated. */
export type Reassessment = {
  organisationId: string;
  id: string;
  cause: ReassessmentCause;
  /** Ids, numbers and names of what happened, as they were. */
  subject: Readonly<Record<string, string | number>>;
  at: Date;
  /** null = nobody of this organisation: a day passed, or a supplier did something. */
  personId: string | null;
  /** All of them; of very many changes only those that matter most are kept one by one. */
  assessed: number;
  changed: number;
};

/** One pair of zone and declaration whose result is another one than before. */
export type ReassessmentChange = {
  organisationId: string;
  reassessmentId: string;
  position: number;
  modelId: string;
  zoneId: string;
  zoneName: string;
  supplierId: string;
  releaseId: string;
  declarationId: string;
  productName: string;
  releaseVersion: string;
  /** null = the pair was not there. */
  verdictBefore: Verdict | null;
  verdictAfter: Verdict | null;
  difference: AssessmentDifference | null;
  decisionId: string | null;
};

/** Rows in one statement: SQLite and PostgreSQL bind 32,766 and 65,535 values at most. */
const ROWS_AT_ONCE = 500;

export async function saveNewReassessment(
  db: Db,
  organisationId: string,
  reassessment: Reassessment,
  changes: ReadonlyArray<ReassessmentChange>,
): Promise<void> {
  await db.insert(reassessments).values({ ...reassessment, organisationId });
  for (let start = 0; start < changes.length; start += ROWS_AT_ONCE) {
    const rows = changes.slice(start, start + ROWS_AT_ONCE);
    await db.insert(reassessmentChanges).values(rows.map((change) => ({ ...change, organisationId })));
  }
}

export async function findReassessment(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Reassessment | undefined> {
  const [row] = await db
    .select()
    .from(reassessments)
    .where(and(eq(reassessments.organisationId, organisationId), eq(reassessments.id, id)));
  return row;
}

export type ReassessmentPage = {
  cause?: ReassessmentCause;
  /** Only those that changed a result. */
  onlyChanged?: boolean;
  since?: Date;
  /** Where the page before ended: its last entry. */
  after?: Pick<Reassessment, "at" | "id">;
  limit: number;
};

/** Newest first (keyset paging). */
export async function listReassessments(
  db: Db,
  organisationId: string,
  { cause, onlyChanged = false, since, after, limit }: ReassessmentPage,
): Promise<ReadonlyArray<Reassessment>> {
  return db
    .select()
    .from(reassessments)
    .where(
      and(
        eq(reassessments.organisationId, organisationId),
        cause && eq(reassessments.cause, cause),
        onlyChanged ? gt(reassessments.changed, 0) : undefined,
        since && gte(reassessments.at, since),
        after &&
          or(
            lt(reassessments.at, after.at),
            and(eq(reassessments.at, after.at), lt(reassessments.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(reassessments.at), desc(reassessments.id))
    .limit(limit);
}

/** How many events have changed results since a moment, and how many results; a pair that changed twice counts twice. */
export async function countChangesSince(
  db: Db,
  organisationId: string,
  since: Date,
): Promise<{ events: number; results: number }> {
  const [row] = await db
    .select({ events: count(), changed: sum(reassessments.changed) })
    .from(reassessments)
    .where(
      and(
        eq(reassessments.organisationId, organisationId),
        gt(reassessments.changed, 0),
        gte(reassessments.at, since),
      ),
    );
  return { events: row?.events ?? 0, results: Number(row?.changed ?? 0) };
}

/** `decided`: a decision rests on the pair; `verdict`: another verdict; `new`, `gone`: the pair itself. */
export const CHANGE_KINDS = ["decided", "verdict", "new", "gone"] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export type ChangePage = { kind?: ChangeKind; after?: number; limit: number };

/** In the order of the list. */
export async function listReassessmentChanges(
  db: Db,
  organisationId: string,
  reassessmentId: string,
  { kind, after, limit }: ChangePage,
): Promise<ReadonlyArray<ReassessmentChange>> {
  return db
    .select()
    .from(reassessmentChanges)
    .where(
      and(
        eq(reassessmentChanges.organisationId, organisationId),
        eq(reassessmentChanges.reassessmentId, reassessmentId),
        kind && isOfKind(kind),
        after === undefined ? undefined : gt(reassessmentChanges.position, after),
      ),
    )
    .orderBy(asc(reassessmentChanges.position))
    .limit(limit);
}

/** How many pairs are kept one by one: `changed` counts the others too. */
export async function countReassessmentChanges(
  db: Db,
  organisationId: string,
  reassessmentId: string,
): Promise<number> {
  return db.$count(
    reassessmentChanges,
    and(
      eq(reassessmentChanges.organisationId, organisationId),
      eq(reassessmentChanges.reassessmentId, reassessmentId),
    ),
  );
}

function isOfKind(kind: ChangeKind) {
  const { verdictBefore, verdictAfter, decisionId } = reassessmentChanges;
  switch (kind) {
    case "decided":
      return isNotNull(decisionId);
    case "verdict":
      return ne(verdictBefore, verdictAfter);
    case "new":
      return isNull(verdictBefore);
    case "gone":
      return isNull(verdictAfter);
  }
}

/** The decisions that stand, each with the pair it is about. */
export async function listDecidedPairs(
  db: Db,
  organisationId: string,
): Promise<
  ReadonlyArray<{ id: string; modelId: string; zoneId: string; supplierId: string; releaseId: string }>
> {
  return db
    .select({
      id: decisions.id,
      modelId: decisions.modelId,
      zoneId: decisions.zoneId,
      supplierId: decisions.supplierId,
      releaseId: decisions.releaseId,
    })
    .from(decisions)
    .where(and(eq(decisions.organisationId, organisationId), eq(decisions.isCurrent, true)))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id));
}

/**
 * Every hospital that has published a model: whom a supplier's step or a new day may concern. Ids alone; everything
 * else is read inside each hospital.
 */
export async function listPublishingHospitals(db: Db): Promise<ReadonlyArray<string>> {
  const rows = await db
    .selectDistinct({ id: revisions.organisationId })
    .from(revisions)
    .orderBy(asc(revisions.organisationId));
  return rows.map(({ id }) => id);
}

/**
 * The hospitals of those above that may see anything of a supplier, or of one release: all where something is open to
 * all, else those that have ever asked. Nobody else has to be looked at.
 */
export async function listAudience(
  db: Db,
  supplierId: string,
  releaseId: string | undefined,
): Promise<ReadonlyArray<string>> {
  const openToAll = await db
    .select({ id: declarations.id })
    .from(declarations)
    .where(
      and(
        eq(declarations.organisationId, supplierId),
        eq(declarations.state, "signed"),
        eq(declarations.visibility, "all-hospitals"),
        releaseId === undefined ? undefined : eq(declarations.releaseId, releaseId),
      ),
    )
    .limit(1);
  if (openToAll.length > 0) return listPublishingHospitals(db);
  const rows = await db
    .selectDistinct({ id: intakeRequests.organisationId })
    .from(intakeRequests)
    .where(eq(intakeRequests.supplierId, supplierId))
    .orderBy(asc(intakeRequests.organisationId));
  return rows.map(({ id }) => id);
}

/** Up to which day expiries have been looked at; undefined before the first time. */
export async function findExpiryDay(db: Db, organisationId: string): Promise<string | undefined> {
  const [row] = await db.select().from(expiryRuns).where(eq(expiryRuns.organisationId, organisationId));
  return row?.lastDay;
}

/** Takes the days up to `lastDay`; false where another process has taken them since they were read. */
export async function claimExpiryDay(
  db: Db,
  organisationId: string,
  { from, lastDay }: { from: string | undefined; lastDay: string },
): Promise<boolean> {
  const claimed =
    from === undefined
      ? await db
          .insert(expiryRuns)
          .values({ organisationId, lastDay })
          .onConflictDoNothing()
          .returning({ lastDay: expiryRuns.lastDay })
      : await db
          .update(expiryRuns)
          .set({ lastDay })
          .where(and(eq(expiryRuns.organisationId, organisationId), eq(expiryRuns.lastDay, from)))
          .returning({ lastDay: expiryRuns.lastDay });
  return claimed.length > 0;
}
