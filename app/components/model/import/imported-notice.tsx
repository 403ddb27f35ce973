import { Button } from "~/components/button";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { useImportUndo } from "./use-import-undo";

/** Stands above the diagram after an import: one press takes all of it back. */
export function ImportedNotice({ modelId }: { modelId: string }) {
  const { t } = useTranslation("transfer");
  const { step, state, undo, dismiss } = useImportUndo(modelId);
  if (state === "undone") return <Callout tone="success" title={t("done.undone")} live />;
  if (state === "failed")
    return (
      <Callout tone="warning" title={t("done.notUndone")} live>
        {t("done.notUndoneText")}
      </Callout>
    );
  if (!step) return null;
  return (
    <Callout
      tone="success"
      title={t("done.title", { count: step.count })}
      action={
        <>
          <Button size="small" icon="undo" busy={state === "busy"} onClick={() => void undo()}>
            {t(state === "busy" ? "done.undoing" : "done.undo")}
          </Button>
          <ButtonLink size="small" to={paths.modelLinking(modelId)}>
            {t("done.link")}
          </ButtonLink>
          <Button size="small" variant="quiet" onClick={dismiss}>
            {t("done.dismiss")}
          </Button>
        </>
      }
    >
      {t("done.text")}
    </Callout>
  );
}
