import { KeyValue } from "~/components/key-value";
import { Panel } from "~/components/panel";
import { CONSEQUENCE_CATEGORIES } from "~/domain/risk/risk-assessment";
import { useTranslation } from "~/i18n/use-translation";
import { AcceptancePanel } from "./acceptance-panel";
import { DerivedVector } from "./derived-vector";
import { PartitionPanel } from "./partition-panel";
import { LedgerPanel, ResidualVerdict } from "./residual-step";
import { OpenRatings, Unmitigated } from "./result-step";
import { RiskMatrixTable } from "./risk-matrix-table";
import type { RiskPageParts } from "./risk-parts";
import { TargetPanel } from "./target-panel";
import { ThreatTable } from "./threat-table";

/** The whole assessment as a document: to read, to print, and for whoever cannot change it. */
export function RiskSummary({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  return (
    <div className="grid grid-cols-1 gap-4">
      {page.hasAssessment ? (
        <>
          <OpenRatings page={page} />
          <PartitionPanel page={page} />
          <AssessmentPanels page={page} />
          <LedgerPanel page={page} />
          <ResidualVerdict page={page} />
          <TargetPanel page={page} />
        </>
      ) : (
        <p>{t("summary.none")}</p>
      )}
      <AcceptancePanel page={page} outcome={undefined} />
    </div>
  );
}

/** The same of what was accepted: nothing in it can be changed, and nothing of today stands in it. */
export function AcceptedSummary({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  return (
    <div className="grid grid-cols-1 gap-4">
      <TargetPanel page={page} />
      {page.hasAssessment ? (
        <>
          <AssessmentPanels page={page} />
          <ResidualVerdict page={page} />
        </>
      ) : (
        <p>{t("accepted.noAssessment")}</p>
      )}
    </div>
  );
}

function AssessmentPanels({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { assessment, matrix, matrixVersion, derived, residual } = page;
  return (
    <>
      <Panel level={3} title={t("steps.consequence")}>
        <KeyValue
          entries={[
            ...CONSEQUENCE_CATEGORIES.map((category) => {
              const rating = assessment.consequence[category];
              const words = rating === null ? undefined : matrix.consequence[rating - 1];
              return {
                term: t(`category.${category}`),
                value: words
                  ? `${t("rating", { rating, name: words.name })}. ${words[category]}`
                  : t("summary.notRated"),
              };
            }),
            { term: t("consequence.reason"), value: assessment.consequenceReason || t("common:none") },
            { term: t("consequence.vulnerabilities"), value: assessment.vulnerabilities || t("common:none") },
            {
              term: t("consequence.tolerable"),
              value: t(
                assessment.tolerableRisk === null ? "summary.tolerableOfMatrix" : "summary.tolerableOwn",
                { risk: derived.tolerableRisk, version: matrixVersion },
              ),
            },
          ]}
        />
      </Panel>
      <Panel level={3} title={t("summary.threats")}>
        <Unmitigated page={page} />
        <ThreatTable assessment={assessment} residual={residual} withResidual />
        <RiskMatrixTable matrix={matrix} assessment={assessment} derived={derived} />
      </Panel>
      <Panel level={3} title={t("summary.vector")}>
        <DerivedVector page={page} />
      </Panel>
    </>
  );
}
