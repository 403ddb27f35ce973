import { addDays, type IsoDate } from "../shared/iso-date";
import { accept, type Result, refuse } from "../shared/result";
import { type Exception, isInForceOn } from "./exception";

/** How often somebody looks at an exception in force again, in days. */
export const REVIEW_INTERVALS = [30, 90, 180, 365] as const;
export type ReviewInterval = (typeof REVIEW_INTERVALS)[number];

/** `revoke-asked`: the reviewer thinks that it should end; only a security lead ends it. */
export const REVIEW_OUTCOMES = ["continue", "revoke-asked"] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** More would be a conversation, which belongs elsewhere. */
export const MAX_REVIEWS = 200;

/** An exception in force with its review rhythm; `reviewedOn`: days of its reviews, in any order. */
export type Reviewed = Exception & { reviewEveryDays: number; reviewedOn: ReadonlyArray<IsoDate> };

/** The day of the next review, counted from the latest or the grant; null where its last day comes first. */
export function nextReviewOn({
  grantedOn,
  expiresOn,
  reviewEveryDays,
  reviewedOn,
}: Omit<Reviewed, keyof Exception> & Pick<Exception, "grantedOn" | "expiresOn">): IsoDate | null {
  if (grantedOn === null) return null;
  const latest = reviewedOn.reduce((newest, day) => (day > newest ? day : newest), grantedOn);
  const due = addDays(latest, reviewEveryDays);
  return due > expiresOn ? null : due;
}

/** The days on which somebody is to look again, if every review is held on its day. */
export function plannedReviews(
  from: IsoDate,
  { expiresOn, reviewEveryDays }: { expiresOn: IsoDate; reviewEveryDays: number },
): ReadonlyArray<IsoDate> {
  const days: Array<IsoDate> = [];
  for (let day = addDays(from, reviewEveryDays); day <= expiresOn; day = addDays(day, reviewEveryDays))
    days.push(day);
  return days;
}

export type ReviewRefusal = { code: "not-in-force" } | { code: "too-many-reviews" };

/** Whether a review can be recorded on this day: only what is in force is looked at again. */
export function reviewException(reviewed: Reviewed, asOf: IsoDate): Result<IsoDate, ReviewRefusal> {
  if (!isInForceOn(reviewed, asOf)) return refuse({ code: "not-in-force" });
  if (reviewed.reviewedOn.length >= MAX_REVIEWS) return refuse({ code: "too-many-reviews" });
  return accept(asOf);
}

/** An exception that ends within so many days is shown as expiring: long enough for an extension to be looked at. */
export const EXCEPTION_EXPIRING_WITHIN_DAYS = 30;

export const EXCEPTION_STANDINGS = [
  "requested",
  "in-force",
  "expiring",
  "review-overdue",
  "expired",
  "superseded",
  "revoked",
  "refused",
  "withdrawn",
] as const;
export type ExceptionStanding = (typeof EXCEPTION_STANDINGS)[number];

/**
 * What an exception is worth on a day: derived from its state, its last day and its reviews. One whose review is
 * overdue is in force all the same, but says so first.
 */
export function exceptionStandingOn(reviewed: Reviewed, asOf: IsoDate): ExceptionStanding {
  const { state, expiresOn, supersededBy } = reviewed;
  switch (state) {
    case "requested":
    case "refused":
    case "withdrawn":
    case "revoked":
      return state;
    case "granted": {
      if (supersededBy !== null) return "superseded";
      if (expiresOn < asOf) return "expired";
      const due = nextReviewOn(reviewed);
      if (due !== null && due < asOf) return "review-overdue";
      return expiresOn <= addDays(asOf, EXCEPTION_EXPIRING_WITHIN_DAYS) ? "expiring" : "in-force";
    }
  }
}

/** True for the standings in which it accepts its gaps. */
export function isStandingInForce(standing: ExceptionStanding): boolean {
  return standing === "in-force" || standing === "expiring" || standing === "review-overdue";
}
