import { Link } from "~/components/link";
import { TargetStanding } from "~/components/risk/target-standing";
import { isRated } from "~/domain/risk/open-ratings";
import {
  acceptanceStanding,
  type TargetedElement,
  type TargetRecord,
  targetOrigin,
} from "~/domain/risk/target-record";
import {
  FOUNDATIONAL_REQUIREMENTS,
  isSameVector,
  type SlVector,
} from "~/domain/security-level/security-level";
import { elementKey } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { TargetChoices } from "../choices";

type TargetOriginProps = {
  modelId: string;
  element: TargetedElement;
  record: TargetRecord;
  suggested: SlVector | null;
  targets: TargetChoices;
};

/** How the target came about, who accepted it, and the way to the guided assessment. */
export function TargetOriginLine({ modelId, element, record, suggested, targets }: TargetOriginProps) {
  const { t } = useTranslation("risk");
  const { riskAssessment } = record;
  const latest = targets.accepted.find(({ key }) => key === elementKey(element));
  const scale = targets.scales.find(({ version }) => version === riskAssessment?.matrixVersion) ?? null;
  return (
    <>
      <p>
        <TargetStanding
          origin={targetOrigin(record, { kind: element.kind, matrix: scale, suggested })}
          isBegun={riskAssessment !== null && !isRated(riskAssessment)}
          acceptance={acceptanceStanding(record, latest)}
          acceptedBy={latest?.by ?? null}
          acceptedAt={latest?.at ?? null}
        />
      </p>
      <p>
        <Link to={paths.elementRisk(modelId, element)}>
          {t(riskAssessment ? "panel.open" : "panel.assess")}
        </Link>
      </p>
    </>
  );
}

/** What a suggestion would change, requirement by requirement. */
export function TargetDifference({ today, suggested }: { today: SlVector | null; suggested: SlVector }) {
  const { t } = useTranslation("risk");
  if (!today) return null;
  if (isSameVector(today, suggested)) return <p className="field-hint">{t("panel.same")}</p>;
  const changed = FOUNDATIONAL_REQUIREMENTS.filter((fr) => today[fr] !== suggested[fr]);
  return (
    <ul className="risk-difference" aria-label={t("panel.compare")}>
      {changed.map((fr) => (
        <li key={fr}>{t("panel.raises", { fr, before: today[fr], after: suggested[fr] })}</li>
      ))}
    </ul>
  );
}
