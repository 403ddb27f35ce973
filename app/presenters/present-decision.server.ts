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
  findCurrentDecision,
  findDecision,
  listConditions,
  listDecisionsOfPair,
  type NamedDecision,
} from "~db/repositories/decisions";
import { presentWithdrawal, reviewDecisions, toShownResults } from "./assessment-of-pair.server";
import { filesOfConditions } from "./attached-files.server";
import { type EndedException, endedOf } from "./ended-exceptions.server";
import { toShownGap } from "./exception-standings.server";
import { lawOfPlace } from "./law-of-place.server";
import { EVERY_FINDING, type FindingQuery, toShownFindings } from "./shown-findings.server";

/** So many other decisions on the pair stand on one page. */
const HISTORY_AT_ONCE = 50;

/** One decision as it was made, what it rests on, and whether that still holds today. */
export async function presentDecision(
  caller: Caller,
  decisionId: string,
  query: FindingQuery & {
    /** The decision that the page before ended with, among the others on this pair. */
    historyAfter?: string | null;
  } = EVERY_FINDING,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "decision.read");
  const db = database.read;
  const decision = await findDecision(db, actor.organisationId, decisionId);
  if (!decision) throw new AppError("not-found", "there is no such decision");
  const [frozen, resting, history, [reviewed]] = await Promise.all([
    findAssessment(db, actor.organisationId, decision.assessmentId),
    listDecisionExceptions(db, actor.organisationId, [decision.id]),
    presentHistory(caller, decision, query.historyAfter ?? null),
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
    ...history,
  };
}

/** The others on the same product in the same zone, newest first, and which of them stands. */
async function presentHistory(
  { actor, database }: Caller,
  decision: NamedDecision,
  historyAfter: string | null,
) {
  const { organisationId } = actor;
  const after = historyAfter ? await findDecision(database.read, organisationId, historyAfter) : undefined;
  const [found, standing] = await Promise.all([
    listDecisionsOfPair(database.read, organisationId, decision, { after, limit: HISTORY_AT_ONCE + 1 }),
    decision.isCurrent ? undefined : findCurrentDecision(database.read, organisationId, decision),
  ]);
  const shown = found.slice(0, HISTORY_AT_ONCE);
  return {
    standingId: standing?.id,
    history: shown
      .filter(({ id }) => id !== decision.id)
      .map(({ id, kind, decidedAt, decidedByName, isCurrent }) => ({
        ...{ id, kind, decidedByName, isCurrent },
        decidedAt: decidedAt.toISOString(),
      })),
    olderAfter: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
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
  const { organisationId } = actor;
  const found = await listConditions(database.read, organisationId, [decision.id]);
  const ids = found.map(({ id }) => id);
  const files = await filesOfConditions(database.read, organisationId, ids);
  return found.map(({ id, text, owner, dueOn, completedAt, completedByName, completionNote }) => ({
    id,
    text,
    owner,
    dueOn,
    completedAt: completedAt?.toISOString() ?? null,
    completedByName,
    completionNote,
    files: files.get(id) ?? [],
    state: conditionState(
      { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
      today,
    ),
  }));
}
