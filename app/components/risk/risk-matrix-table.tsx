import { type DerivedTarget, levelOfRisk } from "~/domain/risk/derive-target";
import type { RiskAssessment } from "~/domain/risk/risk-assessment";
import { type RiskCell, type RiskMatrix, riskOf } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";
import { MatrixGrid } from "./matrix-grid";

type RiskMatrixTableProps = {
  matrix: RiskMatrix;
  assessment?: RiskAssessment;
  derived?: DerivedTarget;
};

/** The hospital's matrix, each cell with the level it asks for; threats stand in it as numbers, as they are listed. */
export function RiskMatrixTable({ matrix, assessment, derived }: RiskMatrixTableProps) {
  const { t } = useTranslation("risk");
  const tolerableRisk = derived?.tolerableRisk ?? matrix.tolerableRisk;
  const numberOf = new Map(assessment?.threats.map(({ id }, place) => [id, place + 1]));
  const inCell = ({ consequence, likelihood }: RiskCell) =>
    (derived?.threats ?? []).filter(
      (one) => one.consequence === consequence && one.likelihood === likelihood,
    );
  const caption = (
    <>
      {t("matrix.caption")}{" "}
      <span className="text-muted">{t("matrix.tolerable", { risk: tolerableRisk })}</span>
    </>
  );
  return (
    <MatrixGrid matrix={matrix} caption={caption}>
      {(cell) => {
        const risk = riskOf(matrix, cell.consequence, cell.likelihood);
        const level = levelOfRisk(risk, tolerableRisk);
        const threats = inCell(cell);
        return (
          <td className={`risk-cell risk-cell-${level}`}>
            <span className="risk-value">{risk}</span>
            <span className="risk-level">
              {risk <= tolerableRisk ? t("matrix.tolerated") : t("matrix.level", { level })}
            </span>
            {threats.length > 0 ? (
              <ul className="risk-dots" aria-label={t("matrix.threats")}>
                {threats.map(({ threat }) => (
                  <li key={threat.id} className="risk-dot" title={threat.name}>
                    {numberOf.get(threat.id)}
                    <span className="sr-only"> {threat.name}</span>
                  </li>
                ))}
              </ul>
            ) : null}
          </td>
        );
      }}
    </MatrixGrid>
  );
}
