import type { AssessmentDifference, Change } from "~/domain/assessment/needs-review";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";
import { DifferenceView } from "./difference-view";

type DecisionRefusalProps = {
  refusal:
    | { code: "assessment-changed"; revisionNumber: Change<number>; difference: AssessmentDifference | null }
    | { code: "newer-declaration"; declarationId: string; declarationVersion: number };
  ids: { modelId: string; zoneId: string };
};

/** Why a decision on what is no longer so was not taken. The page around it already shows what holds now. */
export function DecisionRefusal({ refusal, ids }: DecisionRefusalProps) {
  const { t } = useTranslation("decision");
  if (refusal.code === "newer-declaration")
    return (
      <Callout
        tone="danger"
        live
        title={t("refusal.newer-declaration")}
        action={
          <ButtonLink to={paths.assessment(ids.modelId, ids.zoneId, refusal.declarationId)}>
            {t("openVersion", { version: refusal.declarationVersion })}
          </ButtonLink>
        }
      >
        {t("refusal.newer-declarationText")}
      </Callout>
    );
  const { before, after } = refusal.revisionNumber;
  return (
    <Callout tone="danger" live title={t("refusal.assessment-changed")}>
      <p>{t("refusal.assessment-changedText")}</p>
      {before === after ? null : <p>{t("refusal.revisions", { before, after })}</p>}
      {refusal.difference ? (
        <DifferenceView difference={refusal.difference} />
      ) : (
        <p>{t("refusal.unknownDifference")}</p>
      )}
    </Callout>
  );
}
