import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { NavTabs } from "../nav-tabs";

/** What belongs to asking: one request each, and the calls that hold several. */
export function RequestTabs() {
  const { t } = useTranslation("request");
  return (
    <NavTabs
      label={t("tabs.label")}
      tabs={[
        { to: paths.requests(), label: t("tabs.requests"), end: true },
        { to: paths.tenders(), label: t("tabs.tenders"), end: true },
        { to: paths.requestTemplates(), label: t("tabs.templates"), end: true },
      ]}
    />
  );
}
