import { type Node, type NodeHandle, Position } from "@xyflow/react";
import type { Verdict } from "~/domain/assessment/assessment";
import type { ModelStanding } from "~/domain/assessment/placed-products";
import {
  type ApprovalStanding,
  NO_APPROVALS,
  type ZoneApprovals,
} from "~/domain/procurement/approval-standing";
import { assetsIn, childrenOf, type ZoneModelIndex, zonesOutsideIn } from "~/domain/zone-model/queries";
import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Asset, Zone } from "~/domain/zone-model/zone-model";
import { isCollapsed, totalsOf, type ZoneTotals } from "./collapse";
import type { Box, Point, Size } from "./geometry";
import { absoluteBoxes, INNER_CORNER, layOutAgain, type ModelLayout } from "./layout-zone";
import { type Marks, marksOf } from "./marks";
import { NO_VIEWS, type Views, type ZoneView } from "./overlays/overlay";
import { packTiles } from "./pack-tiles";
import { areAllSame, isSame } from "./same";
import { type ConduitEdge, toEdges } from "./to-edges";

export type AssetTile = Point & {
  asset: Asset;
  worst: RuleSeverity | null;
  /** Where its product stands in the zone; null where none is linked, or nothing is known yet. */
  approval: ApprovalStanding | null;
  /** The notice that is shown is about it. */
  isAffected: boolean;
};

export type ZoneNodeContent = {
  zone: Zone;
  size: Size;
  smallest: Size;
  /** How far its left and its upper side can move in before they meet a sub-zone; null where there is none. */
  slack: Point | null;
  tiles: ReadonlyArray<AssetTile>;
  /** All assets in it, drawn or not. */
  assetCount: number;
  findingCount: number;
  worst: RuleSeverity | null;
  hasChildren: boolean;
  /** Products with a declaration that stand in it, and the worst verdict among them; null while none is known. */
  productCount: number;
  worstVerdict: Verdict | null;
  /** What a collapsed zone holds; null for one that is open. */
  totals: ZoneTotals | null;
  /** What the overlay says of it; null where it says nothing. */
  view: ZoneView | null;
  /** Set by the canvas: selecting is no matter of the model. */
  chosenAssets?: ReadonlySet<string>;
  /** Set by the canvas too: assets that a chosen finding is about. */
  causeAssets?: ReadonlySet<string>;
};
export type ZoneNode = Node<ZoneNodeContent, "zone">;

export type Flow = {
  nodes: ReadonlyArray<ZoneNode>;
  edges: ReadonlyArray<ConduitEdge>;
  /** From the origin of the canvas, by id of a zone that is drawn: none inside a collapsed one. */
  boxes: ReadonlyMap<string, Box>;
  /** Relative to the zone around each: what the next drawing may take over. */
  layout: ModelLayout;
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
  views: Views = NO_VIEWS,
  approvals: ZoneApprovals = NO_APPROVALS,
): Flow {
  const layout = layOutAgain(index, previous?.layout);
  const isSameRoom = layout.boxes === previous?.layout.boxes;
  const marks = marksOf(findings);
  const before = new Map(previous?.nodes.map((node) => [node.id, node]));
  // React Flow wants a parent before its children.
  const nodes = zonesOutsideIn(index).flatMap((zone): ReadonlyArray<ZoneNode> => {
    const box = layout.boxes.get(zone.id);
    const smallest = layout.smallest.get(zone.id);
    if (!box || !smallest) return [];
    const known = before.get(zone.id);
    const node = toNode({
      ...{ index, zone, box, smallest, boxes: layout.boxes, marks, known, isSameRoom },
      ...{ standing, view: views.zones.get(zone.id) ?? null, approvals: approvals.get(zone.id) },
      affected: views.affected,
    });
    return [known ? reused(known, node) : node];
  });
  const boxes =
    previous && isSameRoom ? previous.boxes : sameBoxes(previous?.boxes, absoluteBoxes(index, layout.boxes));
  return { nodes, edges: toEdges(index, marks, boxes, previous, views.conduits), boxes, layout };
}

type Drawn = {
  index: ZoneModelIndex;
  zone: Zone;
  box: Box;
  smallest: Size;
  boxes: ReadonlyMap<string, Box>;
  marks: Marks;
  standing: ModelStanding | undefined;
  view: ZoneView | null;
  approvals: ReadonlyMap<string, ApprovalStanding> | undefined;
  affected: Views["affected"];
  /** The zone as it was drawn before, and whether all zones have the room that they had then. */
  known: ZoneNode | undefined;
  isSameRoom: boolean;
};

function toNode(drawn: Drawn): ZoneNode {
  const { index, zone, box, smallest, boxes, marks, standing, view } = drawn;
  const { x, y, width, height } = box;
  const collapsed = isCollapsed(index.model, zone.id);
  const totals = collapsed ? totalsOf(index, zone.id, marks, standing) : null;
  const assets = assetsIn(index, zone.id);
  const children = childrenOf(index, zone.id).flatMap(({ id }) => boxes.get(id) ?? []);
  const known = standing?.get(zone.id);
  const mark = marks.zone.get(zone.id);
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
      slack: slackOf(children),
      tiles: collapsed ? NO_TILES : tilesOf(drawn, children, assets),
      assetCount: assets.length,
      findingCount: mark?.count ?? 0,
      worst: mark?.worst ?? null,
      hasChildren: children.length > 0,
      productCount: known?.products.length ?? 0,
      worstVerdict: known?.worst ?? null,
      ...{ totals, view },
    },
  };
}

const NO_TILES: ReadonlyArray<AssetTile> = [];

/** Those drawn before, each and all together, where they say the same: there are thousands of them. */
function tilesOf(
  { box, marks, approvals, affected, known, isSameRoom }: Drawn,
  children: ReadonlyArray<Box>,
  assets: ReadonlyArray<Asset>,
): ReadonlyArray<AssetTile> {
  const before = known?.data.tiles ?? [];
  const points = isSameRoom && known ? before : packTiles(box, children, assets.length);
  const tiles = points.flatMap(({ x, y }, position): ReadonlyArray<AssetTile> => {
    const asset = assets[position];
    if (!asset) return [];
    const worst = marks.asset.get(asset.id)?.worst ?? null;
    const same = before[position];
    const approval = approvals?.get(asset.productReleaseId ?? "") ?? null;
    const isAffected = affected.has(asset.id);
    const isSameTile =
      same?.asset === asset &&
      same.worst === worst &&
      same.approval === approval &&
      same.isAffected === isAffected &&
      same.x === x &&
      same.y === y;
    return [isSameTile ? same : { x, y, asset, worst, approval, isAffected }];
  });
  return areAllSame(tiles, before) ? before : tiles;
}

function slackOf(children: ReadonlyArray<Box>): Point | null {
  if (children.length === 0) return null;
  return {
    x: Math.max(0, Math.min(...children.map(({ x }) => x)) - INNER_CORNER.x),
    y: Math.max(0, Math.min(...children.map(({ y }) => y)) - INNER_CORNER.y),
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
  const { size: sizeA, smallest: smallestA, slack: slackA, totals: totalsA, ...restA } = a;
  const { size: sizeB, smallest: smallestB, slack: slackB, totals: totalsB, ...restB } = b;
  return (
    isSame(restA, restB) &&
    isSame(sizeA, sizeB) &&
    isSame(smallestA, smallestB) &&
    isSame(slackA, slackB) &&
    isSame(totalsA, totalsB)
  );
}
