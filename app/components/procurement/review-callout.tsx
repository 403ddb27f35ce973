import type { ReactNode } from "react";
import type { AssessmentDifference, Change } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { DifferenceView } from "./difference-view";

export type ShownReview =
  | { state: "holds" }
  | { state: "needs-review"; cause: "zone-removed" | "target-removed" | "declaration-withdrawn" }
  | {
      state: "needs-review";
      cause: "result-changed";
      difference: AssessmentDifference;
      revisionNumber: Change<number>;
      declarationVersion: Change<number>;
    };

/** Whether what was judged still holds. The decision stands until somebody decides again. */
export function ReviewCallout({ review, action }: { review: ShownReview; action?: ReactNode }) {
  const { t } = useTranslation("decision");
  if (review.state === "holds") return <Callout tone="success">{t("review.holds")}</Callout>;
  return (
    <Callout tone="warning" title={t("review.needed")} action={action}>
      <p>{t(`review.cause.${review.cause}`)}</p>
      {review.cause === "result-changed" ? (
        <>
          <p className="text-sm">
            {t("review.versions", {
              revisionBefore: review.revisionNumber.before,
              revisionAfter: review.revisionNumber.after,
              declarationBefore: review.declarationVersion.before,
              declarationAfter: review.declarationVersion.after,
            })}
          </p>
          <DifferenceView difference={review.difference} />
        </>
      ) : null}
    </Callout>
  );
}
