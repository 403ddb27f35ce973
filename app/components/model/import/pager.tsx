import { Button } from "~/components/button";
import { formatNumber } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";

export const PAGE_ROWS = 50;

type PagerProps = { count: number; page: number; setPage: (page: number) => void };

/** Leads through a long table that is in the browser already. */
export function Pager({ count, page, setPage }: PagerProps) {
  const { t } = useTranslation("transfer");
  const language = useLanguage();
  if (count <= PAGE_ROWS) return null;
  const last = Math.ceil(count / PAGE_ROWS) - 1;
  const number = (value: number) => formatNumber(value, language);
  const from = number(page * PAGE_ROWS + 1);
  const to = number(Math.min(count, (page + 1) * PAGE_ROWS));
  return (
    <div className="actions">
      <Button size="small" icon="arrow-left" iconOnly disabled={page === 0} onClick={() => setPage(page - 1)}>
        {t("preview.previous")}
      </Button>
      <span aria-live="polite">{t("preview.page", { from, to, count: number(count) })}</span>
      <Button
        size="small"
        icon="arrow-right"
        iconOnly
        disabled={page >= last}
        onClick={() => setPage(page + 1)}
      >
        {t("preview.following")}
      </Button>
    </div>
  );
}
