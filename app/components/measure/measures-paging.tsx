import { Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";

type MeasuresPagingProps = { paging: { page: number; pages: number; size: number; count: number } };

/** The way through the pages; nothing where one holds all. */
export function MeasuresPaging({ paging: { page, pages, size, count } }: MeasuresPagingProps) {
  const { t } = useTranslation("measure");
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const step = (wanted: number, name: string, rel: string) => {
    if (wanted < 1 || wanted > pages) return null;
    const next = new URLSearchParams(search);
    next.delete("saved");
    next.set("page", String(wanted));
    return (
      <Link className="button button-regular button-small" to={`?${next}`} rel={rel}>
        {name}
      </Link>
    );
  };
  return (
    <nav aria-label={t("list.paging")} className="pager">
      {step(page - 1, t("list.previous"), "prev")}
      <span>{t("list.page", { from: (page - 1) * size + 1, to: Math.min(count, page * size), count })}</span>
      {step(page + 1, t("list.next"), "next")}
    </nav>
  );
}
