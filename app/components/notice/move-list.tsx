import type { NoticeMove } from "~/domain/notice/notice";
import { useTranslation } from "~/i18n/use-translation";
import { DateText } from "../date-text";

type MoveListProps = {
  steps: ReadonlyArray<{
    number: number;
    move: NoticeMove;
    reason: string;
    recordedAt: Date;
    recordedByName?: string;
  }>;
};

/** Every move of a notice, oldest first. */
export function MoveList({ steps }: MoveListProps) {
  const { t } = useTranslation("notice");
  return (
    <ol className="grid gap-2" aria-label={t("page.historyCaption")}>
      {steps.map(({ number, move, reason, recordedAt, recordedByName }) => (
        <li key={number}>
          <strong>{t(`move.${move}`)}</strong> <DateText value={recordedAt} time />
          {recordedByName ? <span className="text-muted"> {recordedByName}</span> : null}
          {reason ? <p className="whitespace-pre-line">{reason}</p> : null}
        </li>
      ))}
    </ol>
  );
}
