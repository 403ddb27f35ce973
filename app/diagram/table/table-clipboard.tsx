import { Callout } from "~/components/callout";
import { RefusalNote } from "~/components/model/command-form";
import { useTranslation } from "~/i18n/use-translation";
import { CopiedText } from "./copied-text";
import { useTableClipboard } from "./use-table-clipboard";

type TableClipboardProps = { modelId: string; version: number; mayEdit: boolean };

/** What the keys for copying, cutting and pasting did, anywhere on the page of the table. */
export function TableClipboard(props: TableClipboardProps) {
  const { t } = useTranslation("table");
  const { note, isBusy } = useTableClipboard(props);
  const isKept = note?.kind === "copied" && note.keptBy !== "system";
  return (
    <div className="table-clipboard">
      <p role="status">
        {isBusy ? t("clipboard.busy") : null}
        {!isBusy && note?.kind === "copied" ? t(`clipboard.${note.by}`, { count: note.count }) : null}
        {!isBusy && note?.kind === "pasted" ? t("clipboard.pasted", { count: note.count }) : null}
        {isKept ? ` ${t("clipboard.inPage")}` : null}
      </p>
      {note?.kind === "unreachable" ? (
        <Callout tone="warning" title={t("clipboard.unreachable")} live />
      ) : null}
      {isKept ? <CopiedText text={note.text} isQuiet /> : null}
      {note?.kind === "refused" ? <RefusalNote refusal={note.refusal} /> : null}
      {note?.kind === "refused" && note.text !== undefined ? <CopiedText text={note.text} isQuiet /> : null}
    </div>
  );
}
