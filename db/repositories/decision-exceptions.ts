import { and, desc, eq, inArray } from "drizzle-orm";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { ExceptionState, ResidualRisk } from "~/domain/procurement/exception";
import type { Db } from "../client";
import { decisionExceptions, decisions, exceptions } from "../schema";

/** An exception as a decision rested on it. Never updated. */
export type DecisionException = {
  organisationId: string;
  decisionId: string;
  exceptionId: string;
  /** Keys of the gaps of the decided assessment that it accepted. */
  gaps: ReadonlyArray<string>;
  residualRisk: ResidualRisk;
  expiresOn: string;
  grantedByName: string;
  grantedAt: Date;
};

/** With what its standing of today depends on. */
export type RestingException = DecisionException & {
  state: ExceptionState;
  supersededBy: string | null;
};

/** What the decisions rest on, in the order in which it was granted. */
export async function listDecisionExceptions(
  db: Db,
  organisationId: string,
  decisionIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<RestingException>> {
  if (decisionIds.length === 0) return [];
  const rows = await db
    .select({
      frozen: decisionExceptions,
      state: exceptions.state,
      supersededBy: exceptions.supersededBy,
    })
    .from(decisionExceptions)
    .innerJoin(
      exceptions,
      and(
        eq(exceptions.organisationId, decisionExceptions.organisationId),
        eq(exceptions.id, decisionExceptions.exceptionId),
      ),
    )
    .where(
      and(
        eq(decisionExceptions.organisationId, organisationId),
        inArray(decisionExceptions.decisionId, [...decisionIds]),
      ),
    )
    .orderBy(decisionExceptions.grantedAt, decisionExceptions.exceptionId);
  return rows.map(({ frozen, ...standing }) => ({ ...frozen, ...standing }));
}

/** Decisions that rest on an exception, newest first. */
export async function listDecisionsOnException(
  db: Db,
  organisationId: string,
  exceptionId: string,
): Promise<ReadonlyArray<{ id: string; kind: DecisionKind; decidedAt: Date; isCurrent: boolean }>> {
  return db
    .select({
      id: decisions.id,
      kind: decisions.kind,
      decidedAt: decisions.decidedAt,
      isCurrent: decisions.isCurrent,
    })
    .from(decisionExceptions)
    .innerJoin(
      decisions,
      and(
        eq(decisions.organisationId, decisionExceptions.organisationId),
        eq(decisions.id, decisionExceptions.decisionId),
      ),
    )
    .where(
      and(
        eq(decisionExceptions.organisationId, organisationId),
        eq(decisionExceptions.exceptionId, exceptionId),
      ),
    )
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(50);
}

export async function saveDecisionExceptions(
  db: Db,
  organisationId: string,
  resting: ReadonlyArray<DecisionException>,
): Promise<void> {
  if (resting.length === 0) return;
  await db.insert(decisionExceptions).values(resting.map((one) => ({ ...one, organisationId })));
}
