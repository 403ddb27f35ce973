import { z } from "zod";
import {
  REVIEW_OUTCOMES,
  type ReviewRefusal,
  reviewException as review,
} from "~/domain/procurement/exception-review";
import { toIsoDate } from "~/domain/shared/iso-date";
import { accept, type Result } from "~/domain/shared/result";
import { textBlock } from "~/domain/shared/text";
import { listExceptionReviews, saveNewExceptionReview } from "~db/repositories/exceptions";
import { useCase } from "../use-case.server";
import { requireException, toException } from "./find-exception.server";

/** Records that somebody looked again at an exception in force. It changes nothing but the day of the next look. */
export const reviewException = useCase({
  action: "exception.review",
  input: z.strictObject({
    exceptionId: z.string().min(1).max(64),
    outcome: z.enum(REVIEW_OUTCOMES, "required"),
    note: textBlock(2000).min(1, "required"),
  }),
  async run({ db, actor, input, now, newId }): Promise<Result<{ id: string }, ReviewRefusal>> {
    const { organisationId, personId } = actor;
    const { exceptionId, outcome, note } = input;
    const granted = await requireException(db, organisationId, exceptionId);
    const reviews = await listExceptionReviews(db, organisationId, [exceptionId]);
    const reviewedOn = reviews.map(({ reviewedAt }) => toIsoDate(reviewedAt));
    const reviewed = review({ ...toException(granted), reviewedOn }, toIsoDate(now));
    if (!reviewed.ok) return reviewed;
    await saveNewExceptionReview(db, organisationId, {
      ...{ organisationId, id: newId(), exceptionId, outcome, note },
      ...{ reviewedBy: personId, reviewedAt: now },
    });
    return accept({ id: exceptionId });
  },
  audit: (input) => ({ outcome: input.outcome }),
});
