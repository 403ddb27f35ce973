import type { Message } from "~/domain/assessment/assessment";
import { useTranslation } from "~/i18n/use-translation";
import { useMessage } from "../procurement/use-message";

export type ShownGap = {
  key: string;
  /** Of the row; empty for what the zone asks for beyond rows. */
  title: string;
  minSl: number | null;
  finding: { title: Message; reason: Message } | null;
};

/** A gap by its number and title, or by what the zone asks for. */
export function GapName({ gap }: { gap: ShownGap }) {
  const { t } = useTranslation("exception");
  const say = useMessage();
  if (gap.finding) return <strong>{say(gap.finding.title)}</strong>;
  return (
    <>
      <strong>{gap.key}</strong> {gap.title}{" "}
      {gap.minSl === null ? null : (
        <span className="text-muted text-sm">{t("gap.level", { level: gap.minSl })}</span>
      )}
    </>
  );
}

/** What is lacking, where there is a sentence for it. */
export function GapReason({ gap }: { gap: ShownGap }) {
  const say = useMessage();
  return gap.finding ? say(gap.finding.reason) : null;
}
