import "./diagram.css";
import { lazy, Suspense, useCallback, useDeferredValue, useMemo, useRef } from "react";
import { ButtonLink } from "~/components/button-link";
import { Callout } from "~/components/callout";
import { EmptyState } from "~/components/empty-state";
import { useIsHydrated } from "~/components/use-is-hydrated";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { paths } from "~/paths";
import { Announcer } from "./announcer";
import type { CanvasHandle } from "./canvas-handle";
import type { Choices } from "./choices";
import { ClipboardNote } from "./clipboard-note";
import { ConnectHint } from "./connect-hint";
import { usePresence } from "./editing/use-presence";
import { useZoneModelEditor } from "./editing/use-zone-model-editor";
import { EditorLists } from "./editor-lists";
import { CauseNote } from "./findings/cause-note";
import { useCause } from "./findings/use-cause";
import type { WaiverAuthors } from "./findings/waived-list";
import { Legend } from "./legend";
import { Obstacles } from "./obstacles";
import { dropTarget } from "./overlays/drop-release";
import { useOverlays } from "./overlays/use-overlays";
import { CandidatePanel } from "./panel/candidate-panel";
import { ElementPanel } from "./panel/element-panel";
import { ZonePalette } from "./panel/zone-palette";
import { VisitorsProvider } from "./presence/visitors";
import { PrintDrawing } from "./print-drawing";
import { ShortcutHelp } from "./shortcut-help";
import { Toolbar } from "./toolbar";
import { useDrawing } from "./use-drawing";
import { useEditorActions } from "./use-editor-actions";
import { useIsLater } from "./use-is-later";
import { usePlacedProducts } from "./use-placed-products";
import { useStable } from "./use-stable";
import { useViewTools } from "./use-view-tools";

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
  /** The server's day, for what is waived until one. */
  today: string;
  waiverAuthors: WaiverAuthors;
};

/** The zone model as a drawing: canvas, panel, findings and outline. On the server the lists alone. */
export function ZoneEditor(props: ZoneEditorProps) {
  const { model, draft, mayEdit, choices, owner, initialElement, today } = props;
  const { t } = useTranslation("diagram");
  const { id: modelId, version, updatedAt: savedAt } = model;
  const editor = useZoneModelEditor({ modelId, draft, version, savedAt, mayEdit, owner, today });
  const { session, snapshot, index, findings, sorted } = editor;
  const placed = usePlacedProducts(modelId, index, snapshot.edit.queue.length === 0);
  const overlays = useOverlays(modelId, index, placed, choices.releases);
  const { candidate } = overlays;
  const drawing = useDrawing(index, findings, placed.standing, overlays.views, placed.approvals);
  const canvas = useRef<CanvasHandle | null>(null);
  const panel = useRef<HTMLElement>(null);
  const isMounted = useIsHydrated();
  const hasLists = useIsLater(isMounted);

  const tools = useViewTools();
  const { selection, selected, connectingFrom, isPaletteOpen, renaming, actions, ...doing } =
    useEditorActions({ editor, drawing, modelId, initialElement, canvas, panel, tools, overlays });
  const { pick, addZone, insertTemplate, closePalette, endConduit, copying } = doing;
  const tracing = useCause(sorted, index, selection, actions.show);
  const keys = tracing.finding ? { ...doing.keys, leave: tracing.end } : doing.keys;
  const { trace, finding: traced } = tracing;
  const lasting = useStable({ commit: actions.commit, show: actions.show, trace });
  const { lapsed } = sorted;
  const tracedId = traced?.id ?? null;
  const findingTools = useMemo(
    () => ({ mayEdit, today, commit: lasting.commit, trace: lasting.trace, tracedId, lapsed }),
    [mayEdit, today, lasting, tracedId, lapsed],
  );
  // The lists follow when the canvas stands.
  const listed = useDeferredValue(useMemo(() => ({ index, sorted }), [index, sorted]));
  const visits = usePresence(
    modelId,
    { version: () => session.read().edit.baseVersion, takeNews: session.takeNews },
    selected,
  );
  const first = useRef(selected);
  const onReady = useCallback((handle: CanvasHandle) => {
    canvas.current = handle;
    if (first.current) handle.show(first.current);
    first.current = null;
  }, []);

  return (
    <VisitorsProvider visits={visits}>
      <div className="zone-editor">
        <Toolbar
          mayEdit={mayEdit}
          snapshot={snapshot}
          findings={sorted}
          session={session}
          isConnecting={connectingFrom !== undefined}
          isPaletteOpen={isPaletteOpen}
          selection={selection}
          index={index}
          tools={tools}
          canvas={canvas}
          actions={actions}
          onEndConduit={endConduit}
          overlays={overlays}
        />
        {mayEdit ? null : (
          <p className="editor-note">{t(model.state === "submitted" ? "submitted" : "readOnly")}</p>
        )}
        <Obstacles {...{ snapshot, session, modelId }} zoneTypes={choices.zoneTypes} />
        <Announcer snapshot={snapshot} />
        <ClipboardNote note={copying.note} onDismiss={copying.dismiss} />
        {hasLists ? <PrintDrawing model={index.model} /> : null}
        <div className="editor-body">
          <div
            className="editor-canvas"
            {...dropTarget(({ releaseId, zoneId }) => {
              candidate.choose(releaseId);
              if (zoneId) actions.select({ kind: "zone", id: zoneId });
            })}
          >
            {isMounted ? (
              <Suspense fallback={<p className="canvas-wait">{t("loading")}</p>}>
                <ZoneCanvas
                  drawing={drawing}
                  mayEdit={mayEdit}
                  selection={selection}
                  renaming={renaming}
                  cause={tracing.cause}
                  tools={tools}
                  actions={actions}
                  connectingFrom={connectingFrom}
                  onPick={pick}
                  onReady={onReady}
                  keys={keys}
                />
                <Legend overlays={overlays} />
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
            <CauseNote finding={traced} cause={tracing.cause} onEnd={tracing.end} />
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
                onInsert={insertTemplate}
                onClose={closePalette}
              />
            ) : candidate.isOpen ? (
              <CandidatePanel
                {...{ candidate, index, modelId, selected, mayEdit, actions }}
                releases={choices.releases}
                ground={placed.answer?.ground ?? null}
              />
            ) : (
              <ElementPanel
                selected={selected}
                selection={selection}
                modelId={modelId}
                editor={editor}
                choices={choices}
                actions={actions}
                findingTools={findingTools}
                placed={placed}
              />
            )}
          </aside>
        </div>
        <p className="editor-hint">{t("canvasHint")}</p>
        <ShortcutHelp isOpen={tools.isHelpOpen} onOpenChange={tools.setIsHelpOpen} />
        {hasLists ? (
          <EditorLists
            {...listed}
            {...{ findingTools, placed, modelId, selected }}
            waiverAuthors={props.waiverAuthors}
            actions={lasting}
            onEscape={tracing.end}
          />
        ) : null}
      </div>
    </VisitorsProvider>
  );
}
