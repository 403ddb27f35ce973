import type { ElkGraph, ElkZone } from "./elk-graph";

type LaidOut = Pick<ElkZone, "children" | "width" | "height">;

/**
 * Lays out a graph zone by zone, the innermost first: as elk would by itself, for every zone is laid out apart, but in
 * parts between which it can be told how far the work is and can be stopped. `onDone` hears how many of the zones have
 * their place among their neighbours; a rejection of `layOut` ends it all.
 */
export async function layOutInParts(
  graph: ElkGraph,
  layOut: (part: ElkGraph) => Promise<LaidOut>,
  onDone: (zones: number) => void,
): Promise<Pick<ElkZone, "children">> {
  let done = 0;
  const place = async (zone: ElkZone): Promise<ElkZone> => {
    if (!zone.children || zone.children.length === 0) return zone;
    const inside: Array<ElkZone> = [];
    for (const child of zone.children) inside.push(await place(child));
    const boxes = inside.map(({ id, width, height }) => ({ id, width, height }));
    const { id, layoutOptions } = zone;
    const laidOut = await layOut({ id, layoutOptions, children: boxes, edges: zone.edges ?? [] });
    const found = new Map((laidOut.children ?? []).map((child) => [child.id, child]));
    done += inside.length;
    onDone(done);
    return {
      id,
      width: Math.max(zone.width ?? 0, laidOut.width ?? 0),
      height: Math.max(zone.height ?? 0, laidOut.height ?? 0),
      children: inside.map((child) => {
        const { x = 0, y = 0 } = found.get(child.id) ?? {};
        return { ...child, x, y };
      }),
    };
  };
  return place(graph);
}
