import type { Verdict } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import type { Tone } from "./tone";

export const VERDICT_LOOKS: Readonly<Record<Verdict, { tone: Tone; icon: IconName }>> = {
  conforms: { tone: "success", icon: "check-circle" },
  "conforms-with-conditions": { tone: "warning", icon: "condition" },
  "does-not-conform": { tone: "danger", icon: "cross-circle" },
  incomplete: { tone: "neutral", icon: "incomplete" },
};

/** The verdict of an assessment: its own icon and words for each, colour only besides. */
export function VerdictBadge({
  verdict,
  size = "regular",
}: {
  verdict: Verdict;
  size?: "regular" | "large";
}) {
  const { t } = useTranslation("components");
  const { tone, icon } = VERDICT_LOOKS[verdict];
  return (
    <span className={classNames("badge verdict", `badge-${tone}`, size === "large" && "badge-large")}>
      <Icon name={icon} size={size === "large" ? 20 : 16} />
      <span>{t(`verdict.${verdict}`)}</span>
    </span>
  );
}
