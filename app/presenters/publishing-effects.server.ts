import { toIsoDate } from "~/domain/shared/iso-date";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { changedPairs } from "~/use-cases/reassessment/changed-pairs.server";
import { affectedByRevision } from "~/use-cases/reassessment/reassess-revision.server";
import type { Caller } from "~/use-cases/use-case.server";
import { listCurrentDecisions } from "~db/repositories/decisions";
import { type Review, reviewDecisions } from "./assessment-of-pair.server";

/** Decisions of one model that are looked at; far more than a hospital takes on one. */
const MAX_DECISIONS = 1_000;

export type BreakingDecision = {
  id: string;
  zoneName: string;
  productName: string;
  releaseVersion: string;
  decidedByName: string;
  kind: string;
  cause: Extract<Review, { state: "needs-review" }>["cause"];
};

/**
 * What publishing a state would change today: how many pairs the re-assessment would look at and how many come out
 * otherwise, by the very functions it uses, and the decisions that would need review from then on.
 */
export async function publishingEffects(
  caller: Caller,
  published: { modelId: string; number: number; before: ZoneModel | null; after: ZoneModel },
) {
  const { actor, database, now } = caller;
  const { organisationId } = actor;
  const { modelId, number, after } = published;
  const [affected, decisions] = await Promise.all([
    affectedByRevision(database.read, organisationId, published, toIsoDate(now)),
    listCurrentDecisions(database.read, organisationId, { modelId, limit: MAX_DECISIONS }),
  ]);
  const { assessed, pairs } = affected ? changedPairs(affected) : { assessed: 0, pairs: [] };
  const [today, then] = await Promise.all([
    reviewDecisions(caller, decisions),
    reviewDecisions(caller, decisions, { modelId, number, content: after }),
  ]);
  const needReview = new Set(
    today.flatMap(({ decision, review }) => (review.state === "needs-review" ? [decision.id] : [])),
  );
  const breaking = then.flatMap(({ decision, review }): ReadonlyArray<BreakingDecision> => {
    if (review.state !== "needs-review" || needReview.has(decision.id)) return [];
    const { id, zoneName, productName, releaseVersion, decidedByName, kind } = decision;
    return [{ id, zoneName, productName, releaseVersion, decidedByName, kind, cause: review.cause }];
  });
  return { assessed, changed: pairs.length, decisions: breaking, needReviewAlready: needReview.size };
}
