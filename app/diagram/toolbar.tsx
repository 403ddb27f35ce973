import type { RefObject } from "react";
import { Button } from "~/components/button";
import { FindingCount } from "~/components/model/finding-count";
import { SaveState } from "~/components/save-state";
import { nameOfElement } from "~/domain/zone-model/change-sentences";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import { countFindings, type SortedFindings } from "~/domain/zone-model/waivers";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { ArrangeTools, Toggle } from "./arrange-tools";
import type { CanvasHandle } from "./canvas-handle";
import type { EditSession, Snapshot } from "./editing/edit-session";
import { Waiting } from "./editing/waiting";
import type { EditorActions } from "./editor-actions";
import { OverlayTools } from "./overlays/overlay-tools";
import type { Overlays } from "./overlays/use-overlays";
import { WhoIsHere } from "./presence/who-is-here";
import type { Selection } from "./selection";
import { TidyTools } from "./tidy/tidy-tools";
import type { ViewTools } from "./use-view-tools";

type ToolbarProps = {
  mayEdit: boolean;
  snapshot: Snapshot;
  session: EditSession;
  findings: SortedFindings;
  isConnecting: boolean;
  isPaletteOpen: boolean;
  selection: Selection;
  index: ZoneModelIndex;
  tools: ViewTools;
  canvas: RefObject<CanvasHandle | null>;
  actions: EditorActions;
  onEndConduit(): void;
  overlays: Overlays;
};

export function Toolbar(props: ToolbarProps) {
  const { mayEdit, snapshot, session, isConnecting, isPaletteOpen, canvas, actions, onEndConduit } = props;
  const { selection, index, tools } = props;
  const { t } = useTranslation("diagram");
  const { edit, save, savedAt, obstacle } = snapshot;
  const nameOf = (element: ElementRef) => {
    const name = nameOfElement(element, index);
    // An element that has gone meanwhile has no name.
    return name === element.id ? null : name;
  };
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
        <Button icon="actual-size" iconOnly onClick={() => actions.run("actualSize")}>
          {t("action.actualSize")}
        </Button>
        <Toggle icon="box-select" action="boxSelect" isOn={tools.isBoxSelecting} onRun={actions.run} />
        <Toggle icon="map" action="minimap" isOn={tools.hasMinimap} onRun={actions.run} />
        <Button icon="question" iconOnly onClick={() => actions.run("help")}>
          {t("action.help")}
        </Button>
      </fieldset>
      {mayEdit ? <ArrangeTools {...{ selection, index, tools, actions }} /> : null}
      <OverlayTools overlays={props.overlays} />
      {mayEdit ? <TidyTools {...{ selection, index, canvas, actions }} /> : null}
      <div className="editor-state">
        <FindingCount counts={countFindings(props.findings)} />
        {mayEdit || edit.queue.length > 0 ? (
          <SaveState state={save} at={savedAt} onRetry={obstacle ? undefined : session.retry} />
        ) : null}
        <Waiting snapshot={snapshot} />
        <WhoIsHere nameOf={nameOf} />
      </div>
    </div>
  );
}
