import { Button } from "~/components/button";
import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";
import type { ClipboardNote as Note } from "./use-copying";

/** Says what was copied, and why something could not be pasted. */
export function ClipboardNote({ note, onDismiss }: { note: Note | null; onDismiss(): void }) {
  const { t } = useTranslation("diagram");
  return (
    <>
      <p className="sr-only" role="status">
        {note?.kind === "copied" ? (
          <span key={note.number}>{t("clipboard.copied", { count: note.count })}</span>
        ) : null}
      </p>
      {note?.kind === "refused" ? (
        <Callout
          tone="warning"
          live
          title={t("clipboard.refused")}
          action={
            <Button size="small" onClick={onDismiss}>
              {t("notice.dismiss")}
            </Button>
          }
        >
          {t(`clipboard.reason.${note.reason}`)}
        </Callout>
      ) : null}
    </>
  );
}
