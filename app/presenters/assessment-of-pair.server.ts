import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import type {
  Assessment,
  FoundationalResult,
  Judgement,
  MissingReason,
} from "~/domain/assessment/assessment";
import type { AssessmentDifference, Change } from "~/domain/assessment/needs-review";
import type { Answers } from "~/domain/declaration/declaration";
import type { Confidence } from "~/domain/requirement/component-requirement";
import type { SecurityLevel, SlVector } from "~/domain/security-level/security-level";
import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { openProfiles } from "~/use-cases/profiles/profile-source.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listDecisionExceptions } from "~db/repositories/decision-exceptions";
import type { NamedDecision } from "~db/repositories/decisions";
import { findWithdrawal } from "~db/repositories/declaration-audience";
import type { SharedDeclaration } from "~db/repositories/declarations";
import { listLatestRevisions } from "~db/repositories/revisions";
import { listSharedNewest } from "~db/repositories/shared-declarations";
import { type Comparison, compareJudged, comparePairs, type Latest } from "./compared-pairs.server";
import { type EndedException, endedOf } from "./ended-exceptions.server";

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
 * with `preview` as the latest revision of its model. What cannot have changed since somebody last looked is not
 * compared again.
 */
export async function reviewDecisions(
  { database, actor, now }: Caller,
  decisions: ReadonlyArray<NamedDecision>,
  preview?: Preview,
): Promise<ReadonlyArray<ReviewedDecision>> {
  if (decisions.length === 0) return [];
  const { organisationId } = actor;
  const releaseIds = [...new Set(decisions.map(({ releaseId }) => releaseId))];
  const [source, revisions, shared, resting] = await Promise.all([
    openProfiles(database.read, organisationId),
    listLatestRevisions(database.read, organisationId),
    listSharedNewest(database.read, organisationId, { releaseIds }),
    listDecisionExceptions(
      database.read,
      organisationId,
      decisions.map(({ id }) => id),
    ),
  ]);
  const revisionOf = new Map<string, Latest>(revisions.map((revision) => [revision.modelId, revision]));
  if (preview) revisionOf.set(preview.modelId, { ...preview, fingerprint: null });
  const declarationOf = new Map(shared.map((one) => [releaseKey(one), one]));
  const today = toIsoDate(now);
  const held = decisions.map((decision) => {
    const revision = revisionOf.get(decision.modelId);
    const zone = revision?.content.zones.find(({ id }) => id === decision.zoneId);
    return { decision, revision, zone, declaration: declarationOf.get(releaseKey(decision)) };
  });
  const pairs = held.flatMap(({ decision, revision, zone, declaration }) =>
    revision && zone?.slTarget && declaration ? [{ decision, revision, zone, declaration }] : [],
  );
  const comparisons = await comparePairs({ db: database.read, organisationId, source, today }, pairs);
  return held.map(({ decision, revision, zone, declaration }) => {
    if (!revision || !zone) return { decision, review: needsReview("zone-removed"), fresh: null };
    if (!zone.slTarget) return { decision, review: needsReview("target-removed"), fresh: null };
    const comparison = comparisons.get(decision.id);
    if (!declaration || !comparison)
      return { decision, review: needsReview("declaration-withdrawn"), fresh: null };
    const after = {
      revisionNumber: revision.number,
      declarationVersion: declaration.declarationVersion,
      ended: endedOf(resting, decision.id, today),
    };
    return {
      decision,
      review: toReview(decision, comparison, after),
      fresh: { declarationId: declaration.declarationId },
    };
  });
}

/** Compares a frozen assessment with the one that holds now. */
export function reviewOf(
  decision: Pick<NamedDecision, "revisionNumber" | "declarationVersion">,
  frozen: Assessment,
  { judgement, ...after }: After & { judgement: Judgement },
): Review {
  return toReview(decision, compareJudged(frozen, judgement), after);
}

type After = {
  revisionNumber: number;
  declarationVersion: number;
  ended: ReadonlyArray<EndedException>;
};

function toReview(
  decision: Pick<NamedDecision, "revisionNumber" | "declarationVersion">,
  { difference, slTarget, slCapability }: Comparison,
  after: After,
): Review {
  if (!difference)
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
    slTarget,
    slCapability,
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
