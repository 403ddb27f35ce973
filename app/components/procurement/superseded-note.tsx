import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";

/** Of a decision that a later one has taken the place of; `standingId` is the one that stands, where there is one. */
export function SupersededNote({ standingId }: { standingId: string | undefined }) {
  const { t } = useTranslation("decision");
  return (
    <Callout
      tone="info"
      title={t("page.superseded")}
      action={
        standingId ? <ButtonLink to={paths.decision(standingId)}>{t("page.toCurrent")}</ButtonLink> : null
      }
    >
      {t("page.supersededText")}
    </Callout>
  );
}
