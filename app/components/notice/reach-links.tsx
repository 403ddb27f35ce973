import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";

/** The same on the drawing and, for whoever cannot see one, in the tables of the model. */
export function ReachLinks({ noticeId, modelId }: { noticeId: string; modelId: string }) {
  const { t } = useTranslation("notice");
  const query = { overlay: "notice", notice: noticeId };
  return (
    <>
      <ButtonLink to={paths.model(modelId, query)} icon="map">
        {t("received.showOnDiagram")}
      </ButtonLink>
      <ButtonLink to={paths.modelTable(modelId, query)} variant="quiet">
        {t("received.showInTables")}
      </ButtonLink>
    </>
  );
}
