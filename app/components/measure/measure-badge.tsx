import type { MeasureState } from "~/domain/measure/measure";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import type { IconName } from "../icon";
import type { Tone } from "../tone";

const LOOKS = {
  "not-started": { tone: "neutral", icon: "minus" },
  "in-progress": { tone: "info", icon: "edit" },
  "in-place": { tone: "success", icon: "check-circle" },
  "not-applicable": { tone: "neutral", icon: "lock" },
} as const satisfies Record<MeasureState, { tone: Tone; icon: IconName }>;

export function MeasureBadge({ state }: { state: MeasureState }) {
  const { t } = useTranslation("measure");
  return <Badge {...LOOKS[state]}>{t(`state.${state}`)}</Badge>;
}
