import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { ButtonLink } from "./button-link";

/** The ways through a list that is longer than a page: back to its beginning, and on. Nothing where it is not. */
export function OlderPages({ older }: { older: string | null }) {
  const { t } = useTranslation("components");
  const [search] = useSearchParams();
  const isFirst = !search.has("before");
  if (isFirst && older === null) return null;
  const to = (before: string | null) => {
    const next = new URLSearchParams(search);
    next.delete("before");
    if (before !== null) next.set("before", before);
    return `?${next}`;
  };
  return (
    <div className="flex flex-wrap gap-2">
      {isFirst ? null : <ButtonLink to={to(null)}>{t("older.newest")}</ButtonLink>}
      {older === null ? null : <ButtonLink to={to(older)}>{t("older.older")}</ButtonLink>}
    </div>
  );
}
