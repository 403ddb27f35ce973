import { useTranslation } from "~/i18n/use-translation";

type TemplateTextProps = {
  template: { about: string; zones: number; conduits: number; assets: number };
};

/** What a template holds, and that nothing in it is more than a suggestion. */
export function TemplateText({ template }: TemplateTextProps) {
  const { t } = useTranslation("overlay");
  const { about, zones, conduits, assets } = template;
  const counts = [
    t("template.zones", { count: zones }),
    t("template.conduits", { count: conduits }),
    ...(assets > 0 ? [t("template.assets", { count: assets })] : []),
  ].join(", ");
  return (
    <>
      {about === "" ? null : `${about} `}
      {counts}. <span className="badge badge-warning">{t("template.verify")}</span>
    </>
  );
}
