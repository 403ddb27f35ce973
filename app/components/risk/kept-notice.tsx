import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";

/** Says that what stands in the fields was brought back from the browser. `savesItself`: nobody has to send it. */
export function KeptNotice({ savesItself = false }: { savesItself?: boolean }) {
  const { t } = useTranslation("risk");
  return (
    <Callout tone="info" live title={t("kept.title")}>
      {t(savesItself ? "kept.text" : "kept.textOfForm")}
    </Callout>
  );
}
