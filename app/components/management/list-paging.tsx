import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";

type ListPagingProps = { paging: { page: number; pages: number } };

/** The way through the pages of a list; nothing where one holds all. */
export function ListPaging({ paging: { page, pages } }: ListPagingProps) {
  const { t } = useTranslation("management");
  const [search] = useSearchParams();
  if (pages <= 1) return null;
  const step = (wanted: number, name: string, rel: string) => {
    if (wanted < 1 || wanted > pages) return null;
    const next = new URLSearchParams(search);
    next.set("page", String(wanted));
    return (
      <Link className="button button-regular button-small" to={`?${next}`} rel={rel}>
        {name}
      </Link>
    );
  };
  return (
    <nav aria-label={t("pages.label")} className="pager">
      {step(page - 1, t("pages.earlier"), "prev")}
      <span>{t("pages.of", { page, pages })}</span>
      {step(page + 1, t("pages.further"), "next")}
    </nav>
  );
}
