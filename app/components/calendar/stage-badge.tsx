import type { CalendarStage } from "~/domain/procurement/calendar";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "../badge";
import { stageWords } from "./calendar-words";

const LOOKS = {
  overdue: { tone: "danger", icon: "temporary" },
  today: { tone: "danger", icon: "warning" },
  day: { tone: "warning", icon: "warning" },
  week: { tone: "warning", icon: "calendar" },
  month: { tone: "info", icon: "calendar" },
  later: { tone: "neutral", icon: undefined },
} as const;

export function StageBadge(near: { stage: CalendarStage | null; daysLeft: number }) {
  const { t } = useTranslation("calendar");
  return <Badge {...LOOKS[near.stage ?? "later"]}>{stageWords(t, near)}</Badge>;
}
