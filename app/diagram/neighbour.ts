import { conduitsOf, descendantsOf, otherEndOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import { drawnAs, isCollapsed } from "./collapse";
import { type Box, centreOf, type Point } from "./geometry";

export type Direction = "left" | "right" | "up" | "down";

const AXES: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** Where an arrow key leads: along a conduit that runs that way, else to the nearest zone on that side. */
export function neighbourOf(
  index: ZoneModelIndex,
  boxes: ReadonlyMap<string, Box>,
  zoneId: string,
  direction: Direction,
): string | undefined {
  const seenAs = drawnAs(index);
  // Conduits of what hides in a collapsed zone run from its box.
  const own = isCollapsed(index.model, zoneId)
    ? [{ id: zoneId }, ...descendantsOf(index, zoneId)]
    : [{ id: zoneId }];
  const joined = own.flatMap(({ id }) =>
    conduitsOf(index, id).map((conduit) => seenAs(otherEndOf(conduit, id))),
  );
  return nearest(boxes, zoneId, direction, joined) ?? nearest(boxes, zoneId, direction, [...boxes.keys()]);
}

function nearest(
  boxes: ReadonlyMap<string, Box>,
  zoneId: string,
  direction: Direction,
  candidates: ReadonlyArray<string>,
): string | undefined {
  const here = boxes.get(zoneId);
  if (!here) return undefined;
  const from = centreOf(here);
  const axis = AXES[direction];
  let best: { id: string; distance: number } | undefined;
  for (const id of candidates) {
    const box = boxes.get(id);
    if (!box || id === zoneId) continue;
    const to = centreOf(box);
    const along = (to.x - from.x) * axis.x + (to.y - from.y) * axis.y;
    const across = Math.abs((to.x - from.x) * axis.y) + Math.abs((to.y - from.y) * axis.x);
    if (along <= 0 || across > along * 1.2) continue;
    const distance = along + across * 2;
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id;
}
