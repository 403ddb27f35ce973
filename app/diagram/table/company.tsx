import { useLocation } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { Link } from "~/components/link";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { WhoIsHere } from "../presence/who-is-here";

/** Who else has the model open and where they are, and that somebody has saved since this page was read. */
export function Company({ savedBy }: { savedBy: ReadonlyArray<string> | null }) {
  const { t } = useTranslation("table");
  const language = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <div className="table-company">
      <WhoIsHere nameOf={(_element, name) => name ?? null} />
      {savedBy ? (
        <Callout
          tone="info"
          live
          title={
            savedBy.length > 0
              ? t("company.savedBy", { names: formatList(savedBy, language) })
              : t("company.saved")
          }
          action={
            <Link to={`${pathname}${search}`} reloadDocument className="button button-regular">
              {t("company.show")}
            </Link>
          }
        >
          {t("company.text")}
        </Callout>
      ) : null}
    </div>
  );
}
