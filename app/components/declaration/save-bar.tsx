import { useLocation } from "@remix-run/react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { SaveState } from "~/components/save-state";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { type AnswerQueue, saveStateOf } from "./answer-queue";
import { toAnchor } from "./sheet";

/** Whether everything is kept, and what to do where it is not. */
export function SaveBar({
  queue,
  updatedAt,
  onRetry,
}: {
  queue: AnswerQueue;
  updatedAt: string;
  onRetry: () => void;
}) {
  const { t } = useTranslation("declaration");
  const { pathname, search } = useLocation();
  const count = Object.keys(queue.pending).length;
  const [disputed, ...more] = [...Object.keys(queue.conflicts), ...Object.keys(queue.rejected)];
  return (
    <div className="save-bar">
      <SaveState state={saveStateOf(queue)} at={queue.savedAt ?? updatedAt} onRetry={onRetry} />
      {disputed ? (
        <a href={`#${toAnchor(disputed)}`}>{t("saving.choice", { count: more.length + 1 })}</a>
      ) : null}
      {queue.problem === "unreachable" ? (
        <Callout tone="warning" title={t("saving.unreachable.title")} live>
          {t("saving.unreachable.text", { count })}
        </Callout>
      ) : null}
      {queue.problem === "signed-out" ? (
        <Callout
          tone="warning"
          title={t("saving.signedOut.title")}
          live
          action={
            <ButtonLink to={paths.signIn({ returnTo: pathname + search })} variant="primary" size="small">
              {t("saving.signedOut.action")}
            </ButtonLink>
          }
        >
          {t("saving.signedOut.text", { count })}
        </Callout>
      ) : null}
      {queue.problem === "closed" ? (
        <Callout tone="danger" title={t("saving.closed.title")} live>
          {t("saving.closed.text", { count })}
        </Callout>
      ) : null}
    </div>
  );
}
