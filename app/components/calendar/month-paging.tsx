import { useSearchParams } from "@remix-run/react";
import { formatMonth } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { ButtonLink } from "../button-link";

type MonthPagingProps = { month: string; previous: string; next: string; isCurrent: boolean };

/** To the months around; filters stay. */
export function MonthPaging({ month, previous, next, isCurrent }: MonthPagingProps) {
  const { t } = useTranslation("calendar");
  const language = useLanguage();
  const [search] = useSearchParams();
  const to = (wanted: string | null) => {
    const changed = new URLSearchParams(search);
    changed.delete("month");
    changed.delete("page");
    if (wanted !== null) changed.set("month", wanted);
    return `?${changed}`;
  };
  return (
    <nav aria-label={t("month.label")} className="actions">
      <ButtonLink
        to={to(previous)}
        size="small"
        aria-label={`${t("month.previous")}: ${formatMonth(previous, language)}`}
      >
        {formatMonth(previous, language)}
      </ButtonLink>
      {isCurrent ? null : (
        <ButtonLink to={to(null)} size="small">
          {t("month.current")}
        </ButtonLink>
      )}
      {next === month ? null : (
        <ButtonLink
          to={to(next)}
          size="small"
          aria-label={`${t("month.next")}: ${formatMonth(next, language)}`}
        >
          {formatMonth(next, language)}
        </ButtonLink>
      )}
    </nav>
  );
}
