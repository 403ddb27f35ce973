import { and, count, eq, inArray } from "drizzle-orm";
import type { StandingDecision } from "~/domain/procurement/approval-standing";
import type { Db } from "../client";
import { decisionExceptions, decisions } from "../schema";

/** The decisions in force in a model on these releases, whichever of its zones they stand in. */
export async function listStandingDecisions(
  db: Db,
  organisationId: string,
  modelId: string,
  releaseIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<StandingDecision>> {
  if (releaseIds.length === 0) return [];
  const rows = await db
    .select({
      zoneId: decisions.zoneId,
      releaseId: decisions.releaseId,
      decisionId: decisions.id,
      kind: decisions.kind,
      exceptions: count(decisionExceptions.exceptionId),
    })
    .from(decisions)
    .leftJoin(
      decisionExceptions,
      and(
        eq(decisionExceptions.organisationId, decisions.organisationId),
        eq(decisionExceptions.decisionId, decisions.id),
      ),
    )
    .where(
      and(
        eq(decisions.organisationId, organisationId),
        eq(decisions.modelId, modelId),
        eq(decisions.isCurrent, true),
        inArray(decisions.releaseId, [...releaseIds]),
      ),
    )
    .groupBy(decisions.zoneId, decisions.releaseId, decisions.id, decisions.kind);
  return rows.map(({ exceptions, ...decision }) => ({ ...decision, restsOnException: exceptions > 0 }));
}
