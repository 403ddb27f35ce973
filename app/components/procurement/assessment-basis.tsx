import type { Assessment } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";
import { KeyValue } from "../key-value";
import { Panel } from "../panel";
import { ZoneClass } from "./snapshot-panel";

type AssessmentBasisProps = {
  zone: { zoneClass: string; modelName: string; revisionNumber: number; publishedAt: string };
  product: { declarationVersion: number; signedAt: string };
  assessment: Pick<Assessment, "asOf" | "fingerprint" | "catalogueVersion" | "ruleSetVersion">;
};

/** Everything that went in, so that the same verdict can be worked out again. */
export function AssessmentBasis({ zone, product, assessment }: AssessmentBasisProps) {
  const { t } = useTranslation("assessment");
  return (
    <Panel title={t("basis.title")}>
      <KeyValue
        columns={3}
        entries={[
          { term: t("basis.zone"), value: <ZoneClass name={zone.zoneClass} /> },
          {
            term: t("basis.revision"),
            value: (
              <>
                {t("basis.revisionValue", { number: zone.revisionNumber, model: zone.modelName })} ·{" "}
                <DateText value={zone.publishedAt} />
              </>
            ),
          },
          {
            term: t("basis.declaration"),
            value: (
              <>
                {t("basis.declarationValue", { version: product.declarationVersion })} ·{" "}
                <DateText value={product.signedAt} />
              </>
            ),
          },
          { term: t("basis.asOf"), value: <DateText value={assessment.asOf} /> },
          { term: t("basis.catalogue"), value: assessment.catalogueVersion },
          { term: t("basis.rules"), value: assessment.ruleSetVersion },
          {
            term: t("basis.fingerprint"),
            value: <code className="break-all">{assessment.fingerprint}</code>,
          },
        ]}
      />
    </Panel>
  );
}
