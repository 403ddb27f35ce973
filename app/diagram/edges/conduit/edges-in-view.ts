import { type Box, curveBetween, overlaps, pointOn } from "../../geometry";
import type { ConduitEdge } from "../../to-edges";

const PIECES = 8;

/** Lines of which a piece may be seen in the area: a long one that only passes its corner is none. */
export function edgesIn(
  edges: ReadonlyArray<ConduitEdge>,
  boxes: ReadonlyMap<string, Box>,
  area: Box,
): ReadonlyArray<ConduitEdge> {
  return edges.filter(({ source, target, data }) => {
    const from = boxes.get(source);
    const to = boxes.get(target);
    if (!from || !to) return false;
    const curve = curveBetween(from, to, data?.bow);
    const points = Array.from({ length: PIECES + 1 }, (_, piece) => pointOn(curve, piece / PIECES));
    return points.slice(1).some((point, piece) => {
      const before = points[piece] ?? point;
      const around = {
        x: Math.min(before.x, point.x) - 1,
        y: Math.min(before.y, point.y) - 1,
        width: Math.abs(before.x - point.x) + 2,
        height: Math.abs(before.y - point.y) + 2,
      };
      return overlaps(around, area);
    });
  });
}
