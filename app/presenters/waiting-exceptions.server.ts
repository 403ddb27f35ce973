import { toIsoDate } from "~/domain/shared/iso-date";
import type { Caller } from "~/use-cases/use-case.server";
import type { ExceptionRecord } from "~db/repositories/exceptions";
import { type StandingException, standExceptions } from "./exception-standings.server";

/** Of those that wait or are in force: what somebody else than whoever asked decides on, and what is to be looked at. */
export async function waitingExceptions(
  { actor, database, now }: Caller,
  live: ReadonlyArray<ExceptionRecord>,
) {
  const standing = await standExceptions(database.read, actor.organisationId, live, toIsoDate(now));
  return {
    // Four eyes: what somebody asked for waits for anybody else.
    requested: standing
      .filter(
        ({ exception, standing: one }) => one === "requested" && exception.requestedBy !== actor.personId,
      )
      .map((one) => toEntry(one, one.exception.requestedAt.toISOString())),
    toReview: standing
      .filter(
        ({ standing: one, latestOutcome }) => one === "review-overdue" || latestOutcome === "revoke-asked",
      )
      .map((one) => toEntry(one, one.nextReviewOn ?? one.exception.expiresOn)),
  };
}

function toEntry({ exception: { id, productName, zoneName } }: StandingException, date: string) {
  return { id, title: productName, about: zoneName, date };
}
