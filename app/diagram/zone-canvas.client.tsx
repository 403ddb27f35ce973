import "@xyflow/react/dist/base.css";
import {
  applyNodeChanges,
  type Connection,
  ConnectionMode,
  type FinalConnectionState,
  type NodeChange,
  type OnNodeDrag,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import {
  type MouseEvent,
  type TouchEvent as ReactTouchEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { useTranslation } from "~/i18n/use-translation";
import { CanvasActionsProvider } from "./canvas-actions";
import type { CanvasHandle } from "./canvas-handle";
import { ConduitEdgeView } from "./edges/conduit/conduit-edge";
import { FarConduits } from "./edges/conduit/far-conduits";
import type { Commands } from "./editing/edit-state";
import { newId } from "./editing/new-id";
import { fromAssetDrop, fromConnect, fromDrag, fromResize, zoneAt } from "./from-flow";
import type { Box, Point } from "./geometry";
import { ZoneNodeView } from "./nodes/zone/zone-node";
import type { ConduitEdge, ZoneNode } from "./to-flow";
import { useAssetDrag } from "./use-asset-drag";
import { useCanvasHandle } from "./use-canvas-handle";
import { type CanvasKeys, useCanvasKeys } from "./use-canvas-keys";
import type { Drawing } from "./use-drawing";
import { useIsNear } from "./zoom-level";

const NODE_TYPES = { zone: ZoneNodeView };
const EDGE_TYPES = { conduit: ConduitEdgeView };
const NO_EDGES: Array<ConduitEdge> = [];
const FIT = { padding: 0.04, maxZoom: 1 };

export type ZoneCanvasProps = {
  drawing: Drawing;
  mayEdit: boolean;
  selected: ElementRef | null;
  /** The first zone of a conduit being drawn; null while none is chosen, undefined while none is being drawn. */
  connectingFrom: string | null | undefined;
  /** Shows an element; nothing else. */
  onSelect(element: ElementRef | null): void;
  /** A click: while a conduit is being drawn it chooses an end. */
  onPick(element: ElementRef, isByKey?: boolean): void;
  onCommit(commands: Commands): void;
  onReady(handle: CanvasHandle): void;
  keys: CanvasKeys;
};

/** The drawing surface. Runs in the browser only: everything React Flow draws is positioned by styles. */
export function ZoneCanvas(props: ZoneCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas(props: ZoneCanvasProps) {
  const { drawing, mayEdit, selected, connectingFrom, onSelect, onPick, onCommit, onReady, keys } = props;
  const { t } = useTranslation("diagram");
  const { index, flow } = drawing;
  const frame = useRef<HTMLDivElement>(null);
  const isNear = useIsNear();
  const { screenToFlowPosition } = useReactFlow();
  const [nodes, setNodes] = useState<Array<ZoneNode>>(() => [...flow.nodes]);
  const [target, setTarget] = useState<string | null>(null);
  const isConnecting = connectingFrom !== undefined;

  useEffect(() => setNodes([...flow.nodes]), [flow]);
  useEffect(() => {
    // From afar React Flow has measured nodes without grips, and lines need grips: new objects bring the given ones back.
    if (isNear) setNodes((before) => before.map((node) => ({ ...node })));
  }, [isNear]);
  useCanvasHandle({ frame, flow, onReady });

  const latest = useRef({ index, flow, onCommit });
  latest.current = { index, flow, onCommit };
  const commit = useCallback((commands: Commands) => {
    if (commands.length > 0) latest.current.onCommit(commands);
    else setNodes([...latest.current.flow.nodes]);
  }, []);

  const onNodesChange = useCallback((changes: Array<NodeChange<ZoneNode>>) => {
    setNodes((before) => applyNodeChanges(changes, before));
  }, []);

  const zoneBelow = (pointer: Point, except: ReadonlyArray<string> = []) =>
    zoneAt(index, flow.boxes, screenToFlowPosition(pointer), except);

  const onNodeDrag: OnNodeDrag<ZoneNode> = (event, node) => {
    const below = zoneBelow(pointerOf(event), [node.id]);
    setTarget(below === node.data.zone.parentId ? null : below);
  };
  const onNodeDragStop: OnNodeDrag<ZoneNode> = (event, node) => {
    setTarget(null);
    const origin = (node.parentId ? flow.boxes.get(node.parentId) : undefined) ?? { x: 0, y: 0 };
    const corner = { x: node.position.x + origin.x, y: node.position.y + origin.y };
    const parentId = zoneBelow(pointerOf(event), [node.id]);
    commit(fromDrag(index, flow.boxes, { zoneId: node.id, corner, parentId }));
  };

  const connect = (from: string, to: string) => {
    const conduitId = newId();
    const commands = fromConnect(index, conduitId, from, to);
    if (commands.length === 0) return;
    commit(commands);
    onSelect({ kind: "conduit", id: conduitId });
  };
  const onConnect = ({ source, target: to }: Connection) => connect(source, to);
  /** Let go anywhere in a zone, not only on a grip. */
  const onConnectEnd = (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
    const from = state.fromNode?.id;
    const to = zoneBelow(pointerOf(event));
    if (from && to && !state.toHandle) connect(from, to);
  };

  const { drag, start } = useAssetDrag({
    isEnabled: mayEdit && !isConnecting,
    onMove: (pointer) => setTarget(pointer && zoneBelow(pointer)),
    onDrop: (assetId, pointer) => commit(fromAssetDrop(index, assetId, zoneBelow(pointer))),
  });

  const pick = (event: MouseEvent) => {
    const element = elementAt(event.target);
    if (element) onPick(element);
  };

  const actions = useMemo(
    () => ({
      resize: (zoneId: string, size: { width: number; height: number }) =>
        commit(fromResize(latest.current.index, latest.current.flow.boxes, zoneId, size)),
    }),
    [commit],
  );

  const { onKeyDown, onFocus } = useCanvasKeys({ drawing, onSelect, onPick, keys });
  const shownNodes = useMemo(
    () => withMarks(nodes, selected?.kind === "zone" ? selected.id : null, target ?? connectingFrom ?? null),
    [nodes, selected, target, connectingFrom],
  );
  const selectedConduit = selected?.kind === "conduit" ? selected.id : null;
  const shownEdges = useMemo(
    () =>
      flow.edges.map((edge) =>
        edge.id === selectedConduit ? { ...edge, selected: true, zIndex: 1_000 } : edge,
      ),
    [flow.edges, selectedConduit],
  );

  return (
    <CanvasActionsProvider value={actions}>
      <section
        ref={frame}
        className={isConnecting ? "canvas is-connecting" : "canvas"}
        aria-label={t("canvas")}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onPointerDown={start}
      >
        <ReactFlow
          nodes={shownNodes}
          edges={isNear ? shownEdges : NO_EDGES}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={onNodesChange}
          onNodeClick={pick}
          onNodeDrag={onNodeDrag}
          onNodeDragStop={onNodeDragStop}
          onEdgeClick={(_event, { id }) => onSelect({ kind: "conduit", id })}
          onClick={(event) => {
            const element = elementAt(event.target);
            if (element?.kind === "conduit") onSelect(element);
          }}
          onPaneClick={() => onSelect(null)}
          onConnect={onConnect}
          onConnectEnd={onConnectEnd}
          connectionMode={ConnectionMode.Loose}
          connectionRadius={24}
          nodesDraggable={mayEdit && !isConnecting}
          nodesConnectable={mayEdit}
          elementsSelectable={false}
          onlyRenderVisibleElements={isNear}
          nodesFocusable={false}
          edgesFocusable={false}
          elevateNodesOnSelect={false}
          elevateEdgesOnSelect={false}
          selectNodesOnDrag={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          zoomActivationKeyCode={null}
          nodeDragThreshold={1}
          minZoom={0.05}
          maxZoom={2}
          fitView
          fitViewOptions={FIT}
        >
          {isNear ? null : (
            <FarConduits edges={flow.edges} boxes={boxesOf(nodes)} selectedId={selectedConduit} />
          )}
        </ReactFlow>
        {drag ? (
          <div className="asset-tile asset-ghost" style={ghostPlace(drag.at, frame.current)} aria-hidden>
            {drag.name}
          </div>
        ) : null}
      </section>
    </CanvasActionsProvider>
  );
}

function ghostPlace({ x, y }: Point, frame: HTMLElement | null) {
  const { left = 0, top = 0 } = frame?.getBoundingClientRect() ?? {};
  return { left: x - left, top: y - top };
}

function pointerOf(event: globalThis.MouseEvent | TouchEvent | MouseEvent | ReactTouchEvent): Point {
  const at = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** Where the boxes stand just now, a dragged one included. */
function boxesOf(nodes: ReadonlyArray<ZoneNode>): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  for (const { id, parentId, position, width = 0, height = 0 } of nodes) {
    const origin = (parentId ? boxes.get(parentId) : undefined) ?? { x: 0, y: 0 };
    boxes.set(id, { x: position.x + origin.x, y: position.y + origin.y, width, height });
  }
  return boxes;
}

/** The element that a click meant, by the marks that nodes and labels carry. */
function elementAt(target: EventTarget): ElementRef | null {
  if (!(target instanceof Element)) return null;
  for (const kind of ["asset", "conduit", "zone"] as const) {
    const id = target.closest(`[data-${kind}-id]`)?.getAttribute(`data-${kind}-id`);
    if (id) return { kind, id };
  }
  return null;
}

/** Only the nodes whose mark differs are new, so that only they draw again. */
function withMarks(
  nodes: Array<ZoneNode>,
  selectedId: string | null,
  targetId: string | null,
): Array<ZoneNode> {
  return nodes.map((node) => {
    const isSelected = node.id === selectedId;
    const className = node.id === targetId ? "is-target" : undefined;
    if (Boolean(node.selected) === isSelected && node.className === className) return node;
    return { ...node, selected: isSelected, className };
  });
}
