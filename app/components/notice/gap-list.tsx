import type { NoticeGap } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { Callout } from "../callout";

/** What is missing before a notice can be published. */
export function GapList({ gaps }: { gaps: ReadonlyArray<NoticeGap> }) {
  const { t } = useTranslation("notice");
  return (
    <Callout tone="warning" title={t("form.gaps")}>
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{t(`gap.${gap}`)}</li>
        ))}
      </ul>
    </Callout>
  );
}
