import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import { judge } from "~/domain/assessment/assess";
import type {
  Assessment,
  FoundationalResult,
  Judgement,
  MissingReason,
  RequirementProfile,
} from "~/domain/assessment/assessment";
import {
  type AssessmentDifference,
  type Change,
  differenceOfAssessments,
  isDifference,
} from "~/domain/assessment/needs-review";
import type { Answers } from "~/domain/declaration/declaration";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { SecurityLevel, SlVector } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { openProfiles, profileOf } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listFrozenResults } from "~db/repositories/assessments";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import type { NamedDecision } from "~db/repositories/decisions";
import { findWithdrawal } from "~db/repositories/declaration-audience";
import { listSharedDeclarations, type SharedDeclaration } from "~db/repositories/declarations";
import { listLatestRevisions } from "~db/repositories/revisions";
import { type EndedException, endedOf } from "./ended-exceptions.server";

/** A zone that products can be held to, with where it stands. */
export type TargetedZone = {
  modelId: string;
  modelName: string;
  revisionNumber: number;
  zone: Zone & { slTarget: SlVector };
  profile: RequirementProfile;
};

/** Zones with SL-T of the latest revisions, in the order of models and of their zones. */
export async function listTargetedZones({ database, actor }: Caller): Promise<ReadonlyArray<TargetedZone>> {
  const [revisions, source] = await Promise.all([
    listLatestRevisions(database.read, actor.organisationId),
    openProfiles(database.read, actor.organisationId),
  ]);
  return revisions.flatMap((revision) =>
    revision.content.zones.flatMap((zone) => {
      const profile = profileOf(source, revision, zone.id);
      if (!profile) return [];
      const { modelId, modelName, number: revisionNumber } = revision;
      const { slTarget } = profile;
      return [{ modelId, modelName, revisionNumber, zone: { ...zone, slTarget }, profile }];
    }),
  );
}

/** One row of the catalogue as an answer to it is shown. */
export type ShownRow = {
  requirementId: string;
  title: string;
  minSl: SecurityLevel;
  confidence: Confidence;
  conflict: boolean;
  /** Why the catalogue is not sure, where it says so. */
  catalogueNote: string | null;
  /** The supplier's words. */
  note: string;
};
export type ShownResult = Omit<FoundationalResult, "missing" | "countermeasures"> & {
  missing: ReadonlyArray<ShownRow & { reason: MissingReason }>;
  countermeasures: ReadonlyArray<ShownRow>;
};

/** Seven results with the titles of their rows and what the supplier wrote. */
export function toShownResults(
  results: ReadonlyArray<FoundationalResult>,
  answers: Answers,
): ReadonlyArray<ShownResult> {
  return results.map((result) => ({
    ...result,
    missing: result.missing.map(({ requirementId, minSl, reason }) => ({
      ...toShownRow(requirementId, answers),
      minSl,
      reason,
    })),
    countermeasures: result.countermeasures.map((requirementId) => toShownRow(requirementId, answers)),
  }));
}

/** A frozen assessment may name a row that today's catalogue no longer has: it is shown by its number. */
function toShownRow(requirementId: string, answers: Answers): ShownRow {
  const row = COMPONENT_REQUIREMENT_BY_ID.get(requirementId);
  return {
    requirementId,
    title: row?.title ?? "",
    minSl: row?.minSl ?? 0,
    confidence: row?.confidence ?? "recalled",
    conflict: row?.conflict ?? false,
    catalogueNote: row?.note ?? null,
    note: answers[requirementId]?.note ?? "",
  };
}

/** What a decision is held against today. Derived on every look, never stored. */
export type Review =
  | { state: "holds" }
  | { state: "needs-review"; cause: "zone-removed" | "target-removed" | "declaration-withdrawn" }
  | {
      state: "needs-review";
      cause: "exception-ended";
      exceptions: ReadonlyArray<EndedException>;
    }
  | {
      state: "needs-review";
      cause: "result-changed";
      /** Those it rests on that have ended besides. */
      exceptions: ReadonlyArray<EndedException>;
      difference: AssessmentDifference;
      revisionNumber: Change<number>;
      declarationVersion: Change<number>;
      slTarget: Change<SlVector>;
      slCapability: Change<Judgement["slCapability"]>;
    };

/** A decision with what holds for it today; `fresh` is what to open for a new look, where there is one. */
export type ReviewedDecision = {
  decision: NamedDecision;
  review: Review;
  fresh: { declarationId: string } | null;
};

/** A state of a model as if it were published. */
export type Preview = { modelId: string; number: number; content: ZoneModel };

/**
 * Compares what was frozen with what the latest revision and the newest shared declaration give today, or would give
 * with `preview` as the latest revision of its model. Reads revisions and declarations once for all decisions.
 */
export async function reviewDecisions(
  { database, actor, now }: Caller,
  decisions: ReadonlyArray<NamedDecision>,
  preview?: Preview,
): Promise<ReadonlyArray<ReviewedDecision>> {
  if (decisions.length === 0) return [];
  const { organisationId } = actor;
  const decisionIds = decisions.map(({ id }) => id);
  const [source, revisions, shared, resting, frozen] = await Promise.all([
    openProfiles(database.read, organisationId),
    listLatestRevisions(database.read, organisationId),
    listSharedDeclarations(database.read, organisationId),
    listDecisionExceptions(database.read, organisationId, decisionIds),
    listFrozenResults(
      database.read,
      organisationId,
      decisions.map(({ assessmentId }) => assessmentId),
    ),
  ]);
  const revisionOf = new Map<string, Preview>(revisions.map((revision) => [revision.modelId, revision]));
  if (preview) revisionOf.set(preview.modelId, preview);
  const declarationOf = new Map(shared.map((one) => [releaseKey(one), one]));
  const today = toIsoDate(now);
  return decisions.map((decision) => {
    const revision = revisionOf.get(decision.modelId);
    const zone = revision?.content.zones.find(({ id }) => id === decision.zoneId);
    const declaration = declarationOf.get(releaseKey(decision));
    const result = frozen.get(decision.assessmentId);
    if (!revision || !zone || !result) return { decision, review: needsReview("zone-removed"), fresh: null };
    const profile = profileOf(source, revision, zone.id);
    if (!profile) return { decision, review: needsReview("target-removed"), fresh: null };
    if (!declaration) return { decision, review: needsReview("declaration-withdrawn"), fresh: null };
    const judgement = judge(profile, declaration.content, today);
    const after = {
      revisionNumber: revision.number,
      declarationVersion: declaration.declarationVersion,
      judgement,
      ended: endedOf(resting, decision.id, today),
    };
    return {
      decision,
      review: reviewOf(decision, result, after),
      fresh: { declarationId: declaration.declarationId },
    };
  });
}

/** Compares a frozen assessment with the one that holds now. */
export function reviewOf(
  decision: Pick<NamedDecision, "revisionNumber" | "declarationVersion">,
  frozen: Assessment,
  after: {
    revisionNumber: number;
    declarationVersion: number;
    judgement: Judgement;
    ended: ReadonlyArray<EndedException>;
  },
): Review {
  const difference = differenceOfAssessments(frozen, after.judgement);
  if (!isDifference(difference))
    return after.ended.length === 0
      ? { state: "holds" }
      : { state: "needs-review", cause: "exception-ended", exceptions: after.ended };
  return {
    state: "needs-review",
    cause: "result-changed",
    exceptions: after.ended,
    difference,
    revisionNumber: { before: decision.revisionNumber, after: after.revisionNumber },
    declarationVersion: { before: decision.declarationVersion, after: after.declarationVersion },
    slTarget: { before: frozen.slTarget, after: after.judgement.slTarget },
    slCapability: { before: frozen.slCapability, after: after.judgement.slCapability },
  };
}

function needsReview(cause: "zone-removed" | "target-removed" | "declaration-withdrawn"): Review {
  return { state: "needs-review", cause };
}

function releaseKey({ supplierId, releaseId }: Pick<SharedDeclaration, "supplierId" | "releaseId">): string {
  return `${supplierId} ${releaseId}`;
}

/** Whether and why the supplier has taken out of use what this hospital was answered with or decided on. */
export async function presentWithdrawal(
  { actor, database }: Caller,
  declarationId: string | null,
): Promise<{ at: string; reason: string } | null> {
  const found =
    declarationId === null
      ? undefined
      : await findWithdrawal(database.read, actor.organisationId, declarationId);
  return found ? { at: found.withdrawnAt.toISOString(), reason: found.reason } : null;
}
