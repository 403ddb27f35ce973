import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";
import { DateText } from "../date-text";

/** That the supplier has taken a declaration out of use, and why. */
export function WithdrawalNote({ withdrawal }: { withdrawal: { at: string; reason: string } | null }) {
  const { t } = useTranslation("decision");
  if (!withdrawal) return null;
  return (
    <Callout tone="warning" title={t("withdrawn.title")}>
      <p className="comment-text">{withdrawal.reason}</p>
      <p className="text-muted text-sm">
        <DateText value={withdrawal.at} time />
      </p>
      <p>{t("withdrawn.text")}</p>
    </Callout>
  );
}
