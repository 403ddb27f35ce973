import { conditionState } from "~/domain/procurement/condition";
import { DECISION_KINDS } from "~/domain/procurement/decision";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import { findDecision, listConditions, listCurrentDecisions } from "~db/repositories/decisions";
import { type ReviewedDecision, reviewDecisions } from "./assessment-of-pair.server";

const PAGE = 50;
export const WEEK_MS = 7 * 24 * 60 * 60_000;
/** Whether a decision needs review is worked out, not stored: so many are looked at to fill a page. */
export const REVIEW_SCAN_LIMIT = 500;

export type DecisionsQuery = {
  kind: string | null;
  /** `needed`: only those that need review. */
  review: string | null;
  /** `open`: only those with open conditions. */
  conditions: string | null;
  /** `week`: only those of the last seven days. */
  since?: string | null;
  /** Id of the decision that ended the page before. */
  after: string | null;
};

/** Decisions that stand, newest first. */
export async function presentDecisions(caller: Caller, query: DecisionsQuery) {
  const { actor, database } = caller;
  requirePermission(actor, "decision.read");
  const kind = DECISION_KINDS.find((one) => one === query.kind);
  const onlyReview = query.review === "needed";
  const hasOpenConditions = query.conditions === "open";
  const isRecent = query.since === "week";
  const last = query.after ? await findDecision(database.read, actor.organisationId, query.after) : undefined;
  const limit = onlyReview ? REVIEW_SCAN_LIMIT : PAGE + 1;
  const found = await listCurrentDecisions(database.read, actor.organisationId, {
    kind,
    hasOpenConditions,
    since: isRecent ? new Date(caller.now.getTime() - WEEK_MS) : undefined,
    after: last,
    limit,
  });
  const reviewed = await reviewDecisions(caller, onlyReview ? found : found.slice(0, PAGE));
  const wanted = onlyReview ? reviewed.filter(({ review }) => review.state === "needs-review") : reviewed;
  const page = wanted.slice(0, PAGE);
  const lastLookedAt = wanted.length > PAGE ? page.at(-1)?.decision : found.at(onlyReview ? -1 : PAGE - 1);
  const hasMore = wanted.length > PAGE || found.length === limit;
  return {
    decisions: await withConditions(caller, page),
    filter: { kind: kind ?? null, review: onlyReview, conditions: hasOpenConditions },
    next: hasMore ? (lastLookedAt?.id ?? null) : null,
  };
}

async function withConditions({ actor, database, now }: Caller, page: ReadonlyArray<ReviewedDecision>) {
  const conditions = await listConditions(
    database.read,
    actor.organisationId,
    page.map(({ decision }) => decision.id),
  );
  const today = toIsoDate(now);
  return page.map(({ decision, review }) => {
    const states = conditions
      .filter(({ decisionId }) => decisionId === decision.id)
      .map(({ dueOn, completedAt, text, owner }) =>
        conditionState(
          { text, owner, dueDate: dueOn, completedOn: completedAt && toIsoDate(completedAt) },
          today,
        ),
      );
    return {
      id: decision.id,
      kind: decision.kind,
      productName: decision.productName,
      releaseVersion: decision.releaseVersion,
      supplierName: decision.supplierName,
      zoneName: decision.zoneName,
      decidedAt: decision.decidedAt.toISOString(),
      decidedByName: decision.decidedByName,
      needsReview: review.state === "needs-review",
      conditions: {
        total: states.length,
        open: states.filter((state) => state !== "completed").length,
        overdue: states.filter((state) => state === "overdue").length,
      },
    };
  });
}
