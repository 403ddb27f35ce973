import { and, desc, eq } from "drizzle-orm";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { Db } from "../client";
import { assessments, conditions, decisions, intakeRequests, organisations } from "../schema";

/** What a supplier is told of an answer that came back: when, and what for in the hospital's words. */
export type ReceivedReturn = { declarationId: string; reason: string; returnedAt: Date };

/** Of two within one millisecond the one that stands is the later. */
const LATEST_FIRST = [desc(decisions.decidedAt), desc(decisions.isCurrent), desc(decisions.id)];

/** Within a query over requests: the decisions that handed their answers back. */
export function returnsOfRequest(db: Db) {
  return db
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.organisationId, intakeRequests.organisationId),
        eq(decisions.requestId, intakeRequests.id),
        eq(decisions.supplierId, intakeRequests.supplierId),
        eq(decisions.kind, "return-for-changes"),
      ),
    );
}

/** Undefined where the latest decision on a request was no return. */
export async function findReceivedReturn(
  db: Db,
  supplierId: string,
  requestId: string,
): Promise<ReceivedReturn | undefined> {
  const [row] = await db
    .select({
      kind: decisions.kind,
      declarationId: assessments.declarationId,
      reason: decisions.reason,
      returnedAt: decisions.decidedAt,
    })
    .from(decisions)
    .innerJoin(
      assessments,
      and(
        eq(assessments.organisationId, decisions.organisationId),
        eq(assessments.id, decisions.assessmentId),
      ),
    )
    .where(and(eq(decisions.supplierId, supplierId), eq(decisions.requestId, requestId)))
    .orderBy(...LATEST_FIRST)
    .limit(1);
  if (row?.kind !== "return-for-changes") return undefined;
  const { kind: _, ...received } = row;
  return received;
}

/** All that a supplier sees of a decision: what it was, on which of its declarations; nothing of the zone. */
export type ReceivedDecision = {
  id: string;
  kind: DecisionKind;
  /** Told of what was returned alone. */
  reason: string;
  decidedAt: Date;
  fingerprint: string;
  asOf: string;
  hospitalName: string;
  subject: string;
  productName: string;
  releaseVersion: string;
  declarationId: string;
  declarationVersion: number;
  conditionCount: number;
};

/** The latest decision on a request to this supplier, if any. */
export async function findReceivedDecision(
  db: Db,
  supplierId: string,
  requestId: string,
): Promise<ReceivedDecision | undefined> {
  const [row] = await db
    .select({
      hospitalId: decisions.organisationId,
      id: decisions.id,
      kind: decisions.kind,
      reason: decisions.reason,
      decidedAt: decisions.decidedAt,
      fingerprint: decisions.fingerprint,
      asOf: assessments.asOf,
      hospitalName: organisations.name,
      subject: intakeRequests.subject,
      productName: assessments.productName,
      releaseVersion: assessments.releaseVersion,
      declarationId: assessments.declarationId,
      declarationVersion: assessments.declarationVersion,
    })
    .from(decisions)
    .innerJoin(
      assessments,
      and(
        eq(assessments.organisationId, decisions.organisationId),
        eq(assessments.id, decisions.assessmentId),
      ),
    )
    .innerJoin(
      intakeRequests,
      and(
        eq(intakeRequests.organisationId, decisions.organisationId),
        eq(intakeRequests.id, decisions.requestId),
        eq(intakeRequests.supplierId, decisions.supplierId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, decisions.organisationId))
    .where(and(eq(decisions.supplierId, supplierId), eq(decisions.requestId, requestId)))
    .orderBy(...LATEST_FIRST)
    .limit(1);
  if (!row) return undefined;
  const { hospitalId, ...decision } = row;
  const conditionCount = await db.$count(
    conditions,
    and(eq(conditions.organisationId, hospitalId), eq(conditions.decisionId, decision.id)),
  );
  return { ...decision, conditionCount };
}
