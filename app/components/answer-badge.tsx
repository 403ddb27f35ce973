import type { AnswerValue } from "~/domain/declaration/declaration";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "./badge";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

const LOOKS: Readonly<Record<AnswerValue | "unanswered", { tone: Tone; icon: IconName }>> = {
  met: { tone: "success", icon: "check-circle" },
  "met-by-configuration": { tone: "success", icon: "edit" },
  "met-with-countermeasure": { tone: "warning", icon: "condition" },
  "not-met": { tone: "danger", icon: "cross-circle" },
  "not-applicable": { tone: "neutral", icon: "minus" },
  unanswered: { tone: "neutral", icon: "incomplete" },
};

/** What a supplier answered to one requirement. Silence reads “unanswered”. */
export function AnswerBadge({ answer }: { answer: AnswerValue | "unanswered" }) {
  const { t } = useTranslation("components");
  return <Badge {...LOOKS[answer]}>{t(`answer.${answer}`)}</Badge>;
}
