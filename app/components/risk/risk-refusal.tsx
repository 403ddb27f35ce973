import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";
import type { RiskOutcome } from "./risk-outcome";

/** Why nothing was saved, where it is not the fault of a field. */
export function RiskRefusal({ refusal }: Pick<RiskOutcome, "refusal">) {
  const { t } = useTranslation("risk");
  // Errors of fields stand in their form; a dispute shows both versions there.
  if (refusal.code === "invalid-input" || refusal.code === "part-changed") return null;
  return (
    <Callout tone="warning" title={t("refusal.title")} live>
      {t(`refusal.${refusal.code}`)}
    </Callout>
  );
}
