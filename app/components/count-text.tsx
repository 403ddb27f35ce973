import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

/** A count, or “more than N” beyond the bound up to which was counted. */
export function CountText({ count, bound }: { count: number; bound?: number }) {
  const { t } = useTranslation("components");
  const language = useLanguage();
  if (bound === undefined || count <= bound) return <>{formatNumber(count, language)}</>;
  return <>{t("count.moreThan", { bound: formatNumber(bound, language) })}</>;
}
