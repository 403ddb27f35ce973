import { Badge } from "~/components/badge";
import { DateText } from "~/components/date-text";
import type { Evidence } from "~/domain/declaration/evidence";
import type { EvidenceValidity } from "~/domain/declaration/evidence-validity";
import { useTranslation } from "~/i18n/use-translation";

const TONES = { expired: "danger", "expires-soon": "warning", "not-yet-valid": "warning" } as const;

/** Until when a piece counts, with a warning where it does not count or will not for long. */
export function Validity({
  validUntil,
  validity,
}: Pick<Evidence, "validUntil"> & { validity: EvidenceValidity }) {
  const { t } = useTranslation("files");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {validUntil === null ? (
        <span className="text-muted">{t("declaration:evidence.noEnd")}</span>
      ) : (
        <DateText value={validUntil} />
      )}
      {"days" in validity ? (
        <Badge tone={TONES[validity.state]}>
          {t(`validity.${validity.state}`, { count: validity.days })}
        </Badge>
      ) : null}
    </span>
  );
}
