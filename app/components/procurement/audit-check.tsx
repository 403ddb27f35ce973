import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { ButtonLink } from "../button-link";
import { Callout } from "../callout";

type AuditCheckProps = { check: { checked: number; broken: ReadonlyArray<number> } };

/** Whether the newest part of the log still holds, for whoever is there to look at it. */
export function AuditCheck({ check: { checked, broken } }: AuditCheckProps) {
  const { t } = useTranslation("decision");
  const toTrail = <ButtonLink to={paths.audit()}>{t("shell:navigation.audit")}</ButtonLink>;
  if (broken.length === 0)
    return (
      <Callout tone="success" action={toTrail}>
        {t("overview.auditCheck.holds", { count: checked })}
      </Callout>
    );
  return (
    <Callout tone="danger" title={t("overview.auditCheck.broken")} action={toTrail}>
      {t("overview.auditCheck.brokenText", { entries: broken.join(", ") })}
    </Callout>
  );
}
