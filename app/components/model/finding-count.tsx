import { Badge } from "~/components/badge";
import type { Tone } from "~/components/tone";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { FindingCounts } from "~/domain/zone-model/waivers";
import { useTranslation } from "~/i18n/use-translation";

export const SEVERITIES = ["error", "warning", "notice"] as const satisfies ReadonlyArray<RuleSeverity>;
const TONES: Readonly<Record<RuleSeverity, Tone>> = { error: "danger", warning: "warning", notice: "info" };
const ICONS = { error: "cross-circle", warning: "warning", notice: "info" } as const;

/** How many findings of each severity are open, or that there are none; those that are waived apart. */
export function FindingCount({ counts }: { counts: FindingCounts }) {
  const { t } = useTranslation("model");
  const open = SEVERITIES.filter((severity) => counts[severity] > 0);
  return (
    <span className="inline-flex flex-wrap gap-1">
      {open.length === 0 ? (
        <Badge tone="success" icon="check">
          {t("finding.none")}
        </Badge>
      ) : null}
      {open.map((severity) => (
        <Badge key={severity} tone={TONES[severity]} icon={ICONS[severity]}>
          {t(`finding.count.${severity}`, { count: counts[severity] })}
        </Badge>
      ))}
      {counts.waived > 0 ? (
        <Badge icon="temporary">{t("finding.count.waived", { count: counts.waived })}</Badge>
      ) : null}
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
