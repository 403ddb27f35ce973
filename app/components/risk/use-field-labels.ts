import { CONSEQUENCE_CATEGORIES, type RiskAssessment } from "~/domain/risk/risk-assessment";
import { useTranslation } from "~/i18n/use-translation";
import type { OfferedChoice } from "./risk-parts";

/** What the fields of the steps are called in lists of errors and differences. */
export function useFieldLabels(
  { threats }: RiskAssessment,
  offered: ReadonlyArray<OfferedChoice>,
): Readonly<Record<string, string>> {
  const { t } = useTranslation("risk");
  const names = new Map([
    ...offered.map(({ id, name }): [string, string] => [id, name]),
    ...threats.map(({ id, name }): [string, string] => [id, name]),
  ]);
  return Object.fromEntries([
    ...CONSEQUENCE_CATEGORIES.map((category) => [`consequence.${category}`, t(`category.${category}`)]),
    ["consequenceReason", t("consequence.reason")],
    ["vulnerabilities", t("consequence.vulnerabilities")],
    ["tolerableRisk", t("consequence.tolerable")],
    ["offered", t("threats.offered")],
    ["new.name", t("threats.newName")],
    ["new.fr", t("threats.fr")],
    ...[...names].flatMap(([id, name]) => [
      [`own.${id}.name`, t("threats.nameOf", { name })],
      [`own.${id}.fr`, t("threats.frOf", { name })],
      [`rating.${id}.likelihood`, t("likelihood.of", { name })],
      [`rating.${id}.consequence`, t("likelihood.consequenceOf", { name })],
      [`rating.${id}.reason`, t("likelihood.reasonOf", { name })],
      [`rating.${id}.residual`, t("residual.of", { name })],
      [`rating.${id}.residualConsequence`, t("residual.consequenceOf", { name })],
      [`rating.${id}.residualReason`, t("residual.reasonOf", { name })],
    ]),
  ]);
}
