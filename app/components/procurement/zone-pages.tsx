import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "~/i18n/use-translation";
import { ButtonLink } from "../button-link";

type ZonePagesProps = { page: number; pages: number; size: number; count: number };

/** The ways through more zones than stand side by side; the products stay. Nothing where all of them do. */
export function ZonePages({ page, pages, size, count }: ZonePagesProps) {
  const { t } = useTranslation("assessment");
  const [search] = useSearchParams();
  if (pages === 1) return null;
  const to = (wanted: number) => {
    const next = new URLSearchParams(search);
    next.set("zones", String(wanted));
    return `?${next}`;
  };
  return (
    <nav aria-label={t("matrix.zonePages")} className="flex flex-wrap items-center gap-3">
      {page > 1 ? <ButtonLink to={to(page - 1)}>{t("matrix.previousZones")}</ButtonLink> : null}
      <span>
        {t("matrix.zonesShown", {
          first: (page - 1) * size + 1,
          last: Math.min(page * size, count),
          count,
        })}
      </span>
      {page < pages ? <ButtonLink to={to(page + 1)}>{t("matrix.nextZones")}</ButtonLink> : null}
    </nav>
  );
}
