import type { ReactNode } from "react";
import type { AssessmentDifference, Change } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Callout } from "../callout";
import { Link } from "../link";
import { DifferenceView } from "./difference-view";

type EndedException = {
  id: string;
  standing: "expired" | "revoked" | "superseded";
  gaps: ReadonlyArray<string>;
};

export type ShownReview =
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
      exceptions: ReadonlyArray<EndedException>;
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
      {"exceptions" in review ? <EndedExceptions exceptions={review.exceptions} /> : null}
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

/** Which of the acceptances it rests on do not hold any more. */
function EndedExceptions({ exceptions }: { exceptions: ReadonlyArray<EndedException> }) {
  const { t } = useTranslation("exception");
  if (exceptions.length === 0) return null;
  return (
    <ul className="list-disc pl-5">
      {exceptions.map(({ id, standing, gaps }) => (
        <li key={id}>
          <Link to={paths.exception(id)}>{t(`ended.${standing}`, { count: gaps.length })}</Link>
        </li>
      ))}
    </ul>
  );
}
