import { Badge } from "~/components/badge";
import type { PolicyLevel } from "~/domain/policy/policy";
import { useTranslation } from "~/i18n/use-translation";

const TONES = { "reference-type": "neutral", organisation: "info", zone: "warning" } as const;
const ICONS = { "reference-type": "book", organisation: "building", zone: "zone" } as const;

/** At which level a value was set. */
export function OriginBadge({ from }: { from: PolicyLevel | null }) {
  const { t } = useTranslation("policy");
  if (from === null) return <span className="text-muted">{t("origin.nobody")}</span>;
  return (
    <Badge tone={TONES[from]} icon={ICONS[from]}>
      {t(`origin.${from}`)}
    </Badge>
  );
}
