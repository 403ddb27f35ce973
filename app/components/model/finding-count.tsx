import { Badge } from "~/components/badge";
import type { Tone } from "~/components/tone";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";

export type FindingCounts = Readonly<Record<RuleSeverity, number>>;

export const SEVERITIES = ["error", "warning", "notice"] as const satisfies ReadonlyArray<RuleSeverity>;
const TONES: Readonly<Record<RuleSeverity, Tone>> = { error: "danger", warning: "warning", notice: "info" };
const ICONS = { error: "cross-circle", warning: "warning", notice: "info" } as const;

/** How many findings of each severity are open; says so where there are none. */
export function FindingCount({ counts }: { counts: FindingCounts }) {
  const { t } = useTranslation("model");
  const open = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (open.length === 0)
    return (
      <Badge tone="success" icon="check">
        {t("finding.none")}
      </Badge>
    );
  return (
    <span className="inline-flex flex-wrap gap-1">
      {open.map((severity) => (
        <Badge key={severity} tone={TONES[severity]} icon={ICONS[severity]}>
          {t(`finding.count.${severity}`, { count: counts[severity] })}
        </Badge>
      ))}
    </span>
  );
}

export function SeverityBadge({ severity }: { severity: RuleSeverity }) {
  const { t } = useTranslation("model");
  return (
    <Badge tone={TONES[severity]} icon={ICONS[severity]}>
      {t(`finding.severity.${severity}`)}
    </Badge>
  );
}
