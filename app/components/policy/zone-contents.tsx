import { useTranslation } from "~/i18n/use-translation";

type ZoneContentsProps = { hasTarget: boolean; isPublished: boolean };

/** The way to each part of a long profile. */
export function ZoneContents({ hasTarget, isPublished }: ZoneContentsProps) {
  const { t } = useTranslation("policy");
  const parts = [
    { id: "requirements", label: t("zone.requirements") },
    { id: "countermeasures", label: t("countermeasure:title") },
    { id: "countermeasures", label: t("zone.countermeasures") },
    { id: "policy", label: t("zone.policy") },
    { id: "own-policy", label: t("zone.own") },
    ...(hasTarget ? [{ id: "evidence", label: t("zone.evidence") }] : []),
    { id: "channels", label: t("zone.channels") },
    { id: "measures", label: t("zone.measures") },
    ...(hasTarget && isPublished ? [{ id: "products", label: t("zone.products") }] : []),
  ];
  return (
    <nav aria-label={t("zone.onThisPage")} className="chips">
      <ul>
        {parts.map(({ id, label }) => (
          <li key={id}>
            <a className="chip" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
