import { applyNodeChanges, type NodeChange, type OnNodeDrag, useReactFlow } from "@xyflow/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { ancestorsOf } from "~/domain/zone-model/queries";
import { pointerOf } from "./canvas-pointer";
import type { Commands } from "./editing/edit-state";
import { fromDrop, fromResize, zoneAt } from "./from-flow";
import type { Box, Point } from "./geometry";
import { GRID } from "./measures";
import { changesOf, originOf, type Resizing, resizedBy } from "./resize-gesture";
import { areAllSame } from "./same";
import { idsOf, isChosen, outermostOf, type Selection } from "./selection";
import { type Guide, type SnapOptions, snapMove } from "./snap";
import type { ZoneNode } from "./to-flow";
import type { Drawing } from "./use-drawing";

type ZoneDragOptions = {
  drawing: Drawing;
  selection: Selection;
  isSnapping: boolean;
  onCommit(commands: Commands): boolean;
  onSelect(zoneId: string): void;
};

/** In pixels of the screen. */
const REACH = 7;
const NO_GUIDES: ReadonlyArray<Guide> = [];

/** The nodes as they stand just now, and what dragging and resizing them leads to. */
export function useZoneDrag({ drawing, selection, isSnapping, onCommit, onSelect }: ZoneDragOptions) {
  const { flow } = drawing;
  const { getZoom, screenToFlowPosition } = useReactFlow();
  const [nodes, setNodes] = useState<Array<ZoneNode>>(() => [...flow.nodes]);
  const [guides, setGuides] = useState(NO_GUIDES);
  const [target, setTarget] = useState<string | null>(null);
  const latest = useRef({ drawing, selection, isSnapping, onCommit, onSelect });
  latest.current = { drawing, selection, isSnapping, onCommit, onSelect };
  /** The zone in the hand, and where the corners of all that move with it have come to stand. */
  const held = useRef<{ id: string; corners: Map<string, Point> } | null>(null);
  const resizing = useRef<Resizing | null>(null);

  useEffect(() => setNodes((before) => (areAllSame(before, flow.nodes) ? before : [...flow.nodes])), [flow]);

  const commit = useCallback((commands: Commands) => {
    const isDone = commands.length > 0 && latest.current.onCommit(commands);
    if (!isDone) setNodes([...latest.current.drawing.flow.nodes]);
  }, []);

  const snapTo = useCallback(
    (zoneId: string, except: ReadonlySet<string>): SnapOptions | null => {
      const { drawing: now, isSnapping: isOn } = latest.current;
      if (!isOn) return null;
      const parentId = now.index.zoneById.get(zoneId)?.parentId ?? null;
      const others = (now.index.zonesByParent.get(parentId) ?? [])
        .filter(({ id }) => !except.has(id))
        .flatMap(({ id }) => now.flow.boxes.get(id) ?? []);
      return { others, reach: REACH / getZoom(), grid: GRID };
    },
    [getZoom],
  );

  /** The held zone is snapped, and the others keep their distance to it. */
  const withSnap = useCallback(
    (changes: Array<NodeChange<ZoneNode>>): Array<NodeChange<ZoneNode>> => {
      const { flow: now } = latest.current.drawing;
      const resized = resizedBy(changes, now, resizing.current, null);
      if (resized) {
        const snapped =
          resizedBy(changes, now, resizing.current, snapTo(resized.id, new Set([resized.id]))) ?? resized;
        resizing.current = snapped;
        setGuides(snapped.guides);
        return changesOf(snapped, now);
      }
      const lead = held.current;
      const moved = changes.flatMap((change) =>
        change.type === "position" && change.dragging && change.position
          ? [{ id: change.id, position: change.position }]
          : [],
      );
      const led = lead && moved.find(({ id }) => id === lead.id);
      if (!lead || !led) return changes;
      const origin = originOf(now, led.id);
      const size = now.boxes.get(led.id) ?? { width: 0, height: 0 };
      const wished: Box = { ...size, x: led.position.x + origin.x, y: led.position.y + origin.y };
      const snap = snapTo(led.id, new Set(moved.map(({ id }) => id)));
      const { corner, guides: shown } = snap ? snapMove(wished, snap) : { corner: wished, guides: NO_GUIDES };
      setGuides(shown);
      const shift = { x: corner.x - wished.x, y: corner.y - wished.y };
      return changes.map((change) => {
        if (change.type !== "position" || !change.position) return change;
        const position = { x: change.position.x + shift.x, y: change.position.y + shift.y };
        const around = originOf(now, change.id);
        lead.corners.set(change.id, { x: position.x + around.x, y: position.y + around.y });
        return { ...change, position };
      });
    },
    [snapTo],
  );

  const onNodesChange = useCallback(
    (changes: Array<NodeChange<ZoneNode>>) => {
      const snapped = withSnap(changes);
      setNodes((before) => applyNodeChanges(snapped, before));
    },
    [withSnap],
  );

  const zoneBelow = (pointer: Point, except: Iterable<string> = []) =>
    zoneAt(drawing.index, flow.boxes, screenToFlowPosition(pointer), except);

  const zoneBelowPoint = (point: Point) => zoneAt(drawing.index, flow.boxes, point);

  const onNodeDragStart: OnNodeDrag<ZoneNode> = (_event, node) => {
    held.current = { id: node.id, corners: new Map() };
    if (!isChosen(selection, { kind: "zone", id: node.id })) onSelect(node.id);
  };
  const onNodeDrag: OnNodeDrag<ZoneNode> = (event, node, moving) => {
    const below = zoneBelow(
      pointerOf(event),
      moving.map(({ id }) => id),
    );
    setTarget(below === node.data.zone.parentId ? null : below);
  };
  const onNodeDragStop: OnNodeDrag<ZoneNode> = (event, node, moving) => {
    setTarget(null);
    setGuides(NO_GUIDES);
    const corners = held.current?.corners ?? new Map<string, Point>();
    held.current = null;
    const ids = moving.map(({ id }) => id);
    const isTogether = isChosen(selection, { kind: "zone", id: node.id });
    commit(
      fromDrop(drawing.index, flow.boxes, {
        zones: ids.flatMap((zoneId) => {
          const corner = corners.get(zoneId);
          return corner ? [{ zoneId, corner }] : [];
        }),
        assetIds: isTogether ? idsOf(selection, "asset") : [],
        lead: { kind: "zone", id: node.id },
        parentId: zoneBelow(pointerOf(event), ids),
      }),
    );
  };

  /** Assets were let go; chosen zones that were not in the hand go along by the same distance. */
  const dropAssets = useCallback(
    (assetId: string, parentId: string | null, by: Point) => {
      const { drawing: now, selection: chosen } = latest.current;
      const isTogether = isChosen(chosen, { kind: "asset", id: assetId });
      const around = new Set(parentId === null ? [] : [parentId, ...ancestorIds(now, parentId)]);
      const zones = isTogether ? outermostOf(chosen, now.index) : [];
      commit(
        fromDrop(now.index, now.flow.boxes, {
          zones: zones
            .filter((id) => !around.has(id))
            .flatMap((zoneId) => {
              const box = now.flow.boxes.get(zoneId);
              return box ? [{ zoneId, corner: { x: box.x + by.x, y: box.y + by.y } }] : [];
            }),
          assetIds: isTogether ? idsOf(chosen, "asset") : [assetId],
          lead: { kind: "asset", id: assetId },
          parentId,
        }),
      );
    },
    [commit],
  );

  const endResize = useCallback(
    (zoneId: string) => {
      const { drawing: now } = latest.current;
      const resized = resizing.current;
      resizing.current = null;
      setGuides(NO_GUIDES);
      commit(resized?.id === zoneId ? fromResize(now.index, now.flow.boxes, zoneId, resized.box) : []);
    },
    [commit],
  );

  return {
    ...{
      nodes,
      setNodes,
      guides,
      target,
      setTarget,
      commit,
      zoneBelow,
      zoneBelowPoint,
      dropAssets,
      endResize,
    },
    handlers: { onNodesChange, onNodeDragStart, onNodeDrag, onNodeDragStop },
  };
}

function ancestorIds({ index }: Drawing, zoneId: string): ReadonlyArray<string> {
  return ancestorsOf(index, zoneId).map(({ id }) => id);
}
