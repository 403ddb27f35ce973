import type { RefObject } from "react";
import { Button } from "~/components/button";
import { FindingCount } from "~/components/model/finding-count";
import { SaveState } from "~/components/save-state";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import { useTranslation } from "~/i18n/use-translation";
import type { CanvasHandle } from "./canvas-handle";
import type { EditSession, Snapshot } from "./editing/edit-session";
import type { EditorActions } from "./editor-actions";

type ToolbarProps = {
  mayEdit: boolean;
  snapshot: Snapshot;
  session: EditSession;
  findings: ReadonlyArray<ModelFinding>;
  isConnecting: boolean;
  isPaletteOpen: boolean;
  canvas: RefObject<CanvasHandle | null>;
  actions: EditorActions;
  onEndConduit(): void;
};

export function Toolbar(props: ToolbarProps) {
  const { mayEdit, snapshot, session, findings, isConnecting, isPaletteOpen, canvas, actions, onEndConduit } =
    props;
  const { t } = useTranslation("diagram");
  const { edit, save, savedAt, obstacle } = snapshot;
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return (
    <div className="editor-toolbar">
      <fieldset className="editor-tools">
        <legend className="sr-only">{t("toolbar.label")}</legend>
        {mayEdit ? (
          <>
            <Button icon="plus" aria-pressed={isPaletteOpen} onClick={actions.openPalette}>
              {t("toolbar.addZone")}
            </Button>
            <Button
              icon="conduit"
              aria-pressed={isConnecting}
              onClick={() => (isConnecting ? onEndConduit() : actions.startConduit(null))}
            >
              {t("toolbar.addConduit")}
            </Button>
            <Button icon="undo" iconOnly disabled={edit.past.length === 0} onClick={session.undo}>
              {t("toolbar.undo")}
            </Button>
            <Button icon="redo" iconOnly disabled={edit.future.length === 0} onClick={session.redo}>
              {t("toolbar.redo")}
            </Button>
          </>
        ) : null}
        <Button icon="zoom-out" iconOnly onClick={() => canvas.current?.zoom("out")}>
          {t("toolbar.zoomOut")}
        </Button>
        <Button icon="zoom-in" iconOnly onClick={() => canvas.current?.zoom("in")}>
          {t("toolbar.zoomIn")}
        </Button>
        <Button icon="fit" iconOnly onClick={() => canvas.current?.fit()}>
          {t("toolbar.fit")}
        </Button>
      </fieldset>
      <div className="editor-state">
        <FindingCount counts={counts} />
        {mayEdit || edit.queue.length > 0 ? (
          <SaveState state={save} at={savedAt} onRetry={obstacle ? undefined : session.retry} />
        ) : null}
      </div>
    </div>
  );
}
