import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "./link";

type NumberedPagesProps = {
  /** As `pageOf` tells it. */
  paging: { page: number; pages: number; size: number; count: number };
  /** What the address of another page leaves out. */
  without?: ReadonlyArray<string>;
};

/** The way through the pages of a list; nothing where one holds all. */
export function NumberedPages({ paging: { page, pages, size, count }, without = [] }: NumberedPagesProps) {
  const { t } = useTranslation("components");
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const step = (wanted: number, name: string, rel: string) => {
    if (wanted < 1 || wanted > pages) return null;
    const next = new URLSearchParams(search);
    for (const param of without) next.delete(param);
    next.set("page", String(wanted));
    return (
      <Link className="button button-regular button-small" to={`?${next}`} rel={rel}>
        {name}
      </Link>
    );
  };
  return (
    <nav aria-label={t("pages.label")} className="pager">
      {step(page - 1, t("pages.previous"), "prev")}
      <span>
        {t("pages.range", { from: (page - 1) * size + 1, to: Math.min(count, page * size), count })}
      </span>
      {step(page + 1, t("pages.next"), "next")}
    </nav>
  );
}
