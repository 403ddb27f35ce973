import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "./badge";
import type { IconName } from "./icon";
import type { Tone } from "./tone";

/** Where something is in its life; the words are in `components:state`. */
const LOOKS = {
  draft: { tone: "neutral", icon: "edit" },
  submitted: { tone: "info", icon: "inbox" },
  published: { tone: "success", icon: "check-circle" },
  superseded: { tone: "neutral", icon: "history" },
  signed: { tone: "success", icon: "evidence" },
  open: { tone: "info", icon: "inbox" },
  sent: { tone: "info", icon: "mail" },
  accepted: { tone: "info", icon: "check" },
  answered: { tone: "info", icon: "document" },
  declined: { tone: "danger", icon: "cross-circle" },
  withdrawn: { tone: "neutral", icon: "minus" },
  assessed: { tone: "info", icon: "grid" },
  decided: { tone: "success", icon: "gavel" },
  closed: { tone: "neutral", icon: "lock" },
  approved: { tone: "success", icon: "check-circle" },
  "approved-with-conditions": { tone: "warning", icon: "condition" },
  rejected: { tone: "danger", icon: "cross-circle" },
  returned: { tone: "warning", icon: "undo" },
  "needs-review": { tone: "warning", icon: "warning" },
  complete: { tone: "success", icon: "check-circle" },
  overdue: { tone: "danger", icon: "temporary" },
  expired: { tone: "danger", icon: "temporary" },
  active: { tone: "success", icon: "check" },
  invited: { tone: "info", icon: "mail" },
  suspended: { tone: "warning", icon: "lock" },
} as const satisfies Record<string, { tone: Tone; icon: IconName }>;

export type StateName = keyof typeof LOOKS;

export function StateBadge({ state }: { state: StateName }) {
  const { t } = useTranslation("components");
  return <Badge {...LOOKS[state]}>{t(`state.${state}`)}</Badge>;
}
