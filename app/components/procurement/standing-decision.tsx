import type { DecisionKind } from "~/domain/procurement/decision";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { Link } from "../link";
import { Panel } from "../panel";
import { DecisionBadge } from "./badges";
import { ReviewCallout, type ShownReview } from "./review-callout";

type StandingDecisionProps = {
  decision: {
    id: string;
    kind: DecisionKind;
    reason: string;
    decidedAt: string;
    decidedByName: string;
    openConditions: number;
    review: ShownReview | null;
  };
};

/** The decision that stands for this product in this zone, beside the assessment of today. */
export function StandingDecision({ decision }: StandingDecisionProps) {
  const { t } = useTranslation("decision");
  return (
    <Panel title={t("standing.title")}>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <DecisionBadge kind={decision.kind} />
        <span>
          {t("standing.by", { name: decision.decidedByName })} <DateText value={decision.decidedAt} time />
        </span>
        {decision.openConditions > 0 ? (
          <span>{t("standing.openConditions", { count: decision.openConditions })}</span>
        ) : null}
        <Link to={paths.decision(decision.id)}>{t("open")}</Link>
      </p>
      {decision.reason ? <p className="whitespace-pre-line">{decision.reason}</p> : null}
      {decision.review ? <ReviewCallout review={decision.review} /> : null}
    </Panel>
  );
}
