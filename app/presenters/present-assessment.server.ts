import { zoneClassOf } from "~/catalogue/zone-class";
import { mayDo } from "~/domain/access/permissions";
import { assess } from "~/domain/assessment/assess";
import type { Verdict } from "~/domain/assessment/assessment";
import { allowedDecisions, needsReason } from "~/domain/procurement/decision";
import type { Gap } from "~/domain/procurement/gap";
import { AppError } from "~/domain/shared/app-error";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { exceptedGapsOf } from "~/use-cases/exceptions/pair-of-exception.server";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { listFrozenResults } from "~db/repositories/assessments";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import { findCurrentDecision, listConditions } from "~db/repositories/decisions";
import { findSharedDeclaration } from "~db/repositories/declarations";
import { listFilesNamed } from "~db/repositories/files";
import { listRequestsAnsweredBy } from "~db/repositories/intake-requests";
import { findLatestRevision } from "~db/repositories/revisions";
import { findNewerShared } from "~db/repositories/shared-declarations";
import { findZoneModel } from "~db/repositories/zone-models";
import { reviewOf, toShownResults } from "./assessment-of-pair.server";
import { presentDialogueOfPair } from "./dialogue-of-pair.server";
import { endedOf } from "./ended-exceptions.server";
import { toShownGap } from "./exception-standings.server";
import { presentExceptionsOfPair } from "./exceptions-of-pair.server";
import {
  countBesides,
  EVERY_FINDING,
  evidenceUsed,
  type FindingQuery,
  toShownFindings,
} from "./shown-findings.server";
import { presentWaysOut } from "./ways-out.server";

type AssessmentIds = { modelId: string; zoneId: string; declarationId: string; requestId: string | null };

/** One product against one zone today, the decision that stands, and the form for a new one. */
export async function presentAssessment(
  caller: Caller,
  ids: AssessmentIds,
  query: FindingQuery = EVERY_FINDING,
) {
  const { actor, database, now } = caller;
  requirePermission(actor, "assessment.read");
  const db = database.read;
  const { organisationId } = actor;
  const [revision, model, declaration] = await Promise.all([
    findLatestRevision(db, organisationId, ids.modelId),
    findZoneModel(db, organisationId, ids.modelId),
    findSharedDeclaration(db, organisationId, ids.declarationId),
  ]);
  const zone = revision?.content.zones.find(({ id }) => id === ids.zoneId);
  const profile = revision && profileOf(await openProfiles(db, organisationId), revision, ids.zoneId);
  if (!revision || !model || !zone || !profile || !declaration)
    throw new AppError("not-found", "there is no such zone with a target, or no such declaration");

  const { findings, ...assessment } = assess(profile, declaration.content, toIsoDate(now));
  const pair = {
    modelId: ids.modelId,
    zoneId: zone.id,
    supplierId: declaration.supplierId,
    releaseId: declaration.releaseId,
  };
  const digests = declaration.content.evidence.flatMap(({ sha256 }) => sha256 ?? []);
  const today = toIsoDate(now);
  const [newer, excepted, current, answered, files] = await Promise.all([
    findNewerShared(db, organisationId, declaration),
    exceptedGapsOf(db, organisationId, pair, { results: assessment.results, findings }, today),
    findCurrentDecision(db, organisationId, pair),
    listRequestsAnsweredBy(db, organisationId, pair, pair, ["declared", "decided"]),
    listFilesNamed(db, declaration.supplierId, digests),
  ]);
  /**
   * The request that this decision would answer: the one asked for, else the first that waits, else the one that the
   * current decision answered, so that a return after it still reaches the supplier as one.
   */
  const requestId =
    (
      answered.find(({ id }) => id === ids.requestId) ??
      answered.find(({ state }) => state === "declared") ??
      answered.find(({ id }) => id === current?.requestId)
    )?.id ?? null;
  const isNewest = newer === undefined;
  return {
    ids: { modelId: ids.modelId, zoneId: zone.id, declarationId: declaration.declarationId },
    zone: {
      name: zone.name,
      zoneClass: zoneClassOf(zone),
      modelName: model.name,
      revisionNumber: revision.number,
      publishedAt: revision.publishedAt.toISOString(),
    },
    product: {
      name: declaration.productName,
      releaseVersion: declaration.releaseVersion,
      supplierName: declaration.supplierName,
      declarationVersion: declaration.declarationVersion,
      signedAt: declaration.signedAt.toISOString(),
      variants: declaration.content.facts.variants,
    },
    /** Only the newest declaration of a release can be decided on. */
    newerDeclaration: newer ? { id: newer.declarationId, version: newer.declarationVersion } : null,
    assessment: { ...assessment, results: toShownResults(assessment.results, declaration.content.answers) },
    findings: toShownFindings({ ...assessment, findings }, declaration.content, query),
    /** Named in the verdict's sentence besides the seven areas. */
    besides: countBesides(findings),
    evidenceUsed: evidenceUsed(findings, declaration.content, files),
    dialogue: await presentDialogueOfPair(
      caller,
      { ...ids, zoneId: zone.id, requestId: ids.requestId ?? requestId },
      declaration.content,
    ),
    waysOut: await presentWaysOut(caller, { profile, declaration: declaration.content, ids }),
    decision:
      current &&
      (await presentStanding(caller, current, {
        revision,
        declaration,
        assessment: { ...assessment, findings },
      })),
    requestId,
    exceptions: await presentExceptionsOfPair(caller, excepted, isNewest),
    form:
      mayDo(actor, "decision.record") && isNewest
        ? presentDecisionForm(assessment.verdict, excepted.uncovered, today)
        : null,
  };
}

function presentDecisionForm(verdict: Verdict, uncovered: ReadonlyArray<Gap>, today: IsoDate) {
  const keys = uncovered.map(({ key }) => key);
  const kinds = allowedDecisions(verdict, keys);
  return {
    kinds,
    reasonNeeded: kinds.filter((kind) => needsReason(kind, verdict)),
    /** Gaps that stand in the way of approving with conditions. */
    inTheWay: verdict === "does-not-conform" ? uncovered.map(toShownGap) : [],
    today,
  };
}

type Current = NonNullable<Awaited<ReturnType<typeof findCurrentDecision>>>;

async function presentStanding(
  { actor, database, now }: Caller,
  decision: Current,
  after: {
    revision: { number: number };
    declaration: { declarationVersion: number };
    assessment: ReturnType<typeof assess>;
  },
) {
  const [frozen, resting, conditions] = await Promise.all([
    listFrozenResults(database.read, actor.organisationId, [decision.assessmentId]),
    listDecisionExceptions(database.read, actor.organisationId, [decision.id]),
    listConditions(database.read, actor.organisationId, [decision.id]),
  ]);
  const result = frozen.get(decision.assessmentId);
  return {
    id: decision.id,
    kind: decision.kind,
    reason: decision.reason,
    decidedAt: decision.decidedAt.toISOString(),
    decidedByName: decision.decidedByName,
    openConditions: conditions.filter(({ completedAt }) => completedAt === null).length,
    review: result
      ? reviewOf(decision, result, {
          revisionNumber: after.revision.number,
          declarationVersion: after.declaration.declarationVersion,
          judgement: after.assessment,
          ended: endedOf(resting, decision.id, toIsoDate(now)),
        })
      : null,
  };
}
