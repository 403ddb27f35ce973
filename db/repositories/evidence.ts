import { and, asc, count, desc, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { type EvidenceScope, instantsOf, type PackCounts } from "~/domain/audit/evidence-scope";
import type { Db } from "../client";
import {
  auditEntries,
  countermeasures,
  decisions,
  exceptions,
  intakeRequests,
  revisions,
  targetAcceptances,
} from "../schema";
import type { AuditEntry } from "./audit";
import type { CountermeasureRecord } from "./countermeasures";
import { type NamedDecision, selectNamed, toNamed } from "./decisions";
import type { ExceptionRecord } from "./exceptions";
import type { IntakeRequest } from "./intake-requests";
import type { RevisionSummary } from "./revisions";
import type { TargetAcceptance } from "./target-acceptances";

/** So many ids in one question: both databases bound the parameters of a statement. */
const SLICE = 500;

type Period = Extract<EvidenceScope, { kind: "period" }>;
type Moment = Parameters<typeof gte>[0];

/** One of these moments lies in the period. */
function within(period: Period, ...moments: ReadonlyArray<Moment>): SQL | undefined {
  const { since, before } = instantsOf(period);
  return or(...moments.map((moment) => and(gte(moment, since), lt(moment, before))));
}

/** Every decision in the scope, whether it still stands or not, oldest first. */
export async function listDecisionsIn(
  db: Db,
  organisationId: string,
  scope: EvidenceScope,
  limit: number,
): Promise<ReadonlyArray<NamedDecision>> {
  const rows = await selectNamed(db)
    .where(and(eq(decisions.organisationId, organisationId), isDecisionIn(scope)))
    .orderBy(asc(decisions.decidedAt), asc(decisions.id))
    .limit(limit);
  return rows.map(toNamed);
}

function isDecisionIn(scope: EvidenceScope): SQL | undefined {
  switch (scope.kind) {
    case "zone":
      return and(eq(decisions.modelId, scope.modelId), eq(decisions.zoneId, scope.zoneId));
    case "supplier":
      return eq(decisions.supplierId, scope.supplierId);
    case "period":
      return within(scope, decisions.decidedAt);
  }
}

/** The last one for a zone, whatever became of it. */
export async function findLatestDecisionOfZone(
  db: Db,
  organisationId: string,
  scope: Extract<EvidenceScope, { kind: "zone" }>,
): Promise<NamedDecision | undefined> {
  const [row] = await selectNamed(db)
    .where(and(eq(decisions.organisationId, organisationId), isDecisionIn(scope)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return row && toNamed(row);
}

/** Of a period those to which anything happened in it. Oldest request first. */
export async function listExceptionsIn(
  db: Db,
  organisationId: string,
  scope: EvidenceScope,
  limit: number,
): Promise<ReadonlyArray<ExceptionRecord>> {
  return db
    .select()
    .from(exceptions)
    .where(and(eq(exceptions.organisationId, organisationId), isExceptionIn(scope)))
    .orderBy(asc(exceptions.requestedAt), asc(exceptions.id))
    .limit(limit);
}

function isExceptionIn(scope: EvidenceScope): SQL | undefined {
  const { requestedAt, decidedAt, withdrawnAt, revokedAt, supersededAt } = exceptions;
  switch (scope.kind) {
    case "zone":
      return and(eq(exceptions.modelId, scope.modelId), eq(exceptions.zoneId, scope.zoneId));
    case "supplier":
      return eq(exceptions.supplierId, scope.supplierId);
    case "period":
      return within(scope, requestedAt, decidedAt, withdrawnAt, revokedAt, supersededAt);
  }
}

/** Oldest first. */
export async function listRequestsIn(
  db: Db,
  organisationId: string,
  scope: EvidenceScope,
  limit: number,
): Promise<ReadonlyArray<Omit<IntakeRequest, "snapshot">>> {
  return db
    .select(REQUEST)
    .from(intakeRequests)
    .where(and(eq(intakeRequests.organisationId, organisationId), isRequestIn(scope)))
    .orderBy(asc(intakeRequests.createdAt), asc(intakeRequests.id))
    .limit(limit);
}

/** Without the snapshot: the profile of every request would be most of a pack. */
const REQUEST = {
  organisationId: intakeRequests.organisationId,
  id: intakeRequests.id,
  modelId: intakeRequests.modelId,
  revisionNumber: intakeRequests.revisionNumber,
  zoneId: intakeRequests.zoneId,
  supplierId: intakeRequests.supplierId,
  subject: intakeRequests.subject,
  message: intakeRequests.message,
  dueOn: intakeRequests.dueOn,
  state: intakeRequests.state,
  declarationId: intakeRequests.declarationId,
  declineReason: intakeRequests.declineReason,
  createdBy: intakeRequests.createdBy,
  createdAt: intakeRequests.createdAt,
  updatedAt: intakeRequests.updatedAt,
};

function isRequestIn(scope: EvidenceScope): SQL | undefined {
  switch (scope.kind) {
    case "zone":
      return and(eq(intakeRequests.modelId, scope.modelId), eq(intakeRequests.zoneId, scope.zoneId));
    case "supplier":
      return eq(intakeRequests.supplierId, scope.supplierId);
    case "period":
      return within(scope, intakeRequests.createdAt);
  }
}

/** Revisions that were approved in the period, oldest first. */
export async function listRevisionsIn(
  db: Db,
  organisationId: string,
  period: Period,
): Promise<ReadonlyArray<RevisionSummary>> {
  const { modelId, number, fingerprint, note, submittedBy, approvedBy, publishedAt } = revisions;
  const columns = { modelId, number, fingerprint, note, submittedBy, approvedBy, publishedAt };
  return db
    .select({ organisationId: revisions.organisationId, ...columns })
    .from(revisions)
    .where(and(eq(revisions.organisationId, organisationId), within(period, publishedAt)))
    .orderBy(asc(publishedAt), asc(modelId), asc(number));
}

/** Entries of the ledger that were proposed, decided on or withdrawn in the period. */
export async function listCountermeasuresIn(
  db: Db,
  organisationId: string,
  period: Period,
): Promise<ReadonlyArray<CountermeasureRecord>> {
  const { proposedAt, decidedAt, withdrawnAt, id } = countermeasures;
  return db
    .select()
    .from(countermeasures)
    .where(
      and(
        eq(countermeasures.organisationId, organisationId),
        within(period, proposedAt, decidedAt, withdrawnAt),
      ),
    )
    .orderBy(asc(proposedAt), asc(id));
}

/** Targets that were accepted, or whose acceptance was withdrawn, in the period. */
export async function listAcceptancesIn(
  db: Db,
  organisationId: string,
  period: Period,
): Promise<ReadonlyArray<TargetAcceptance>> {
  const { acceptedAt, withdrawnAt, id } = targetAcceptances;
  return db
    .select()
    .from(targetAcceptances)
    .where(and(eq(targetAcceptances.organisationId, organisationId), within(period, acceptedAt, withdrawnAt)))
    .orderBy(asc(acceptedAt), asc(id));
}

/** All of the hospital's entries of a period, in the order of the log. */
export async function listAuditOfPeriod(
  db: Db,
  organisationId: string,
  period: Period,
  limit: number,
): Promise<ReadonlyArray<AuditEntry>> {
  return db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.organisationId, organisationId), within(period, auditEntries.at)))
    .orderBy(asc(auditEntries.sequence))
    .limit(limit);
}

/** The hospital's entries about these subjects, however many those are, in the order of the log. */
export async function listAuditAbout(
  db: Db,
  organisationId: string,
  subjectIds: ReadonlyArray<string>,
  limit: number,
): Promise<ReadonlyArray<AuditEntry>> {
  const ids = [...new Set(subjectIds)];
  const found: Array<AuditEntry> = [];
  for (let at = 0; at < ids.length; at += SLICE)
    found.push(
      ...(await db
        .select()
        .from(auditEntries)
        .where(
          and(
            eq(auditEntries.organisationId, organisationId),
            inArray(auditEntries.subjectId, ids.slice(at, at + SLICE)),
          ),
        )
        .orderBy(asc(auditEntries.sequence))
        .limit(limit)),
    );
  return found.toSorted((a, b) => a.sequence - b.sequence).slice(0, limit);
}

/** How much a pack would hold. Of a zone or a supplier the entries of the log are found by what they are about, and not counted here. */
export async function countEvidence(
  db: Db,
  organisationId: string,
  scope: EvidenceScope,
): Promise<PackCounts> {
  const [decided] = await db
    .select({ rows: count() })
    .from(decisions)
    .where(and(eq(decisions.organisationId, organisationId), isDecisionIn(scope)));
  const [excepted] = await db
    .select({ rows: count() })
    .from(exceptions)
    .where(and(eq(exceptions.organisationId, organisationId), isExceptionIn(scope)));
  const [asked] = await db
    .select({ rows: count() })
    .from(intakeRequests)
    .where(and(eq(intakeRequests.organisationId, organisationId), isRequestIn(scope)));
  const [entered] =
    scope.kind === "period"
      ? await db
          .select({ rows: count() })
          .from(auditEntries)
          .where(and(eq(auditEntries.organisationId, organisationId), within(scope, auditEntries.at)))
      : [];
  return {
    decisions: decided?.rows ?? 0,
    exceptions: excepted?.rows ?? 0,
    requests: asked?.rows ?? 0,
    entries: entered?.rows ?? 0,
  };
}
