import { DateText } from "~/components/date-text";
import { useTranslation } from "~/i18n/use-translation";
import type { Withdrawal } from "./risk-parts";

/** That somebody took back their acceptance, when and why. */
export function Withdrawn({ withdrawal }: { withdrawal: Withdrawal }) {
  const { t } = useTranslation("risk");
  return (
    <p className="whitespace-pre-line">
      {t("acceptance.withdrawn")} <DateText value={withdrawal.at} time />.{" "}
      {t("acceptance.withdrawnWhy", { reason: withdrawal.reason })}
    </p>
  );
}
