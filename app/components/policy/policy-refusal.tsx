import { Callout } from "~/components/callout";
import { DateText } from "~/components/date-text";
import { useTranslation } from "~/i18n/use-translation";
import type { PolicyOutcome } from "./policy-outcome";

/** Why nothing was saved, where it is not the fault of a field. */
export function PolicyRefusal({ refusal }: Pick<PolicyOutcome, "refusal">) {
  const { t } = useTranslation("policy");
  if (refusal.code === "invalid-input") return null;
  if (refusal.code !== "stale-policy")
    return (
      <Callout tone="warning" title={t("result.notSaved")} live>
        {t(`result.${refusal.code}`)}
      </Callout>
    );
  const { current, conflicts } = refusal;
  return (
    <Callout tone="warning" title={t("result.stale", { version: current.version })} live>
      <p>{t("result.staleText")}</p>
      <p>
        {t("result.staleBy", { name: current.personName })} <DateText value={current.at} time />.{" "}
        {current.reason}
      </p>
      <p>
        {conflicts.length > 0 ? t("result.conflicts", { count: conflicts.length }) : t("result.noConflicts")}
      </p>
    </Callout>
  );
}
