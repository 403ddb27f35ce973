import type { ExceptionStanding } from "~/domain/procurement/exception-review";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import type { IconName } from "../icon";
import type { Tone } from "../tone";

const LOOKS = {
  requested: { tone: "info", icon: "inbox" },
  "in-force": { tone: "success", icon: "check-circle" },
  expiring: { tone: "warning", icon: "temporary" },
  "review-overdue": { tone: "warning", icon: "warning" },
  expired: { tone: "danger", icon: "temporary" },
  superseded: { tone: "neutral", icon: "history" },
  revoked: { tone: "danger", icon: "cross-circle" },
  refused: { tone: "danger", icon: "cross-circle" },
  withdrawn: { tone: "neutral", icon: "minus" },
} as const satisfies Record<ExceptionStanding, { tone: Tone; icon: IconName }>;

export function ExceptionBadge({ standing }: { standing: ExceptionStanding }) {
  const { t } = useTranslation("exception");
  return <Badge {...LOOKS[standing]}>{t(`standing.${standing}`)}</Badge>;
}
