import type { Edge } from "@xyflow/react";
import { grouped, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Conduit } from "~/domain/zone-model/zone-model";
import { drawnAs } from "./collapse";
import { conduitRouter, type Ends, type Route } from "./conduit-router";
import type { Box } from "./geometry";
import { type Marks, worseOf } from "./marks";
import { type ConduitView, NO_VIEWS, type Views } from "./overlays/overlay";
import { areAllSame, isSame } from "./same";

export type ConduitEdgeContent = {
  conduit: Conduit;
  /** All conduits of a line that ends at a collapsed zone; null where the line is its conduit alone. */
  bundle: ReadonlyArray<Conduit> | null;
  fromName: string;
  toName: string;
  /** How far the line is bowed, 0 = straight, and where on it the label stands, from 0 to 1. */
  bow: number;
  labelAt: number;
  worst: RuleSeverity | null;
  /** What the overlay says of it, or of one of the conduits of the line. */
  view: ConduitView | null;
  /** Set by the canvas: a chosen finding is about it. */
  isCause?: boolean;
};
/** Its id is that of its conduit, of the first one where it stands for several. */
export type ConduitEdge = Edge<ConduitEdgeContent, "conduit">;

export type DrawnEdges = { boxes: ReadonlyMap<string, Box>; edges: ReadonlyArray<ConduitEdge> };

/** Lines for all conduits that can be seen. What hides in a collapsed zone runs from its box, joined into one line. */
export function toEdges(
  index: ZoneModelIndex,
  marks: Marks,
  boxes: DrawnEdges["boxes"],
  previous: DrawnEdges | undefined,
  views: Views["conduits"] = NO_VIEWS.conduits,
): ReadonlyArray<ConduitEdge> {
  const lines = linesOf(index);
  const route = router(index, lines, boxes, previous);
  const pairs = grouped(lines, ({ ends }) => [pairOf(ends)]);
  const before = new Map(previous?.edges.map((edge) => [edge.id, edge]));
  return lines.map(({ conduit, bundle, ends }) => {
    const siblings = pairs.get(pairOf(ends)) ?? [];
    // Turning a line round turns its sides.
    const side = ends.fromZoneId < ends.toZoneId ? 1 : -1;
    const lane = side * (siblings.findIndex((line) => line.conduit === conduit) - (siblings.length - 1) / 2);
    const edge: ConduitEdge = {
      id: conduit.id,
      type: "conduit",
      source: ends.fromZoneId,
      target: ends.toZoneId,
      data: {
        conduit,
        bundle,
        fromName: index.zoneById.get(ends.fromZoneId)?.name ?? "",
        toName: index.zoneById.get(ends.toZoneId)?.name ?? "",
        ...route(conduit.id, ends, lane),
        worst: worstOf(bundle ?? [conduit], marks),
        view: (bundle ?? [conduit]).flatMap(({ id }) => views.get(id) ?? [])[0] ?? null,
      },
    };
    const known = before.get(conduit.id);
    const isUnchanged =
      known?.source === edge.source && known.target === edge.target && isSameContent(known.data, edge.data);
    return known && isUnchanged ? known : edge;
  });
}

type Line = { conduit: Conduit; bundle: ReadonlyArray<Conduit> | null; ends: Ends };

function linesOf(index: ZoneModelIndex): ReadonlyArray<Line> {
  const seenAs = drawnAs(index);
  const all = index.model.conduits.map((conduit) => {
    const ends = { fromZoneId: seenAs(conduit.fromZoneId), toZoneId: seenAs(conduit.toZoneId) };
    const isLifted = ends.fromZoneId !== conduit.fromZoneId || ends.toZoneId !== conduit.toZoneId;
    return { conduit, ends, isLifted };
  });
  const lifted = grouped(
    all.filter(({ isLifted }) => isLifted),
    ({ ends }) => [pairOf(ends)],
  );
  return all.flatMap(({ conduit, ends, isLifted }): ReadonlyArray<Line> => {
    if (ends.fromZoneId === ends.toZoneId) return [];
    if (!isLifted) return [{ conduit, ends, bundle: null }];
    const bundle = lifted.get(pairOf(ends)) ?? [];
    if (bundle[0]?.conduit !== conduit) return [];
    return [{ conduit, ends, bundle: bundle.map((line) => line.conduit) }];
  });
}

function pairOf({ fromZoneId, toZoneId }: Ends): string {
  return fromZoneId < toZoneId ? `${fromZoneId} ${toZoneId}` : `${toZoneId} ${fromZoneId}`;
}

function worstOf(conduits: ReadonlyArray<Conduit>, marks: Marks): RuleSeverity | null {
  return conduits.reduce<RuleSeverity | null>(
    (worst, { id }) => worseOf(worst, marks.conduit.get(id)?.worst ?? null),
    null,
  );
}

type Router = (conduitId: string, ends: Ends, lane: number) => Route;

/** Finding ways is the dearest part of a drawing: where no box and no end has moved, the ways stay. */
function router(
  index: ZoneModelIndex,
  lines: ReadonlyArray<Line>,
  boxes: DrawnEdges["boxes"],
  previous: DrawnEdges | undefined,
): Router {
  const known = new Map(previous?.edges.map((edge) => [edge.id, edge]));
  const areEndsSame =
    previous?.boxes === boxes &&
    previous.edges.length === lines.length &&
    lines.every(({ conduit, ends }) => {
      const edge = known.get(conduit.id);
      return edge?.source === ends.fromZoneId && edge.target === ends.toZoneId;
    });
  if (!areEndsSame) {
    const route = conduitRouter(index, boxes);
    return (_id, ends, lane) => route(ends, lane);
  }
  return (id) => {
    const { bow = 0, labelAt = 0.5 } = known.get(id)?.data ?? {};
    return { bow, labelAt };
  };
}

function isSameContent(a: ConduitEdgeContent | undefined, b: ConduitEdgeContent | undefined): boolean {
  if (!a || !b) return a === b;
  const { bundle: bundleA, ...restA } = a;
  const { bundle: bundleB, ...restB } = b;
  return isSame(restA, restB) && areAllSame(bundleA, bundleB);
}
