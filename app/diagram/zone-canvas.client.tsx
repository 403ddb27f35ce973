import "@xyflow/react/dist/base.css";
import { ConnectionMode, type Edge, ReactFlow, useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useMemo, useRef, useState } from "react";
import { classNames } from "~/components/class-names";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { AssetGhost } from "./asset-ghost";
import { AssetTray } from "./asset-tray";
import { CanvasActionsProvider } from "./canvas-actions";
import type { CanvasHandle } from "./canvas-handle";
import { boxesOf, conduitsOfLine, withMarks, withStill } from "./canvas-marks";
import { CanvasOverlay } from "./canvas-overlay";
import { elementAt, isAddingTo, isOver, within } from "./canvas-pointer";
import { CanvasRoom, FIT, LARGEST_ZOOM, SMALLEST_ZOOM } from "./canvas-room";
import { ContextMenu } from "./context-menu";
import { FarZones } from "./detail/far-zones";
import { DetailProvider, useDetails } from "./detail/use-details";
import { ConduitEdgeView } from "./edges/conduit/conduit-edge";
import { FarConduits } from "./edges/conduit/far-conduits";
import type { EditorActions } from "./editor-actions";
import type { Cause } from "./findings/cause";
import { nodesWithCause } from "./findings/cause-marks";
import { fromReattach } from "./from-flow";
import type { Point } from "./geometry";
import { Minimap } from "./minimap";
import { ZoneNodeView } from "./nodes/zone/zone-node";
import { RenameField } from "./rename-field";
import { boxOfElement, chosenBy, isChosen, type Selection } from "./selection";
import { useAssetDrag } from "./use-asset-drag";
import { useBoxSelect } from "./use-box-select";
import { useCanvasHandle } from "./use-canvas-handle";
import { type CanvasKeys, useCanvasKeys } from "./use-canvas-keys";
import { useConnecting } from "./use-connecting";
import type { Drawing } from "./use-drawing";
import { useEdges } from "./use-edges";
import { useEndDrag } from "./use-end-drag";
import { useStable } from "./use-stable";
import { useTouch } from "./use-touch";
import { useUnzoom } from "./use-unzoom";
import type { ViewTools } from "./use-view-tools";
import { useZoneDrag } from "./use-zone-drag";

const NODE_TYPES = { zone: ZoneNodeView };
const EDGE_TYPES = { conduit: ConduitEdgeView };

export type ZoneCanvasProps = {
  drawing: Drawing;
  mayEdit: boolean;
  selection: Selection;
  renaming: ElementRef | null;
  /** What a chosen finding is about: the rest is dimmed. */
  cause: Cause | null;
  tools: ViewTools;
  actions: EditorActions;
  /** The first zone of a conduit being drawn; null while none is chosen, undefined while none is being drawn. */
  connectingFrom: string | null | undefined;
  /** A click: while a conduit is being drawn it chooses an end. */
  onPick(element: ElementRef, isByKey?: boolean): void;
  onReady(handle: CanvasHandle): void;
  keys: CanvasKeys;
};

/** The drawing surface. Runs in the browser only: everything React Flow draws is positioned by styles. */
export function ZoneCanvas(props: ZoneCanvasProps) {
  return (
    <CanvasRoom nodes={props.drawing.flow.nodes}>
      <Canvas {...props} />
    </CanvasRoom>
  );
}

function Canvas(props: ZoneCanvasProps) {
  const {
    drawing,
    mayEdit,
    selection,
    renaming,
    cause,
    tools,
    actions,
    connectingFrom,
    onPick,
    onReady,
    keys,
  } = props;
  const { t } = useTranslation("diagram");
  const { index, flow } = drawing;
  const frame = useRef<HTMLDivElement>(null);
  const { details, area } = useDetails(flow.boxes);
  const { screenToFlowPosition: toCanvas } = useReactFlow();
  const isConnecting = connectingFrom !== undefined;
  const [menuAt, setMenuAt] = useState<Point | null>(null);

  const zones = useZoneDrag({
    ...{ drawing, selection, isSnapping: tools.isSnapping, onCommit: actions.commit },
    onSelect: (id) => actions.select({ kind: "zone", id }),
  });
  const { nodes, target, setTarget, commit, zoneBelow } = zones;
  useCanvasHandle({ frame, drawing, onReady });
  useUnzoom(frame);

  const conduitsOrSelf = (element: ElementRef) =>
    element.kind === "conduit" ? conduitsOfLine(flow.edges, element.id) : [element];
  const pick = (element: ElementRef, event: Pick<MouseEvent, "shiftKey" | "ctrlKey" | "metaKey">) => {
    const several = conduitsOrSelf(element);
    if (isAddingTo(event) && !isConnecting) {
      if (several.length > 1) actions.choose(several, true);
      else actions.toggle(element);
    } else if (several.length > 1) actions.choose(several);
    else onPick(element);
  };
  const onClick = (event: MouseEvent) => {
    const element = elementAt(event.target);
    if (element) pick(element, event);
  };

  const { isTouch, onPointer } = useTouch();
  const connecting = useConnecting({ index, commit, zoneBelow, choose: actions.select });

  const assets = useAssetDrag({
    isEnabled: mayEdit && !isConnecting && !tools.isBoxSelecting,
    isChosen: (id) => isChosen(selection, { kind: "asset", id }),
    onMove: (drag) => setTarget(drag && zoneBelow(drag.at)),
    onDrop({ assetId, started, at }) {
      if (!isOver(at, frame.current)) return;
      const [from, to] = [toCanvas(started), toCanvas(at)];
      zones.dropAssets(assetId, zoneBelow(at), { x: to.x - from.x, y: to.y - from.y });
    },
  });
  const box = useBoxSelect({
    ...{ isOn: tools.isBoxSelecting, toCanvas },
    onSelect: (chosen, isAdding) => actions.choose(chosenBy(chosen, flow), isAdding),
  });
  const ends = useEndDrag({
    toCanvas,
    onMove: (drag) => setTarget(drag && zones.zoneBelowPoint(drag.at)),
    onDrop: ({ conduitId, end, at }) => commit(fromReattach(index, conduitId, end, zones.zoneBelowPoint(at))),
  });

  const onPointerDown = (event: PointerEvent) => {
    onPointer(event);
    // Keys are for the canvas from now on, also where what was pressed takes no focus.
    if (event.target instanceof Element && !event.target.closest("button, input, a, summary"))
      frame.current?.focus({ preventScroll: true });
    assets.start(event);
    ends.start(event);
  };
  const onContextMenu = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest("input, .minimap")) return;
    event.preventDefault();
    const element = elementAt(event.target);
    if (element && !isChosen(selection, element)) actions.choose(conduitsOrSelf(element));
    if (!element) actions.select(null);
    const rect = event.target instanceof Element ? event.target.getBoundingClientRect() : undefined;
    // The menu key has no place of its own.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    const at =
      isByKey && rect ? { x: rect.left + 24, y: rect.bottom } : { x: event.clientX, y: event.clientY };
    setMenuAt(within(at, frame.current));
  };
  const latest = useRef({ actions, endResize: zones.endResize });
  latest.current = { actions, endResize: zones.endResize };
  const canvasActions = useMemo(
    () => ({
      mayEdit,
      endResize: (zoneId: string) => latest.current.endResize(zoneId),
      toggleCollapse: (zoneId: string) => latest.current.actions.toggleCollapse(zoneId),
    }),
    [mayEdit],
  );

  const { onKeyDown, onFocus } = useCanvasKeys({ drawing, selection, actions, onPick, keys });
  const shownNodes = useMemo(() => {
    const marked = nodesWithCause(withMarks(nodes, selection, target ?? connectingFrom ?? null), cause);
    return isTouch ? withStill(marked) : marked;
  }, [nodes, selection, target, connectingFrom, cause, isTouch]);
  const boxes = useMemo(() => boxesOf(nodes), [nodes]);
  const { edges, lines, causes, isFar } = useEdges(flow, selection, cause, area);
  const handlers = useStable({
    ...zones.handlers,
    ...connecting,
    onNodeClick: onClick,
    onEdgeClick: (event: MouseEvent, { id }: Edge) => pick({ kind: "conduit", id }, event),
    onPaneClick: (event: MouseEvent) => {
      if (!isAddingTo(event)) actions.select(null);
    },
  });
  const renamedBox = renaming && boxOfElement(flow, renaming);

  return (
    <CanvasActionsProvider value={canvasActions}>
      <DetailProvider value={details}>
        <section
          ref={frame}
          tabIndex={-1}
          className={classNames(
            "canvas",
            isConnecting && "is-connecting",
            tools.isBoxSelecting && "is-choosing",
            cause && "has-cause",
            isTouch && "is-touch",
          )}
          aria-label={t("canvas")}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onPointerDown={onPointerDown}
          onContextMenu={onContextMenu}
          onDoubleClick={({ target: hit }) => {
            const element = elementAt(hit);
            const isTitle = hit instanceof Element && hit.closest(".zone-title") !== null;
            if (element && (element.kind !== "zone" || isTitle)) actions.rename(element);
          }}
          {...box.handlers}
        >
          <ReactFlow
            nodes={shownNodes}
            edges={edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
            {...handlers}
            onClick={(event) => {
              const element = elementAt(event.target);
              const isLabel =
                event.target instanceof Element && event.target.closest(".conduit-label") !== null;
              if (isLabel && element) pick(element, event);
            }}
            connectionMode={ConnectionMode.Loose}
            connectionRadius={24}
            nodesDraggable={mayEdit && !isConnecting}
            nodesConnectable={mayEdit}
            elementsSelectable={false}
            nodesFocusable={false}
            edgesFocusable={false}
            elevateNodesOnSelect={false}
            elevateEdgesOnSelect={false}
            selectNodesOnDrag={false}
            disableKeyboardA11y
            zoomOnDoubleClick={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            zoomActivationKeyCode={null}
            nodeDragThreshold={1}
            minZoom={SMALLEST_ZOOM}
            maxZoom={LARGEST_ZOOM}
            fitView
            fitViewOptions={FIT}
          >
            <FarZones nodes={shownNodes} boxes={boxes} />
            {isFar ? (
              <FarConduits edges={flow.edges} boxes={boxes} selectedIds={lines} causeIds={causes} />
            ) : null}
            <CanvasOverlay guides={zones.guides} box={box.box} end={ends.drag} />
            {renaming && renamedBox ? (
              <RenameField
                key={renaming.id}
                element={renaming}
                box={renamedBox}
                index={index}
                onCommit={commit}
                onEnd={() => actions.rename(null)}
              />
            ) : null}
          </ReactFlow>
          {tools.hasMinimap ? <Minimap boxes={flow.boxes} /> : null}
          <AssetTray index={index} selection={selection} onPick={pick} />
          {assets.drag ? (
            <AssetGhost
              drag={assets.drag}
              at={within(assets.drag.at, frame.current)}
              index={index}
              selection={selection}
              targetId={isOver(assets.drag.at, frame.current) ? target : undefined}
            />
          ) : null}
        </section>
        <ContextMenu
          at={menuAt}
          selection={selection}
          index={index}
          mayEdit={mayEdit}
          onRun={actions.run}
          onClose={() => setMenuAt(null)}
        />
      </DetailProvider>
    </CanvasActionsProvider>
  );
}
