import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import type { AcceptanceStanding, TargetOrigin } from "~/domain/risk/target-record";
import { useTranslation } from "~/i18n/use-translation";

/** How a target came about, whether an assessment is under way, and who stands by it. */
export type StandingParts = {
  origin: TargetOrigin;
  isBegun: boolean;
  acceptance: AcceptanceStanding;
  acceptedBy: string | null;
  acceptedAt: string | null;
};

export function TargetStanding({ origin, isBegun, acceptance, acceptedBy, acceptedAt }: StandingParts) {
  const { t } = useTranslation("risk");
  const hasTarget = origin !== "none" && origin !== "derived";
  return (
    <span className="risk-standing">
      <span>{t(`origin.${origin}`)}</span>
      {isBegun ? <Badge icon="edit">{t("origin.begun")}</Badge> : null}
      {acceptance === "accepted" ? (
        <Badge tone="success" icon="check">
          {t("origin.accepted", { name: acceptedBy ?? "" })}
        </Badge>
      ) : null}
      {acceptance === "changed" ? (
        <Badge tone="warning" icon="warning">
          {t("origin.changed", { name: acceptedBy ?? "" })}
        </Badge>
      ) : null}
      {acceptance !== "none" && acceptedAt ? (
        <span className="text-muted">
          <DateText value={acceptedAt} />
        </span>
      ) : null}
      {acceptance === "none" && hasTarget ? (
        <span className="text-muted">{t("origin.notAccepted")}</span>
      ) : null}
    </span>
  );
}
