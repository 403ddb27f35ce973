import { CATALOGUE_VERSION } from "~/catalogue/catalogue";
import { mayDo } from "~/domain/access/permissions";
import { replay } from "~/domain/assessment/replay";
import { RULE_SET_VERSION } from "~/domain/assessment/rule-set-version";
import { conditionState } from "~/domain/procurement/condition";
import { type Gap, gapsOf } from "~/domain/procurement/gap";
import { AppError } from "~/domain/shared/app-error";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findAssessment } from "~db/repositories/assessments";
import { listDecisionExceptions, type RestingException } from "~db/repositories/decision-exceptions";
import {
  findDecision,
  listConditions,
  listDecisionsOfPair,
  type NamedDecision,
} from "~db/repositories/decisions";
import { presentWithdrawal, reviewDecisions, toShownResults } from "./assessment-of-pair.server";
import { type EndedException, endedOf } from "./ended-exceptions.server";
import { toShownGap } from "./exception-standings.server";
import { lawOfPlace } from "./law-of-place.server";
import { EVERY_FINDING, type FindingQuery, toShownFindings } from "./shown-findings.server";

/** One decision as it was made, what it rests on, and whether that still holds today. */
export async function presentDecision(
  caller: Caller,
  decisionId: string,
  query: FindingQuery = EVERY_FINDING,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "decision.read");
  const db = database.read;
  const decision = await findDecision(db, actor.organisationId, decisionId);
  if (!decision) throw new AppError("not-found", "there is no such decision");
  const [frozen, resting, history, [reviewed]] = await Promise.all([
    findAssessment(db, actor.organisationId, decision.assessmentId),
    listDecisionExceptions(db, actor.organisationId, [decision.id]),
    listDecisionsOfPair(db, actor.organisationId, decision),
    // What has been superseded is history: nobody has to look at it again.
    reviewDecisions(caller, decision.isCurrent ? [decision] : []),
  ]);
  if (!frozen) throw new AppError("not-found", "there is no such decision");
  const { findings: _shownApart, ...frozenResult } = frozen.result;
  const { modelId, zoneId, requestId, zoneName, productName, releaseVersion, supplierName, kind, reason } =
    decision;
  return {
    ...{
      id: decision.id,
      modelId,
      zoneId,
      requestId,
      zoneName,
      productName,
      releaseVersion,
      supplierName,
      kind,
      reason,
    },
    revisionNumber: decision.revisionNumber,
    declarationVersion: decision.declarationVersion,
    decidedAt: decision.decidedAt.toISOString(),
    decidedByName: decision.decidedByName,
    isCurrent: decision.isCurrent,
    conditions: await presentConditions(caller, decision),
    mayComplete: decision.isCurrent && mayDo(actor, "condition.complete"),
    exceptions: presentResting(resting, gapsOf(frozen.result), endedOf(resting, decision.id, toIsoDate(now))),
    law: lawOfPlace("decision", { facts: frozen.declaration.facts }, now),
    variants: frozen.declaration.facts.variants,
    assessment: {
      ...frozenResult,
      results: toShownResults(frozenResult.results, frozen.declaration.answers),
    },
    findings: toShownFindings(frozen.result, frozen.declaration, query),
    /** Whether the same comes out when it is worked out again. */
    replay: replay(frozen, { ruleSetVersion: RULE_SET_VERSION, catalogueVersion: CATALOGUE_VERSION }),
    review: reviewed?.review ?? null,
    withdrawal: await presentWithdrawal(caller, decision.declarationId),
    /** Where to look again; null where zone or declaration are gone. */
    fresh: reviewed?.fresh ?? null,
    history: history
      .filter(({ id }) => id !== decision.id)
      .map((other) => ({
        id: other.id,
        kind: other.kind,
        decidedAt: other.decidedAt.toISOString(),
        decidedByName: other.decidedByName,
        isCurrent: other.isCurrent,
      })),
  };
}

function presentResting(
  resting: ReadonlyArray<RestingException>,
  /** Of the frozen assessment. */
  decided: ReadonlyArray<Gap>,
  ended: ReadonlyArray<EndedException>,
) {
  return resting.map(({ exceptionId, gaps, residualRisk, expiresOn, grantedByName, grantedAt }) => ({
    ...{ id: exceptionId, residualRisk, expiresOn, grantedByName },
    gaps: decided.filter(({ key }) => gaps.includes(key)).map(toShownGap),
    grantedAt: grantedAt.toISOString(),
    ended: ended.find(({ id }) => id === exceptionId)?.standing ?? null,
  }));
}

async function presentConditions({ actor, database, now }: Caller, decision: NamedDecision) {
  const today = toIsoDate(now);
  const found = await listConditions(database.read, actor.organisationId, [decision.id]);
  return found.map(({ id, text, owner, dueOn, completedAt, completedByName, completionNote }) => ({
    id,
    text,
    owner,
    dueOn,
    completedAt: completedAt?.toISOString() ?? null,
    completedByName,
    completionNote,
    state: conditionState(
      { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
      today,
    ),
  }));
}
