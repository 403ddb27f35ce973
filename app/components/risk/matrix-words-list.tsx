import { KeyValue } from "~/components/key-value";
import { Panel } from "~/components/panel";
import { CONSEQUENCE_CATEGORIES, RATINGS } from "~/domain/risk/risk-assessment";
import type { RiskMatrix } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";

/** The words of the ratings, for whoever reads them only. */
export function MatrixWordsList({ matrix }: { matrix: RiskMatrix }) {
  const { t } = useTranslation("risk");
  const entryOf = (rating: number, name: string | undefined, value: string | undefined) => ({
    term: t("rating", { rating, name: name ?? "" }),
    value: value ?? "",
  });
  return (
    <>
      <Panel title={t("settings.likelihood")}>
        <KeyValue
          entries={RATINGS.map((rating) => {
            const words = matrix.likelihood[rating - 1];
            return entryOf(rating, words?.name, words?.description);
          })}
        />
      </Panel>
      {CONSEQUENCE_CATEGORIES.map((category) => (
        <Panel key={category} title={t(`category.${category}`)}>
          <KeyValue
            entries={RATINGS.map((rating) => {
              const words = matrix.consequence[rating - 1];
              return entryOf(rating, words?.name, words?.[category]);
            })}
          />
        </Panel>
      ))}
    </>
  );
}
