import type { CountermeasureStanding } from "~/domain/countermeasure/countermeasure";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import type { IconName } from "../icon";
import type { Tone } from "../tone";

const LOOKS = {
  proposed: { tone: "info", icon: "inbox" },
  "in-force": { tone: "success", icon: "check-circle" },
  expiring: { tone: "warning", icon: "temporary" },
  expired: { tone: "danger", icon: "temporary" },
  refused: { tone: "danger", icon: "cross-circle" },
  withdrawn: { tone: "neutral", icon: "minus" },
} as const satisfies Record<CountermeasureStanding, { tone: Tone; icon: IconName }>;

export function StandingBadge({ standing }: { standing: CountermeasureStanding }) {
  const { t } = useTranslation("countermeasure");
  return <Badge {...LOOKS[standing]}>{t(`standing.${standing}`)}</Badge>;
}
