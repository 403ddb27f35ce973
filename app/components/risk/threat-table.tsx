import { DataTable } from "~/components/data-table";
import { VerifyMark } from "~/components/verify-mark";
import { LEVEL_FORMULA } from "~/domain/risk/derive-target";
import type { ResidualRisk, ResidualThreat } from "~/domain/risk/residual-risk";
import type { RiskAssessment } from "~/domain/risk/risk-assessment";
import { useTranslation } from "~/i18n/use-translation";

type ThreatTableProps = {
  assessment: RiskAssessment;
  residual: ResidualRisk;
  /** With what countermeasures leave of each risk. */
  withResidual?: boolean;
};

/** Every rated threat with its risk, how many times that is what is tolerable, and the level it asks for. */
export function ThreatTable({ assessment, residual, withResidual = false }: ThreatTableProps) {
  const { t } = useTranslation("risk");
  const numberOf = new Map(assessment.threats.map(({ id }, place) => [id, place + 1]));
  const columns = [
    {
      id: "number",
      header: t("table.number"),
      cell: ({ threat }: ResidualThreat) => numberOf.get(threat.id),
    },
    {
      id: "threat",
      header: t("table.threat"),
      rowHeader: true,
      wrap: true,
      cell: ({ threat }: ResidualThreat) => (
        <>
          {threat.name}
          {threat.reason ? <span className="field-hint">{threat.reason}</span> : null}
        </>
      ),
    },
    {
      id: "rated",
      header: t("table.rated"),
      cell: ({ consequence, likelihood }: ResidualThreat) => t("table.product", { consequence, likelihood }),
    },
    { id: "risk", header: t("table.risk"), align: "end" as const, cell: ({ risk }: ResidualThreat) => risk },
    {
      id: "factor",
      header: t("table.factor"),
      align: "end" as const,
      cell: ({ reductionFactor }: ResidualThreat) => reductionFactor.toFixed(2),
    },
    {
      id: "level",
      header: t("table.level"),
      align: "end" as const,
      cell: ({ level }: ResidualThreat) => level,
    },
  ];
  const rest = {
    id: "residual",
    header: t("table.residual"),
    wrap: true,
    cell: ({ threat, residualRisk, isTolerable }: ResidualThreat) => (
      <>
        {residualRisk === null && isTolerable
          ? t("residual.standing.fromTheStart")
          : t(`residual.standing.${isTolerable === null ? "open" : isTolerable ? "tolerable" : "above"}`, {
              risk: residualRisk ?? "–",
            })}
        {threat.residualReason ? <span className="field-hint">{threat.residualReason}</span> : null}
      </>
    ),
  };
  return (
    <div className="table-whole min-w-0">
      <DataTable
        caption={t("table.caption")}
        captionHidden
        rows={residual.threats}
        rowKey={({ threat }) => threat.id}
        columns={withResidual ? [...columns, rest] : columns}
        footer={
          <>
            {t("table.formula", { tolerable: residual.tolerableRisk })}{" "}
            <VerifyMark confidence={LEVEL_FORMULA.confidence} note={t("table.formulaNote")} />
          </>
        }
      />
    </div>
  );
}
