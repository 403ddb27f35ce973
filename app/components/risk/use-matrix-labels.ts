import { CONSEQUENCE_CATEGORIES, RATINGS } from "~/domain/risk/risk-assessment";
import { CELLS } from "~/domain/risk/risk-matrix";
import { useTranslation } from "~/i18n/use-translation";

/** What the entries of a matrix are called, by their path. */
export function useMatrixLabels(): Readonly<Record<string, string>> {
  const { t } = useTranslation("risk");
  return Object.fromEntries([
    ...CELLS.map(({ consequence, likelihood }) => [
      `risk.${consequence - 1}.${likelihood - 1}`,
      t("settings.cell", { consequence, likelihood }),
    ]),
    ...RATINGS.flatMap((rating) => [
      [`likelihood.${rating - 1}.name`, t("settings.likelihoodNameOf", { rating })],
      [`likelihood.${rating - 1}.description`, t("settings.meaningOf", { rating })],
      [`consequence.${rating - 1}.name`, t("settings.nameOf", { rating })],
      ...CONSEQUENCE_CATEGORIES.map((category) => [
        `consequence.${rating - 1}.${category}`,
        t("settings.textOf", { category: t(`category.${category}`), rating }),
      ]),
    ]),
    ["tolerableRisk", t("settings.tolerable")],
    ["reason", t("settings.reason")],
  ]);
}
