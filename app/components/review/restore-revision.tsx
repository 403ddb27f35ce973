import { Form } from "@remix-run/react";
import { Callout } from "~/components/callout";
import { Disclosure } from "~/components/disclosure";
import { DifferenceTable, type ShownDifference } from "~/components/model/difference-table";
import { Panel } from "~/components/panel";
import { SubmitButton } from "~/components/submit-button";
import { useTranslation } from "~/i18n/use-translation";

type RestoreRefusal =
  | "invalid-input"
  | "model-is-submitted"
  | "stale-draft"
  | "unknown-revision"
  | "no-difference"
  | "limit-reached";

type RestoreRevisionProps = {
  number: number;
  restoring: {
    mayRestore: boolean;
    isSubmitted: boolean;
    draftVersion: number;
    isSame: boolean;
    difference: ReadonlyArray<ShownDifference>;
  };
  refusal: { code: RestoreRefusal } | undefined;
};

/** Gives the draft the content of a revision again, after naming everything of the draft that would change. */
export function RestoreRevision({ number, restoring, refusal }: RestoreRevisionProps) {
  const { t } = useTranslation("review");
  const { mayRestore, isSubmitted, draftVersion, isSame, difference } = restoring;
  if (!mayRestore) return null;
  const reason = isSubmitted ? t("restore.submitted") : isSame ? t("restore.nothing") : null;
  return (
    <Panel title={t("restore.title")} description={t("restore.text", { number })}>
      {refusal ? (
        <Callout tone="danger" live title={t("restore.refusal.title")}>
          {t(`restore.refusal.${refusal.code === "invalid-input" ? "stale-draft" : refusal.code}`)}
        </Callout>
      ) : null}
      {reason ? (
        <p className="text-muted">{reason}</p>
      ) : (
        <Disclosure summary={t("restore.changes")} defaultOpen={refusal !== undefined}>
          <div className="grid gap-3">
            {difference.length > 0 ? (
              <DifferenceTable rows={difference} caption={t("restore.changes")} isAnchored={false} />
            ) : (
              <p>{t("restore.placesOnly")}</p>
            )}
            <Form method="post">
              <input type="hidden" name="draftVersion" value={draftVersion} />
              <SubmitButton>{t("restore.confirm", { number, count: difference.length })}</SubmitButton>
            </Form>
          </div>
        </Disclosure>
      )}
    </Panel>
  );
}
