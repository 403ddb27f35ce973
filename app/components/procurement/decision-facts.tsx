import type { ComponentProps } from "react";
import type { Assessment } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { DateText } from "../date-text";
import { CoveredVariants } from "../declaration/covered-variants";
import { RestingExceptions } from "../exception/resting-exceptions";
import { KeyValue } from "../key-value";
import { Link } from "../link";
import { Panel } from "../panel";
import { VerdictBadge } from "../verdict-badge";

type DecisionFactsProps = {
  decision: {
    reason: string;
    decidedAt: string;
    decidedByName: string;
    revisionNumber: number;
    declarationVersion: number;
    requestId: string | null;
    assessment: Pick<Assessment, "verdict" | "asOf" | "fingerprint">;
    variants: ComponentProps<typeof CoveredVariants>["variants"];
    exceptions: ComponentProps<typeof RestingExceptions>["exceptions"];
  };
};

/** Who decided what, when, why and on what, which exceptions it rests on, and for which variants it holds. */
export function DecisionFacts({ decision }: DecisionFactsProps) {
  const { t } = useTranslation("decision");
  const { reason, decidedAt, decidedByName, revisionNumber, declarationVersion, requestId, assessment } =
    decision;
  const request = requestId
    ? [{ term: t("page.request"), value: <Link to={paths.request(requestId)}>{t("page.openRequest")}</Link> }]
    : [];
  return (
    <>
      <Panel title={t("page.facts")}>
        <KeyValue
          columns={3}
          entries={[
            { term: t("decidedBy"), value: decidedByName },
            { term: t("decidedAt"), value: <DateText value={decidedAt} time /> },
            { term: t("page.verdict"), value: <VerdictBadge verdict={assessment.verdict} /> },
            {
              term: t("page.reason"),
              value: <span className="whitespace-pre-line">{reason || t("page.noReason")}</span>,
            },
            {
              term: t("page.basis"),
              value: t("page.basisValue", { revision: revisionNumber, declaration: declarationVersion }),
            },
            { term: t("page.asOf"), value: <DateText value={assessment.asOf} /> },
            ...request,
            {
              term: t("page.fingerprint"),
              value: <code className="break-all">{assessment.fingerprint}</code>,
            },
          ]}
        />
      </Panel>
      <RestingExceptions exceptions={decision.exceptions} />
      <CoveredVariants variants={decision.variants} />
    </>
  );
}
