import { COMPONENT_REQUIREMENT_BY_ID } from "~/catalogue/catalogue";
import {
  type ExceptionStanding,
  exceptionStandingOn,
  nextReviewOn,
  type ReviewOutcome,
} from "~/domain/procurement/exception-review";
import type { Gap } from "~/domain/procurement/gap";
import { type IsoDate, toIsoDate } from "~/domain/shared/iso-date";
import { toException } from "~/use-cases/exceptions/find-exception.server";
import type { Db } from "~db/client";
import {
  type ExceptionRecord,
  type ExceptionReviewRecord,
  listExceptionReviews,
} from "~db/repositories/exceptions";

export type StandingException = {
  exception: ExceptionRecord;
  standing: ExceptionStanding;
  /** null where there is none before its last day, or where it is not granted. */
  nextReviewOn: IsoDate | null;
  /** Newest first. */
  reviews: ReadonlyArray<ExceptionReviewRecord>;
  latestOutcome: ReviewOutcome | null;
};

/** Exceptions with what they are worth on a day, in the order given. */
export async function standExceptions(
  db: Db,
  organisationId: string,
  exceptions: ReadonlyArray<ExceptionRecord>,
  asOf: IsoDate,
): Promise<ReadonlyArray<StandingException>> {
  const ids = exceptions.map(({ id }) => id);
  const found = await listExceptionReviews(db, organisationId, ids);
  return exceptions.map((exception) => {
    const reviews = found.filter(({ exceptionId }) => exceptionId === exception.id);
    const reviewedOn = reviews.map(({ reviewedAt }) => toIsoDate(reviewedAt));
    const reviewed = { ...toException(exception), reviewedOn };
    return {
      ...{ exception, reviews, standing: exceptionStandingOn(reviewed, asOf) },
      nextReviewOn: nextReviewOn(reviewed),
      latestOutcome: reviews[0]?.outcome ?? null,
    };
  });
}

/** A gap as it is shown; a row that the catalogue no longer has goes by its number. */
export function toShownGap({ key, finding }: Gap) {
  const row = finding === null ? COMPONENT_REQUIREMENT_BY_ID.get(key) : undefined;
  return {
    key,
    title: row?.title ?? "",
    minSl: row?.minSl ?? null,
    foundationalRequirement: row?.foundationalRequirement ?? null,
    finding: finding && { title: { key: `checks:${finding.checkId}.title`, params: {} }, ...finding },
  };
}
