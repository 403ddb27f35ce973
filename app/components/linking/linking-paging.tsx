import { useTranslation } from "~/i18n/use-translation";
import { Link } from "../link";
import { useLinkingLink } from "./use-linking-link";

type LinkingPagingProps = { paging: { page: number; pages: number; size: number; count: number } };

/** The way through the pages; nothing where one holds all. */
export function LinkingPaging({ paging: { page, pages, size, count } }: LinkingPagingProps) {
  const { t } = useTranslation("linking");
  const linkTo = useLinkingLink();
  if (pages <= 1) return null;
  const step = (wanted: number, name: string, rel: string) =>
    wanted < 1 || wanted > pages ? null : (
      <Link
        className="button button-regular button-small"
        to={linkTo({ page: wanted, tick: null, choose: null, product: null })}
        rel={rel}
      >
        {name}
      </Link>
    );
  return (
    <nav aria-label={t("paging")} className="flex flex-wrap items-center gap-3 print:hidden">
      {step(page - 1, t("previous"), "prev")}
      <span>{t("page", { from: (page - 1) * size + 1, to: Math.min(count, page * size), count })}</span>
      {step(page + 1, t("next"), "next")}
    </nav>
  );
}
