import { Disclosure } from "~/components/disclosure";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";

/** What the ratings of likelihood mean in this hospital. */
export function MatrixLegend({ matrix }: { matrix: RiskMatrix }) {
  const { t } = useTranslation("risk");
  return (
    <Disclosure summary={t("likelihood.words")}>
      <dl className="key-value">
        {matrix.likelihood.map(({ name, description }, place) => (
          <div key={name}>
            <dt>{t("rating", { rating: place + 1, name })}</dt>
            <dd>{description}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
