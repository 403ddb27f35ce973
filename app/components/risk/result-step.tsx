import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { DerivedVector } from "./derived-vector";
import { RiskMatrixTable } from "./risk-matrix-table";
import type { RiskPageParts } from "./risk-parts";
import { ThreatTable } from "./threat-table";
import { useRiskPath } from "./use-risk-path";

/** The matrix with the threats in it, and the vector that follows with each requirement's reason (ZCR 5.5 to 5.7). */
export function ResultStep({ page }: { page: RiskPageParts }) {
  const { matrix, assessment, derived, residual } = page;
  return (
    <div className="grid grid-cols-1 gap-4">
      <OpenRatings page={page} />
      <Unmitigated page={page} />
      <div className="risk-beside">
        <RiskMatrixTable matrix={matrix} assessment={assessment} derived={derived} />
        <ThreatTable assessment={assessment} residual={residual} />
      </div>
      <DerivedVector page={page} />
    </div>
  );
}

/** The risk without countermeasures against what is tolerable (ZCR 4.1, 5.7). */
export function Unmitigated({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const { threats, tolerableRisk: tolerable } = page.derived;
  const [worst] = threats;
  if (!worst) return null;
  const above = threats.filter(({ risk }) => risk > tolerable).length;
  return (
    <p>
      {above === 0
        ? t("table.allTolerable", { worst: worst.risk, tolerable })
        : t("table.unmitigated", { count: above, all: threats.length, worst: worst.risk, tolerable })}
    </p>
  );
}

/** What is not rated yet; nothing follows before that. */
export function OpenRatings({ page }: { page: RiskPageParts }) {
  const { t } = useTranslation("risk");
  const pathOf = useRiskPath(page);
  const { open, mayEdit } = page;
  if (open.length === 0) return null;
  return (
    <Callout tone="warning" title={t("open.title", { count: open.length })}>
      <p>{t("open.text")}</p>
      <ul className="rule-defaults">
        {open.map((one) => {
          const step = one.kind === "no-threats" ? "threats" : one.kind;
          const words =
            one.kind === "consequence"
              ? t(`category.${one.category}`)
              : one.kind === "likelihood"
                ? t("likelihood.of", { name: one.name })
                : t("open.no-threats");
          return <li key={words}>{mayEdit ? <Link to={pathOf(step)}>{words}</Link> : words}</li>;
        })}
      </ul>
    </Callout>
  );
}
