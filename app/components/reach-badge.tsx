import type { ReachState } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "./badge";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const LOOKS: Readonly<Record<ReachState, { tone: Tone; icon: IconName }>> = {
  reached: { tone: "success", icon: "check-circle" },
  "reached-with-countermeasures": { tone: "warning", icon: "condition" },
  short: { tone: "danger", icon: "cross-circle" },
  undecided: { tone: "neutral", icon: "incomplete" },
};

/** How one foundational requirement came out. */
export function ReachBadge({ state }: { state: ReachState }) {
  const { t } = useTranslation("components");
  return <Badge {...LOOKS[state]}>{t(`reach.${state}`)}</Badge>;
}
