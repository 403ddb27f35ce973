import type { NodeChange } from "@xyflow/react";
import type { Box, Point } from "./geometry";
import { SMALLEST_ZONE } from "./measures";
import { type Guide, type Side, type SnapOptions, snapResize } from "./snap";
import type { Flow, ZoneNode, ZoneNodeContent } from "./to-flow";

/** A zone being resized: its box before, as the pointer wants it, and as it comes to be. From the origin of the canvas. */
export type Resizing = { id: string; base: Box; wished: Box; box: Box; guides: ReadonlyArray<Guide> };

/** How small a zone can be pulled from a side: its contents stay where they are. */
export function smallestFrom({ size, smallest, slack }: ZoneNodeContent, sides: ReadonlyArray<Side>) {
  const width = slack && sides.includes("left") ? size.width - slack.x : smallest.width;
  const height = slack && sides.includes("top") ? size.height - slack.y : smallest.height;
  return { width: Math.max(SMALLEST_ZONE.width, width), height: Math.max(SMALLEST_ZONE.height, height) };
}

/** What the changes of React Flow say of a zone being resized; undefined where they are about something else. */
export function resizedBy(
  changes: ReadonlyArray<NodeChange<ZoneNode>>,
  flow: Flow,
  before: Resizing | null,
  snap: SnapOptions | null,
): Resizing | undefined {
  const change = changes.find((one) => one.type === "dimensions" && one.resizing);
  if (change?.type !== "dimensions" || !change.dimensions) return undefined;
  const { id, dimensions } = change;
  const base = flow.boxes.get(id);
  const content = flow.nodes.find((node) => node.id === id)?.data;
  if (!base || !content) return undefined;
  const known = before?.id === id ? before.wished : base;
  const corner = cornerIn(changes, id, originOf(flow, id)) ?? { x: known.x, y: known.y };
  const wished = { ...corner, ...dimensions };
  if (!snap) return { id, base, wished, box: wished, guides: [] };
  const sides = movedSides(base, wished);
  const { box, guides } = snapResize(wished, sides, smallestFrom(content, sides), snap);
  return { id, base, wished, box, guides };
}

/** The same changes, saying the box that it comes to be; what is inside stays where it is. */
export function changesOf({ id, base, box }: Resizing, flow: Flow): Array<NodeChange<ZoneNode>> {
  const origin = originOf(flow, id);
  return [
    { id, type: "position", position: { x: box.x - origin.x, y: box.y - origin.y } },
    {
      id,
      type: "dimensions",
      resizing: true,
      setAttributes: true,
      dimensions: { width: box.width, height: box.height },
    },
    ...flow.nodes
      .filter(({ parentId }) => parentId === id)
      .map((child) => ({
        id: child.id,
        type: "position" as const,
        position: { x: child.position.x - (box.x - base.x), y: child.position.y - (box.y - base.y) },
      })),
  ];
}

/** Where the zone around a zone stands. */
export function originOf({ nodes, boxes }: Flow, id: string): Point {
  const parentId = nodes.find((node) => node.id === id)?.parentId;
  return (parentId === undefined ? undefined : boxes.get(parentId)) ?? { x: 0, y: 0 };
}

function cornerIn(
  changes: ReadonlyArray<NodeChange<ZoneNode>>,
  id: string,
  origin: Point,
): Point | undefined {
  const moved = changes.find((one) => one.type === "position" && one.id === id);
  if (moved?.type !== "position" || !moved.position) return undefined;
  return { x: moved.position.x + origin.x, y: moved.position.y + origin.y };
}

function movedSides(base: Box, box: Box): ReadonlyArray<Side> {
  const sides: Array<Side> = [];
  if (box.x !== base.x) sides.push("left");
  if (box.y !== base.y) sides.push("top");
  if (Math.abs(box.x + box.width - base.x - base.width) > 0.01) sides.push("right");
  if (Math.abs(box.y + box.height - base.y - base.height) > 0.01) sides.push("bottom");
  return sides;
}
