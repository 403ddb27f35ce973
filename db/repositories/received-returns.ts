import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../client";
import { assessments, decisions } from "../schema";

/** All that a supplier sees of a decision: that its answer came back, when, and what for in the hospital's words. */
export type ReceivedReturn = { declarationId: string; reason: string; returnedAt: Date };

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
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  if (row?.kind !== "return-for-changes") return undefined;
  const { kind: _, ...received } = row;
  return received;
}
