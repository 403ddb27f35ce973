import { untouchedRequirements } from "~/domain/risk/derive-target";
import { CONSEQUENCE_CATEGORIES } from "~/domain/risk/risk-assessment";
import { FOUNDATIONAL_REQUIREMENTS, toNotation } from "~/domain/security-level/security-level";
import { useTranslation } from "~/i18n/use-translation";
import type { RiskPageParts } from "./risk-parts";

/** As long as the field that it is written into may be. */
const LONGEST = 4_000;

/** Why the target is what it is, in sentences that a person can go on from. */
export function useRationale(page: RiskPageParts): string {
  const { t } = useTranslation("risk");
  const { assessment, matrix, matrixVersion, derived, residual } = page;
  const consequences = CONSEQUENCE_CATEGORIES.flatMap((category) => {
    const rating = assessment.consequence[category];
    if (rating === null) return [];
    const words = matrix.consequence[rating - 1]?.name ?? "";
    return [t("rationale.consequence", { category: t(`category.${category}`), rating, words })];
  });
  const levels = FOUNDATIONAL_REQUIREMENTS.flatMap((fr) => {
    const { level, drivers } = derived.levels[fr];
    const [first, ...others] = drivers;
    if (!first || level === 0) return [];
    return [
      t("rationale.level", {
        fr,
        level,
        name: first.threat.name,
        more: others.length > 0 ? t("rationale.more", { count: others.length }) : "",
        risk: first.risk,
        tolerable: derived.tolerableRisk,
      }),
    ];
  });
  const untouched = untouchedRequirements(derived);
  const zero = FOUNDATIONAL_REQUIREMENTS.filter(
    (fr) => derived.levels[fr].level === 0 && !untouched.includes(fr),
  );
  const lines = [
    t("rationale.head", { vector: toNotation(derived.vector), version: matrixVersion }),
    t("rationale.consequences", { list: consequences.join("; ") }),
    assessment.consequenceReason,
    ...levels,
    zero.length > 0 ? t("rationale.zero", { frs: zero.join(", ") }) : "",
    untouched.length > 0 ? t("rationale.untouched", { frs: untouched.join(", ") }) : "",
    residual.worst === null
      ? t("rationale.residualOpen")
      : t("rationale.residual", { worst: residual.worst, tolerable: residual.tolerableRisk }),
  ];
  return lines
    .filter((line) => line !== "")
    .join("\n")
    .slice(0, LONGEST);
}
