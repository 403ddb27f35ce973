import type { ApprovalStanding } from "~/domain/procurement/approval-standing";
import { useTranslation } from "~/i18n/use-translation";
import { Badge } from "./badge";
import type { IconName } from "./icon";

export const APPROVAL_LOOKS = {
  approved: { tone: "success", icon: "check-circle" },
  "approved-with-conditions": { tone: "warning", icon: "condition" },
  "approved-but-short": { tone: "danger", icon: "warning" },
  rejected: { tone: "danger", icon: "cross-circle" },
  returned: { tone: "warning", icon: "undo" },
  "does-not-conform": { tone: "danger", icon: "cross-circle" },
  "never-assessed": { tone: "neutral", icon: "incomplete" },
} as const satisfies Record<
  ApprovalStanding,
  { tone: "success" | "warning" | "danger" | "neutral"; icon: IconName }
>;

/** Where the product of an asset stands in its zone: its own words for each, colour only besides. */
export function ApprovalBadge({ standing }: { standing: ApprovalStanding }) {
  const { t } = useTranslation("components");
  return <Badge {...APPROVAL_LOOKS[standing]}>{t(`approval.${standing}`)}</Badge>;
}
