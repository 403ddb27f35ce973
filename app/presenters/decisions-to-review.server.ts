import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import { keptUntilWritten } from "~db/kept";
import { type DecisionPage, listCurrentDecisions, type NamedDecision } from "~db/repositories/decisions";
import { type ReviewedDecision, reviewDecisions } from "./assessment-of-pair.server";

/** Whether a decision needs review is worked out, not stored: so many are looked at. */
const SCAN_LIMIT = 500;

export type ToReview = {
  /** Newest first. */
  reviewed: ReadonlyArray<ReviewedDecision>;
  /** The last that was looked at, where there are more. */
  continuesAfter: NamedDecision | null;
};

/** Looks of which the outcome is known: by hospital, day and filter. */
const KEPT_LOOKS = 200;
const kept = keptUntilWritten<ToReview>(KEPT_LOOKS);

/** Decisions that need review among the next `SCAN_LIMIT` that stand and pass the filter. */
export async function decisionsToReview(
  caller: Caller,
  filter: Omit<DecisionPage, "limit"> = {},
): Promise<ToReview> {
  const { actor, database, now } = caller;
  const work = async () => {
    const limit = SCAN_LIMIT + 1;
    const found = await listCurrentDecisions(database.read, actor.organisationId, { ...filter, limit });
    const looked = found.slice(0, SCAN_LIMIT);
    const reviewed = await reviewDecisions(caller, looked);
    return {
      reviewed: reviewed.filter(({ review }) => review.state === "needs-review"),
      continuesAfter: found.length > SCAN_LIMIT ? (looked.at(-1) ?? null) : null,
    };
  };
  const { after, since, ...rest } = filter;
  // What goes back from this very moment is never asked for twice.
  if (since) return work();
  const key = JSON.stringify({ ...rest, after: after?.id });
  return kept(database.read, `${actor.organisationId} ${toIsoDate(now)} ${key}`, work);
}
