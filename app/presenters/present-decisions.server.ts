import { conditionState } from "~/domain/procurement/condition";
import { DECISION_KINDS } from "~/domain/procurement/decision";
import { toIsoDate } from "~/domain/shared/iso-date";
import { type Caller, requirePermission } from "~/use-cases/use-case.server";
import {
  type DecisionPage,
  findDecision,
  listConditions,
  listCurrentDecisions,
  type NamedDecision,
} from "~db/repositories/decisions";
import { type ReviewedDecision, reviewDecisions } from "./assessment-of-pair.server";
import { decisionsToReview } from "./decisions-to-review.server";

const PAGE = 50;
export const WEEK_MS = 7 * 24 * 60 * 60_000;

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
  const filter = {
    kind,
    hasOpenConditions,
    since: isRecent ? new Date(caller.now.getTime() - WEEK_MS) : undefined,
    after: last,
  };
  const { page, continuesAfter } = await (onlyReview ? pageToReview : pageOfAll)(caller, filter);
  return {
    decisions: await withConditions(caller, page),
    filter: { kind: kind ?? null, review: onlyReview, conditions: hasOpenConditions },
    next: continuesAfter?.id ?? null,
  };
}

type Page = { page: ReadonlyArray<ReviewedDecision>; continuesAfter: NamedDecision | null };

async function pageOfAll(caller: Caller, filter: Omit<DecisionPage, "limit">): Promise<Page> {
  const { actor, database } = caller;
  const limit = PAGE + 1;
  const found = await listCurrentDecisions(database.read, actor.organisationId, { ...filter, limit });
  const page = await reviewDecisions(caller, found.slice(0, PAGE));
  return { page, continuesAfter: found.length > PAGE ? (page.at(-1)?.decision ?? null) : null };
}

async function pageToReview(caller: Caller, filter: Omit<DecisionPage, "limit">): Promise<Page> {
  const { reviewed, continuesAfter } = await decisionsToReview(caller, filter);
  const page = reviewed.slice(0, PAGE);
  return {
    page,
    continuesAfter: reviewed.length > PAGE ? (page.at(-1)?.decision ?? null) : continuesAfter,
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
