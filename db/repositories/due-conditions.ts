import { and, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "../client";
import { assessments, conditions, decisions, organisations } from "../schema";
import type { Condition, NamedDecision } from "./decisions";

/** Open conditions of current decisions that are due by a day, soonest first. */
export async function listConditionsDueBy(
  db: Db,
  organisationId: string,
  day: string,
  limit: number,
): Promise<
  ReadonlyArray<
    Condition &
      Pick<NamedDecision, "productName" | "zoneName" | "modelId" | "zoneId" | "supplierId" | "supplierName">
  >
> {
  const rows = await db
    .select({
      condition: conditions,
      productName: assessments.productName,
      zoneName: assessments.zoneName,
      modelId: decisions.modelId,
      zoneId: decisions.zoneId,
      supplierId: decisions.supplierId,
      supplierName: organisations.name,
    })
    .from(conditions)
    .innerJoin(
      decisions,
      and(eq(decisions.organisationId, conditions.organisationId), eq(decisions.id, conditions.decisionId)),
    )
    .innerJoin(
      assessments,
      and(
        eq(assessments.organisationId, decisions.organisationId),
        eq(assessments.id, decisions.assessmentId),
      ),
    )
    .innerJoin(organisations, eq(organisations.id, decisions.supplierId))
    .where(
      and(
        eq(conditions.organisationId, organisationId),
        eq(decisions.isCurrent, true),
        isNull(conditions.completedAt),
        lte(conditions.dueOn, day),
      ),
    )
    .orderBy(conditions.dueOn, conditions.id)
    .limit(limit);
  return rows.map(({ condition, ...names }) => ({ ...condition, ...names }));
}
