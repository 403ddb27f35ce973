import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { useTableLink } from "./use-table-link";

/** A page of a list: its number counted from 1, and how many entries stand on all pages. */
export type Paging = { page: number; pages: number; size: number; count: number };

type TablePagerProps = { modelId: string; list: string; label: string; place: string; paging: Paging };

/** The way through a list of several pages; nothing where one holds it all. */
export function TablePager({ modelId, list, label, place, paging }: TablePagerProps) {
  const { t } = useTranslation("table");
  const linkTo = useTableLink(modelId);
  const { page, pages, size, count } = paging;
  if (pages <= 1) return null;
  const to = (wanted: number) => linkTo({ [`${list}Page`]: wanted === 1 ? null : wanted }, place);
  const step = (wanted: number, name: string, rel?: string) =>
    wanted >= 1 && wanted <= pages && wanted !== page ? (
      <Link className="button button-regular button-small" to={to(wanted)} rel={rel} preventScrollReset>
        {name}
      </Link>
    ) : null;
  return (
    <nav aria-label={t("pages.label", { list: label })} className="pager">
      {step(1, t("pages.first"))}
      {step(page - 1, t("pages.previous"), "prev")}
      <span>
        {t("pages.here", {
          from: (page - 1) * size + 1,
          to: Math.min(count, page * size),
          count,
        })}
      </span>
      {step(page + 1, t("pages.next"), "next")}
      {step(pages, t("pages.last"))}
    </nav>
  );
}
