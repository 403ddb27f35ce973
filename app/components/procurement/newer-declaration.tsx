import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";

type NewerDeclarationProps = {
  ids: { modelId: string; zoneId: string };
  newer: { id: string; version: number } | null;
};

/** Says that a later version is to be judged, where there is one. */
export function NewerDeclaration({ ids, newer }: NewerDeclarationProps) {
  const { t } = useTranslation("assessment");
  if (!newer) return null;
  const { id, version } = newer;
  return (
    <Callout
      tone="warning"
      title={t("newer")}
      action={
        <ButtonLink to={paths.assessment(ids.modelId, ids.zoneId, id)}>
          {t("decision:openVersion", { version })}
        </ButtonLink>
      }
    >
      {t("newerText", { version })}
    </Callout>
  );
}
