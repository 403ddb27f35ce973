import { Button, buttonClass } from "~/components/button";
import { Callout } from "~/components/callout";
import { Link } from "~/components/link";
import { formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import type { Choices } from "./choices";
import { ConflictCallout } from "./conflict-callout";
import type { EditSession, Notice, Snapshot } from "./editing/edit-session";

type ObstaclesProps = {
  snapshot: Snapshot;
  session: EditSession;
  modelId: string;
  zoneTypes: Choices["zoneTypes"];
};

/** What stands in the way of saving, and what the person can do about it; never lost is what was drawn. */
export function Obstacles({ snapshot, session, modelId, zoneTypes }: ObstaclesProps) {
  const { t } = useTranslation("diagram");
  const { obstacle, isUnreachable, isKept, notice } = snapshot;
  return (
    <div className="editor-obstacles">
      {notice ? <NoticeCallout notice={notice} onDismiss={session.dismiss} /> : null}
      {isUnreachable ? (
        <Callout tone="warning" live title={t("obstacle.unreachable")}>
          {t(isKept ? "obstacle.unreachableText" : "obstacle.unreachableLost")}
        </Callout>
      ) : null}
      {obstacle?.kind === "signed-out" ? (
        <Callout
          tone="warning"
          live
          title={t("obstacle.signedOut")}
          action={
            <>
              <Link
                className={buttonClass({ variant: "primary" })}
                to={paths.signIn({ returnTo: paths.model(modelId) })}
                reloadDocument
              >
                {t("obstacle.signIn")}
              </Link>
              <Button onClick={session.retry}>{t("obstacle.retry")}</Button>
            </>
          }
        >
          {t("obstacle.signedOutText")}
        </Callout>
      ) : null}
      {obstacle?.kind === "refused" ? (
        <Callout
          tone="danger"
          live
          title={t("obstacle.refused")}
          action={
            <>
              <Button onClick={session.retry}>{t("obstacle.retry")}</Button>
              <Button onClick={session.takeTheirs}>{t("obstacle.takeBack")}</Button>
            </>
          }
        >
          {t(`obstacle.reason.${obstacle.reason}`)}
        </Callout>
      ) : null}
      {obstacle?.kind === "conflict" ? (
        <ConflictCallout conflict={obstacle} session={session} zoneTypes={zoneTypes} />
      ) : null}
    </div>
  );
}

function NoticeCallout({ notice, onDismiss }: { notice: Notice; onDismiss(): void }) {
  const { t } = useTranslation("diagram");
  const language = useLanguage();
  const text = textOf();
  return (
    <Callout
      tone={notice.kind === "not-applied" || notice.kind === "not-undone" ? "warning" : "info"}
      live
      action={
        <Button size="small" onClick={onDismiss}>
          {t("notice.dismiss")}
        </Button>
      }
    >
      {text}
    </Callout>
  );

  function textOf(): string {
    switch (notice.kind) {
      case "not-applied":
        return `${t("notice.not-applied")}: ${t(`obstacle.reason.${notice.code}`)}`;
      case "not-undone":
        return t("notice.not-undone");
      case "replayed":
        return t("notice.replayed", { count: notice.count });
      case "merged":
        return t("notice.merged", { names: formatList(notice.names, language) });
    }
  }
}
