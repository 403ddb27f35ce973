import type { RowReach } from "~/domain/procurement/offer-comparison";
import type { RuleStanding } from "~/domain/procurement/offer-rules";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import type { IconName } from "../icon";
import type { Tone } from "../tone";

const REACH_LOOKS: Readonly<Record<RowReach, { tone: Tone; icon: IconName }>> = {
  natively: { tone: "success", icon: "check-circle" },
  "by-configuration": { tone: "success", icon: "edit" },
  "not-applicable": { tone: "neutral", icon: "minus" },
  "with-countermeasure": { tone: "warning", icon: "condition" },
  "covered-by-zone": { tone: "warning", icon: "zone" },
  unanswered: { tone: "neutral", icon: "incomplete" },
  "not-applicable-without-reason": { tone: "danger", icon: "question" },
  "not-met": { tone: "danger", icon: "cross-circle" },
  "other-type": { tone: "neutral", icon: "minus" },
};

/** How an offer meets one requirement: words and icon for each, colour only besides. */
export function RowReachBadge({ reach }: { reach: RowReach }) {
  const { t } = useTranslation("offers");
  return <Badge {...REACH_LOOKS[reach]}>{t(`reach.${reach}`)}</Badge>;
}

const STANDING_LOOKS: Readonly<Record<RuleStanding, { tone: Tone; icon: IconName }>> = {
  kept: { tone: "success", icon: "check-circle" },
  condition: { tone: "warning", icon: "condition" },
  open: { tone: "neutral", icon: "incomplete" },
  gap: { tone: "danger", icon: "cross-circle" },
  silent: { tone: "neutral", icon: "minus" },
};

/** How an offer stands to one rule of the zone. */
export function RuleBadge({ standing }: { standing: RuleStanding }) {
  const { t } = useTranslation("offers");
  return <Badge {...STANDING_LOOKS[standing]}>{t(`standing.${standing}`)}</Badge>;
}
