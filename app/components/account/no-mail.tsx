import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";

/** Said where a letter would go out: nobody should wait for one. */
export function NoMail() {
  const { t } = useTranslation("mail");
  return (
    <Callout tone="info" title={t("noMail.title")}>
      {t("noMail.text")}
    </Callout>
  );
}
