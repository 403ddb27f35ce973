import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";

/** The last day on which something counts. */
export function LastDay({ value }: { value: string | null }) {
  const { t } = useTranslation("countermeasure");
  return value === null ? <span className="text-muted">{t("withoutEnd")}</span> : <DateText value={value} />;
}
