import { CALENDAR_KINDS, type CalendarEntry, type CalendarStage } from "~/domain/procurement/calendar";
import { formatList } from "~/i18n/format";
import type { Translate } from "~/i18n/keys";
import type { Language } from "~/i18n/resources";

type Near = { stage: CalendarStage | null; daysLeft: number };

/** How near an end is: “in 5 days”, “tomorrow”, “3 days overdue”. */
export function stageWords(t: Translate, { stage, daysLeft }: Near): string {
  if (stage === "overdue") return t("calendar:stage.overdue", { count: -daysLeft });
  return t(`calendar:stage.${stage ?? "later"}`, { days: daysLeft });
}

/** Who sees to it: who is named, else the roles that the kind concerns. */
export function ownerWords(
  t: Translate,
  { kind, owner }: Pick<CalendarEntry, "kind" | "owner">,
  language: Language,
): string {
  if (owner.name !== "") return owner.name;
  return formatList(
    CALENDAR_KINDS[kind].roles.map((role) => t(`components:role.${role}`)),
    language,
  );
}
