import { and, asc, desc, eq, gt, gte, inArray, isNull, lte } from "drizzle-orm";
import { completeContent, type DeclarationContent } from "~/domain/declaration/declaration";
import type { Db } from "../client";
import {
  assessments,
  conditions,
  countermeasures,
  decisions,
  exceptions,
  organisations,
  people,
} from "../schema";
import { slicesOf } from "./slices";

/** What ends on a day, for the calendar: reads of several aggregates, each bounded by `limit`. */
type Bound = { limit: number };

/** Open conditions of decisions that stand, soonest due first: up to a day, or from the day after one. */
export async function listOpenConditions(
  db: Db,
  organisationId: string,
  { limit, until, after }: Bound & { until?: string; after?: string },
) {
  return db
    .select({
      id: conditions.id,
      decisionId: conditions.decisionId,
      text: conditions.text,
      owner: conditions.owner,
      dueOn: conditions.dueOn,
      productName: assessments.productName,
      releaseVersion: assessments.releaseVersion,
      zoneName: assessments.zoneName,
      decidedAt: decisions.decidedAt,
    })
    .from(conditions)
    .innerJoin(
      decisions,
      and(eq(decisions.organisationId, conditions.organisationId), eq(decisions.id, conditions.decisionId)),
    )
    .innerJoin(assessments, isAssessmentOfDecision())
    .where(
      and(
        eq(conditions.organisationId, organisationId),
        eq(decisions.isCurrent, true),
        isNull(conditions.completedAt),
        until === undefined ? undefined : lte(conditions.dueOn, until),
        after === undefined ? undefined : gt(conditions.dueOn, after),
      ),
    )
    .orderBy(asc(conditions.dueOn), asc(conditions.id))
    .limit(limit);
}

/** Releases on which an approval in force rests. */
export async function listReliedReleases(db: Db, organisationId: string): Promise<ReadonlyArray<string>> {
  const rows = await db
    .selectDistinct({ releaseId: decisions.releaseId })
    .from(decisions)
    .where(isApprovalInForce(organisationId));
  return rows.map(({ releaseId }) => releaseId);
}

/** Approvals in force of these releases, newest first of each, with what they rest on by name. */
export async function listApprovals(db: Db, organisationId: string, releaseIds: ReadonlyArray<string>) {
  const found = [];
  for (const some of slicesOf(releaseIds))
    found.push(
      ...(await db
        .select({
          id: decisions.id,
          assessmentId: decisions.assessmentId,
          supplierId: decisions.supplierId,
          supplierName: organisations.name,
          releaseId: decisions.releaseId,
          productName: assessments.productName,
          releaseVersion: assessments.releaseVersion,
          zoneName: assessments.zoneName,
          decidedAt: decisions.decidedAt,
        })
        .from(decisions)
        .innerJoin(assessments, isAssessmentOfDecision())
        .innerJoin(organisations, eq(organisations.id, decisions.supplierId))
        .where(and(isApprovalInForce(organisationId), inArray(decisions.releaseId, [...some])))
        .orderBy(desc(decisions.decidedAt), desc(decisions.id))),
    );
  return found;
}

function isApprovalInForce(organisationId: string) {
  return and(
    eq(decisions.organisationId, organisationId),
    eq(decisions.isCurrent, true),
    inArray(decisions.kind, ["approve", "approve-with-conditions"]),
  );
}

/** The declarations as they were frozen with assessments, by assessment id. */
export async function listFrozenDeclarations(
  db: Db,
  organisationId: string,
  assessmentIds: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, DeclarationContent>> {
  if (assessmentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: assessments.id, content: assessments.declaration })
    .from(assessments)
    .where(and(eq(assessments.organisationId, organisationId), inArray(assessments.id, [...assessmentIds])));
  return new Map(rows.map(({ id, content }) => [id, completeContent(content)]));
}

/** Accepted countermeasures that end or have ended from a day on, soonest first. */
export async function listEndingCountermeasures(
  db: Db,
  organisationId: string,
  { from, limit }: Bound & { from: string },
) {
  return db
    .select({
      id: countermeasures.id,
      title: countermeasures.title,
      modelId: countermeasures.modelId,
      elementId: countermeasures.elementId,
      expiresOn: countermeasures.expiresOn,
      proposedBy: countermeasures.proposedBy,
      proposedByName: people.name,
      proposedAt: countermeasures.proposedAt,
      decidedAt: countermeasures.decidedAt,
    })
    .from(countermeasures)
    .innerJoin(people, eq(people.id, countermeasures.proposedBy))
    .where(
      and(
        eq(countermeasures.organisationId, organisationId),
        eq(countermeasures.state, "accepted"),
        gte(countermeasures.expiresOn, from),
      ),
    )
    .orderBy(asc(countermeasures.expiresOn), asc(countermeasures.id))
    .limit(limit);
}

/** Granted exceptions that no extension has replaced and that end or have ended from a day on, soonest first. */
export async function listEndingExceptions(
  db: Db,
  organisationId: string,
  { from, limit }: Bound & { from: string },
) {
  return db
    .select({
      id: exceptions.id,
      reason: exceptions.reason,
      productName: exceptions.productName,
      releaseVersion: exceptions.releaseVersion,
      zoneName: exceptions.zoneName,
      expiresOn: exceptions.expiresOn,
      requestedBy: exceptions.requestedBy,
      requestedByName: people.name,
      requestedAt: exceptions.requestedAt,
      decidedAt: exceptions.decidedAt,
    })
    .from(exceptions)
    .innerJoin(people, eq(people.id, exceptions.requestedBy))
    .where(
      and(
        eq(exceptions.organisationId, organisationId),
        eq(exceptions.state, "granted"),
        isNull(exceptions.supersededBy),
        gte(exceptions.expiresOn, from),
      ),
    )
    .orderBy(asc(exceptions.expiresOn), asc(exceptions.id))
    .limit(limit);
}

function isAssessmentOfDecision() {
  return and(
    eq(assessments.organisationId, decisions.organisationId),
    eq(assessments.id, decisions.assessmentId),
  );
}
