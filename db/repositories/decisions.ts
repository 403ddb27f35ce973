import { and, desc, eq, exists, gte, inArray, isNull, lt, lte, or } from "drizzle-orm";
import type { DecisionKind } from "~/domain/procurement/decision";
import type { Db } from "../client";
import { assessments, conditions, decisions, organisations, people } from "../schema";

/** Never updated but for `isCurrent`, which a later decision on the same zone and release takes away. */
export type Decision = {
  organisationId: string;
  id: string;
  assessmentId: string;
  requestId: string | null;
  modelId: string;
  zoneId: string;
  supplierId: string;
  releaseId: string;
  kind: DecisionKind;
  reason: string;
  fingerprint: string;
  decidedBy: string;
  decidedAt: Date;
  isCurrent: boolean;
};

/** A decision with the names of what it was about, frozen at the time, and of who decided. */
export type NamedDecision = Decision & {
  zoneName: string;
  productName: string;
  releaseVersion: string;
  revisionNumber: number;
  declarationId: string;
  declarationVersion: number;
  asOf: string;
  supplierName: string;
  decidedByName: string;
};

/** What a decision is about: one product release in one zone. */
export type DecidedPair = Pick<Decision, "modelId" | "zoneId" | "supplierId" | "releaseId">;

export type Condition = {
  organisationId: string;
  id: string;
  decisionId: string;
  text: string;
  owner: string;
  dueOn: string;
  completedAt: Date | null;
  completedBy: string | null;
  completionNote: string;
};

const NAMED = {
  decision: decisions,
  zoneName: assessments.zoneName,
  productName: assessments.productName,
  releaseVersion: assessments.releaseVersion,
  revisionNumber: assessments.revisionNumber,
  declarationId: assessments.declarationId,
  declarationVersion: assessments.declarationVersion,
  asOf: assessments.asOf,
  supplierName: organisations.name,
  decidedByName: people.name,
};

/** With what {@link toNamed} makes of a row. */
export function selectNamed(db: Db) {
  return db
    .select(NAMED)
    .from(decisions)
    .innerJoin(assessments, isItsAssessment())
    .innerJoin(organisations, eq(organisations.id, decisions.supplierId))
    .innerJoin(people, eq(people.id, decisions.decidedBy))
    .$dynamic();
}

function isItsAssessment() {
  return and(
    eq(assessments.organisationId, decisions.organisationId),
    eq(assessments.id, decisions.assessmentId),
  );
}

export function toNamed({
  decision,
  ...names
}: { decision: Decision } & Omit<NamedDecision, keyof Decision>): NamedDecision {
  return { ...decision, ...names };
}

export async function findDecision(
  db: Db,
  organisationId: string,
  id: string,
): Promise<NamedDecision | undefined> {
  const [row] = await selectNamed(db).where(
    and(eq(decisions.organisationId, organisationId), eq(decisions.id, id)),
  );
  return row && toNamed(row);
}

/** The decisions by id; in no order. */
export async function listDecisionsByIds(
  db: Db,
  organisationId: string,
  ids: ReadonlyArray<string>,
): Promise<ReadonlyArray<NamedDecision>> {
  const isOne = and(eq(decisions.organisationId, organisationId), inArray(decisions.id, [...ids]));
  return ids.length === 0 ? [] : (await selectNamed(db).where(isOne)).map(toNamed);
}

/** The decision that stands for one release in one zone. */
export async function findCurrentDecision(
  db: Db,
  organisationId: string,
  pair: DecidedPair,
): Promise<NamedDecision | undefined> {
  const [row] = await selectNamed(db)
    .where(and(samePair(organisationId, pair), eq(decisions.isCurrent, true)))
    .limit(1);
  return row && toNamed(row);
}

/** All decisions on one release in one zone, newest first. */
export async function listDecisionsOfPair(
  db: Db,
  organisationId: string,
  pair: DecidedPair,
  { after, limit }: Pick<DecisionPage, "after" | "limit">,
): Promise<ReadonlyArray<NamedDecision>> {
  const rows = await selectNamed(db)
    .where(and(samePair(organisationId, pair), isAfter(after)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(limit);
  return rows.map(toNamed);
}

/** The decision that came of a request, newest first where there were several. */
export async function findDecisionOfRequest(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<NamedDecision | undefined> {
  const [row] = await selectNamed(db)
    .where(and(eq(decisions.organisationId, organisationId), eq(decisions.requestId, requestId)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(1);
  return row && toNamed(row);
}

function samePair(organisationId: string, { modelId, zoneId, supplierId, releaseId }: DecidedPair) {
  return and(
    eq(decisions.organisationId, organisationId),
    eq(decisions.modelId, modelId),
    eq(decisions.zoneId, zoneId),
    eq(decisions.supplierId, supplierId),
    eq(decisions.releaseId, releaseId),
  );
}

export type DecisionPage = {
  kind?: DecisionKind;
  hasOpenConditions?: boolean;
  modelId?: string;
  since?: Date;
  /** Where the page before ended: its last decision. */
  after?: Pick<Decision, "decidedAt" | "id">;
  limit: number;
};

/** Current decisions, newest first (keyset paging). */
export async function listCurrentDecisions(
  db: Db,
  organisationId: string,
  { kind, modelId, since, hasOpenConditions = false, after, limit }: DecisionPage,
): Promise<ReadonlyArray<NamedDecision>> {
  const rows = await selectNamed(db)
    .where(
      and(
        eq(decisions.organisationId, organisationId),
        eq(decisions.isCurrent, true),
        kind === undefined ? undefined : eq(decisions.kind, kind),
        modelId === undefined ? undefined : eq(decisions.modelId, modelId),
        hasOpenConditions ? exists(openConditionsOfDecision(db)) : undefined,
        since && gte(decisions.decidedAt, since),
        isAfter(after),
      ),
    )
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(limit);
  return rows.map(toNamed);
}

function isAfter(after: DecisionPage["after"]) {
  if (!after) return undefined;
  const isLater = or(lt(decisions.decidedAt, after.decidedAt), lt(decisions.id, after.id));
  // The bound stands alone, so that the index begins there and not at the newest.
  return and(lte(decisions.decidedAt, after.decidedAt), isLater);
}

function openConditionsOfDecision(db: Db) {
  return db
    .select({ id: conditions.id })
    .from(conditions)
    .where(
      and(
        eq(conditions.organisationId, decisions.organisationId),
        eq(conditions.decisionId, decisions.id),
        isNull(conditions.completedAt),
      ),
    );
}

export async function saveNewDecision(
  db: Db,
  organisationId: string,
  decision: Decision,
  itsConditions: ReadonlyArray<Condition>,
): Promise<void> {
  await db.insert(decisions).values({ ...decision, organisationId });
  if (itsConditions.length > 0)
    await db.insert(conditions).values(itsConditions.map((condition) => ({ ...condition, organisationId })));
}

/** Takes `isCurrent` from whatever stands for the pair. Nothing else of a decision ever changes. */
export async function supersedeDecisions(db: Db, organisationId: string, pair: DecidedPair): Promise<void> {
  await db
    .update(decisions)
    .set({ isCurrent: false })
    .where(and(samePair(organisationId, pair), eq(decisions.isCurrent, true)));
}

/** Conditions of the decisions, soonest due first. */
export async function listConditions(
  db: Db,
  organisationId: string,
  decisionIds: ReadonlyArray<string>,
): Promise<ReadonlyArray<Condition & { completedByName: string | null }>> {
  if (decisionIds.length === 0) return [];
  const rows = await db
    .select({ condition: conditions, completedByName: people.name })
    .from(conditions)
    .leftJoin(people, eq(people.id, conditions.completedBy))
    .where(
      and(eq(conditions.organisationId, organisationId), inArray(conditions.decisionId, [...decisionIds])),
    )
    .orderBy(conditions.dueOn, conditions.id);
  return rows.map((row) => ({ ...row.condition, completedByName: row.completedByName }));
}

export async function findCondition(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Condition | undefined> {
  const [row] = await db
    .select()
    .from(conditions)
    .where(and(eq(conditions.organisationId, organisationId), eq(conditions.id, id)));
  return row;
}

export async function saveConditionCompletion(
  db: Db,
  organisationId: string,
  id: string,
  completion: { completedAt: Date; completedBy: string; completionNote: string },
): Promise<void> {
  await db
    .update(conditions)
    .set(completion)
    .where(
      and(
        eq(conditions.organisationId, organisationId),
        eq(conditions.id, id),
        isNull(conditions.completedAt),
      ),
    );
}
