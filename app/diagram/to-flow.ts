import { type Edge, type Node, type NodeHandle, Position } from "@xyflow/react";
import type { Verdict } from "~/domain/assessment/assessment";
import type { ModelStanding, ZoneStanding } from "~/domain/assessment/placed-products";
import { assetsIn, childrenOf, grouped, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Asset, Conduit, ElementRef, Zone } from "~/domain/zone-model/zone-model";
import { conduitRouter, type Route } from "./conduit-router";
import type { Box, Point, Size } from "./geometry";
import { absoluteBoxes, layOutModel } from "./layout-zone";
import { packTiles } from "./pack-tiles";

export type AssetTile = Point & { asset: Asset; worst: RuleSeverity | null };

export type ZoneNodeContent = {
  zone: Zone;
  size: Size;
  smallest: Size;
  tiles: ReadonlyArray<AssetTile>;
  /** All assets in it, drawn or not. */
  assetCount: number;
  findingCount: number;
  worst: RuleSeverity | null;
  hasChildren: boolean;
  /** Products with a declaration that stand in it, and the worst verdict among them; null while none is known. */
  productCount: number;
  worstVerdict: Verdict | null;
};
export type ZoneNode = Node<ZoneNodeContent, "zone">;

export type ConduitEdgeContent = {
  conduit: Conduit;
  fromName: string;
  toName: string;
  /** How far the line is bowed, 0 = straight, and where on it the label stands, from 0 to 1. */
  bow: number;
  labelAt: number;
  worst: RuleSeverity | null;
};
export type ConduitEdge = Edge<ConduitEdgeContent, "conduit">;

export type Flow = {
  nodes: ReadonlyArray<ZoneNode>;
  edges: ReadonlyArray<ConduitEdge>;
  /** From the origin of the canvas, by zone id. */
  boxes: ReadonlyMap<string, Box>;
};

/**
 * The model as React Flow draws it: zones are nodes (outer ones first), conduits are edges, assets are drawn by
 * their zone. What did not change since `previous` keeps its identity, so that only changed zones draw again.
 */
export function toFlow(
  index: ZoneModelIndex,
  findings: ReadonlyArray<ModelFinding>,
  previous?: Flow,
  standing?: ModelStanding,
): Flow {
  const layout = layOutModel(index);
  const marks = marksOf(findings);
  const before = new Map(previous?.nodes.map((node) => [node.id, node]));
  const nodes = zonesOutsideIn(index).flatMap((zone): ReadonlyArray<ZoneNode> => {
    const box = layout.boxes.get(zone.id);
    const smallest = layout.smallest.get(zone.id);
    if (!box || !smallest) return [];
    const node = toNode({
      ...{ index, zone, box, smallest, boxes: layout.boxes, marks },
      standing: standing?.get(zone.id) ?? null,
    });
    const known = before.get(zone.id);
    return [known ? reused(known, node) : node];
  });
  const edgesBefore = new Map(previous?.edges.map((edge) => [edge.id, edge]));
  const boxes = sameBoxes(previous?.boxes, absoluteBoxes(index, layout.boxes));
  const route = router(index, boxes, previous);
  return { nodes, edges: toEdges({ index, marks, before: edgesBefore, route }), boxes };
}

type Marks = ReadonlyMap<string, { worst: RuleSeverity; count: number }>;

const ORDER: ReadonlyArray<RuleSeverity> = ["notice", "warning", "error"];

/** The worst finding and the number of findings by element. */
function marksOf(findings: ReadonlyArray<ModelFinding>): Marks {
  const marks = new Map<string, { worst: RuleSeverity; count: number }>();
  for (const { element, severity } of findings) {
    const mark = marks.get(keyOf(element));
    const worst = mark && ORDER.indexOf(mark.worst) >= ORDER.indexOf(severity) ? mark.worst : severity;
    marks.set(keyOf(element), { worst, count: (mark?.count ?? 0) + 1 });
  }
  return marks;
}

export function keyOf({ kind, id }: ElementRef): string {
  return `${kind}:${id}`;
}

/** React Flow wants a parent before its children. */
function zonesOutsideIn(index: ZoneModelIndex): ReadonlyArray<Zone> {
  const walk = (parentId: string | null): ReadonlyArray<Zone> =>
    childrenOf(index, parentId).flatMap((zone) => [zone, ...walk(zone.id)]);
  return walk(null);
}

type Drawn = {
  index: ZoneModelIndex;
  zone: Zone;
  box: Box;
  smallest: Size;
  boxes: ReadonlyMap<string, Box>;
  marks: Marks;
  standing: ZoneStanding | null;
};

function toNode({ index, zone, box, smallest, boxes, marks, standing }: Drawn): ZoneNode {
  const { x, y, width, height } = box;
  const assets = assetsIn(index, zone.id);
  const children = childrenOf(index, zone.id).flatMap(({ id }) => boxes.get(id) ?? []);
  const points = packTiles(box, children, assets.length);
  const mark = marks.get(keyOf({ kind: "zone", id: zone.id }));
  return {
    id: zone.id,
    type: "zone",
    position: { x, y },
    width,
    height,
    // Known without measuring: what is out of view counts for “show everything” too.
    measured: { width, height },
    handles: handlesOf(box),
    ...(zone.parentId !== null && { parentId: zone.parentId }),
    data: {
      zone,
      size: { width, height },
      smallest,
      tiles: points.flatMap((point, position) => {
        const asset = assets[position];
        if (!asset) return [];
        return [{ ...point, asset, worst: marks.get(keyOf({ kind: "asset", id: asset.id }))?.worst ?? null }];
      }),
      assetCount: assets.length,
      findingCount: mark?.count ?? 0,
      worst: mark?.worst ?? null,
      hasChildren: children.length > 0,
      productCount: standing?.products.length ?? 0,
      worstVerdict: standing?.worst ?? null,
    },
  };
}

/** Given, not measured: nothing has to be laid out twice. */
function handlesOf({ width, height }: Size): Array<NodeHandle> {
  const at = (position: Position, x: number, y: number): NodeHandle => ({
    id: position,
    type: "source",
    position,
    x: x - 7,
    y: y - 7,
    width: 14,
    height: 14,
  });
  return [
    at(Position.Top, width / 2, 0),
    at(Position.Right, width, height / 2),
    at(Position.Bottom, width / 2, height),
    at(Position.Left, 0, height / 2),
  ];
}

/** The boxes drawn before, where none has moved. */
function sameBoxes(before: Flow["boxes"] | undefined, boxes: Flow["boxes"]): Flow["boxes"] {
  if (!before || before.size !== boxes.size) return boxes;
  for (const [id, box] of boxes) if (!isSame(before.get(id), box)) return boxes;
  return before;
}

type Router = (conduit: Conduit, lane: number) => Route;

/** Finding ways is the dearest part of a drawing: where no box and no end has moved, the ways stay. */
function router(index: ZoneModelIndex, boxes: Flow["boxes"], previous: Flow | undefined): Router {
  const known = new Map(previous?.edges.map(({ id, data }) => [id, data]));
  const areEndsSame =
    previous?.boxes === boxes &&
    previous.edges.length === index.model.conduits.length &&
    index.model.conduits.every(({ id, fromZoneId, toZoneId }) => {
      const conduit = known.get(id)?.conduit;
      return conduit?.fromZoneId === fromZoneId && conduit.toZoneId === toZoneId;
    });
  if (!areEndsSame) return conduitRouter(index, boxes);
  return ({ id }) => {
    const { bow = 0, labelAt = 0.5 } = known.get(id) ?? {};
    return { bow, labelAt };
  };
}

type Joined = {
  index: ZoneModelIndex;
  marks: Marks;
  before: ReadonlyMap<string, ConduitEdge>;
  route: Router;
};

function toEdges({ index, marks, before, route }: Joined): ReadonlyArray<ConduitEdge> {
  const pairs = grouped(index.model.conduits, (conduit) => [pairOf(conduit)]);
  return index.model.conduits.map((conduit) => {
    const siblings = pairs.get(pairOf(conduit)) ?? [];
    // Turning a line round turns its sides.
    const side = conduit.fromZoneId < conduit.toZoneId ? 1 : -1;
    const lane = side * (siblings.indexOf(conduit) - (siblings.length - 1) / 2);
    const edge: ConduitEdge = {
      id: conduit.id,
      type: "conduit",
      source: conduit.fromZoneId,
      target: conduit.toZoneId,
      data: {
        conduit,
        fromName: index.zoneById.get(conduit.fromZoneId)?.name ?? "",
        toName: index.zoneById.get(conduit.toZoneId)?.name ?? "",
        ...route(conduit, lane),
        worst: marks.get(keyOf({ kind: "conduit", id: conduit.id }))?.worst ?? null,
      },
    };
    const known = before.get(conduit.id);
    return known && isSame(known.data, edge.data) ? known : edge;
  });
}

function pairOf({ fromZoneId, toZoneId }: Conduit): string {
  return fromZoneId < toZoneId ? `${fromZoneId} ${toZoneId}` : `${toZoneId} ${fromZoneId}`;
}

/** The old node where it says the same; a new one with the old content where only the place differs. */
function reused(known: ZoneNode, node: ZoneNode): ZoneNode {
  const data = isSameContent(known.data, node.data) ? known.data : node.data;
  const isUnmoved =
    known.position.x === node.position.x &&
    known.position.y === node.position.y &&
    known.width === node.width &&
    known.height === node.height &&
    known.parentId === node.parentId;
  return isUnmoved && data === known.data ? known : { ...node, data };
}

function isSameContent(a: ZoneNodeContent, b: ZoneNodeContent): boolean {
  const { tiles: tilesA, size: sizeA, smallest: smallestA, ...restA } = a;
  const { tiles: tilesB, size: sizeB, smallest: smallestB, ...restB } = b;
  return (
    isSame(restA, restB) &&
    isSame(sizeA, sizeB) &&
    isSame(smallestA, smallestB) &&
    tilesA.length === tilesB.length &&
    tilesA.every((tile, position) => isSame(tile, tilesB[position]))
  );
}

function isSame<Members extends object>(a: Members | undefined, b: Members | undefined): boolean {
  if (!a || !b) return a === b;
  // Object.keys forgets the names' type.
  const names = Object.keys(a) as Array<keyof Members>;
  return names.every((name) => Object.is(a[name], b[name]));
}
