import "./diagram.css";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Announcer } from "./announcer";
import type { CanvasHandle } from "./canvas-handle";
import type { Choices } from "./choices";
import { ConnectHint } from "./connect-hint";
import { useZoneModelEditor } from "./editing/use-zone-model-editor";
import { FindingsList } from "./findings-list";
import { Legend } from "./legend";
import { Obstacles } from "./obstacles";
import { ElementPanel } from "./panel/element-panel";
import { ZonePalette } from "./panel/zone-palette";
import { PlacedProductsPanel } from "./placed-products-panel";
import { Toolbar } from "./toolbar";
import { useDrawing } from "./use-drawing";
import { useEditorActions } from "./use-editor-actions";
import { usePlacedProducts } from "./use-placed-products";
import { ZoneOutline } from "./zone-outline";

const ZoneCanvas = lazy(async () => ({ default: (await import("./zone-canvas.client")).ZoneCanvas }));

type ZoneEditorProps = {
  model: { id: string; version: number; state: "drawing" | "submitted"; updatedAt: string };
  draft: ZoneModel;
  mayEdit: boolean;
  choices: Choices;
  /** Who edits, for what is kept in the browser. */
  owner: string;
  /** The element that the address names. */
  initialElement: string | null;
};

/** The zone model as a drawing: canvas, panel, findings and outline. On the server the lists alone. */
export function ZoneEditor({ model, draft, mayEdit, choices, owner, initialElement }: ZoneEditorProps) {
  const { t } = useTranslation("diagram");
  const { id: modelId, version, updatedAt: savedAt } = model;
  const editor = useZoneModelEditor({ modelId, draft, version, savedAt, mayEdit, owner });
  const { session, snapshot, index, findings } = editor;
  const placed = usePlacedProducts(modelId, index, snapshot.edit.queue.length === 0);
  const drawing = useDrawing(index, findings, placed.standing);
  const canvas = useRef<CanvasHandle | null>(null);
  const panel = useRef<HTMLElement>(null);
  const [isMounted, setIsMounted] = useState(false);
  useEffect(() => setIsMounted(true), []);

  const { selected, connectingFrom, isPaletteOpen, actions, keys, pick, addZone, closePalette, endConduit } =
    useEditorActions({ editor, drawing, modelId, initialElement, canvas, panel });
  const first = useRef(selected);
  const onReady = useCallback((handle: CanvasHandle) => {
    canvas.current = handle;
    if (first.current) handle.show(first.current);
    first.current = null;
  }, []);

  return (
    <div className="zone-editor">
      <Toolbar
        mayEdit={mayEdit}
        snapshot={snapshot}
        findings={findings}
        session={session}
        isConnecting={connectingFrom !== undefined}
        isPaletteOpen={isPaletteOpen}
        canvas={canvas}
        actions={actions}
        onEndConduit={endConduit}
      />
      {mayEdit ? null : (
        <p className="editor-note">{t(model.state === "submitted" ? "submitted" : "readOnly")}</p>
      )}
      <Obstacles snapshot={snapshot} session={session} index={index} modelId={modelId} />
      <Announcer snapshot={snapshot} />
      <div className="editor-body">
        <div className="editor-canvas">
          {isMounted ? (
            <Suspense fallback={<p className="canvas-wait">{t("loading")}</p>}>
              <ZoneCanvas
                drawing={drawing}
                mayEdit={mayEdit}
                selected={selected}
                connectingFrom={connectingFrom}
                onSelect={actions.select}
                onPick={pick}
                onCommit={actions.commit}
                onReady={onReady}
                keys={keys}
              />
              <Legend />
            </Suspense>
          ) : (
            <div className="canvas-wait">
              <Callout
                tone="info"
                action={<ButtonLink to={paths.modelTable(modelId)}>{t("openTable")}</ButtonLink>}
              >
                {t("noScript")}
              </Callout>
            </div>
          )}
          {isMounted && index.model.zones.length === 0 ? (
            <div className="canvas-empty">
              <EmptyState title={t("empty")} icon="zone">
                {t("emptyText")}
              </EmptyState>
            </div>
          ) : null}
          <ConnectHint index={index} connectingFrom={connectingFrom} onEnd={endConduit} />
        </div>
        <aside
          ref={panel}
          className="editor-panel"
          aria-label={t("panel.label")}
          tabIndex={-1}
          onKeyDown={({ key }) => {
            if (key === "Escape") keys.leave();
          }}
        >
          {isPaletteOpen ? (
            <ZonePalette
              zoneTypes={choices.zoneTypes}
              insideName={selected?.kind === "zone" ? index.zoneById.get(selected.id)?.name : undefined}
              onAdd={addZone}
              onClose={closePalette}
            />
          ) : (
            <ElementPanel
              selected={selected}
              modelId={modelId}
              editor={editor}
              choices={choices}
              actions={actions}
            />
          )}
        </aside>
      </div>
      <p className="editor-hint">{t("canvasHint")}</p>
      <div className="editor-lists">
        <FindingsList findings={findings} modelId={modelId} mayEdit={mayEdit} actions={actions} />
        <div className="editor-list-column">
          <PlacedProductsPanel placed={placed} index={index} modelId={modelId} actions={actions} />
          <ZoneOutline
            index={index}
            flow={drawing.flow}
            selected={selected}
            actions={actions}
            modelId={modelId}
          />
        </div>
      </div>
    </div>
  );
}
