import type { SlVector } from "~/domain/security-level/security-level";
import { differenceOf, type LevelChange, type ZoneModelDifference } from "~/domain/zone-model/difference";
import {
  assetsIn,
  childrenOf,
  depthOf,
  grouped,
  indexModel,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import type { Asset, Conduit, Place, Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import { type LineClass, lineClassOf } from "../edges/conduit/line-class";
import { type Box, type Curve, curveBetween, type Point, pathOf, pointOn } from "../geometry";
import { absoluteBoxes, layOutModel } from "../layout-zone";
import { NO_FINDINGS } from "../marks";
import { TILE } from "../measures";
import { packTiles } from "../pack-tiles";
import { toEdges } from "../to-edges";

/** What became of an element; `level` says where a target went, also where nothing else changed. */
export type ElementMark = {
  change: "added" | "removed" | "changed";
  level: "up" | "down" | "both" | null;
};
export type AssetChanges = { added: number; removed: number; changed: number };

export type DrawnZone = {
  id: string;
  name: string;
  box: Box;
  depth: number;
  isOutside: boolean;
  target: SlVector | null;
  /** The target of before where it was another one. */
  targetBefore: SlVector | null;
  assets: number;
  assetChanges: AssetChanges;
  tiles: ReadonlyArray<Box & { id: string; name: string }>;
  mark: ElementMark | null;
};

export type DrawnConduit = {
  id: string;
  name: string;
  curve: Curve;
  path: string;
  label: Point;
  line: LineClass;
  protocols: ReadonlyArray<string>;
  mark: ElementMark | null;
};

/** A model as it is drawn on paper: absolute pixels at 100 %, outer zones before inner ones. Plain data. */
export type Drawing = {
  bounds: Box;
  zones: ReadonlyArray<DrawnZone>;
  conduits: ReadonlyArray<DrawnConduit>;
};

export type DrawOptions = {
  /** Draws every asset that has room as a tile with its name. */
  tiles?: boolean;
  /** Draws what collapsed zones hold too. */
  openAll?: boolean;
};

/** One state of a model, as the canvas lays it out. Pure: the same model gives the same drawing. */
export function drawModel(model: ZoneModel, { tiles = false, openAll = true }: DrawOptions = {}): Drawing {
  const index = indexModel(openAll ? opened(model) : model);
  const boxes = absoluteBoxes(index, layOutModel(index).boxes);
  return draw({ index, boxes, marks: NO_MARKS, tiles });
}

/**
 * Two states in one drawing: everything of `after` where it stands, and what is gone where it stood, each with its mark.
 * Collapsed zones are open, so that nothing that changed is hidden.
 */
export function drawDifference(
  before: ZoneModel,
  after: ZoneModel,
  difference: ZoneModelDifference = differenceOf(before, after),
): Drawing {
  const [old, now] = [indexModel(opened(before)), indexModel(opened(after))];
  const oldBoxes = absoluteBoxes(old, layOutModel(old).boxes);
  const boxes = new Map(absoluteBoxes(now, layOutModel(now).boxes));
  for (const { id } of difference.zones.removed) {
    const box = oldBoxes.get(id);
    if (box) boxes.set(id, box);
  }
  const index = indexModel({
    ...now.model,
    zones: [...now.model.zones, ...difference.zones.removed.map((zone) => withKnownParent(zone, boxes))],
    conduits: [...now.model.conduits, ...difference.conduits.removed],
  });
  return draw({ index, boxes, marks: marksOf(difference), tiles: false });
}

type Marks = {
  zones: ReadonlyMap<string, ElementMark>;
  conduits: ReadonlyMap<string, ElementMark>;
  targetsBefore: ReadonlyMap<string, SlVector | null>;
  assets: ReadonlyMap<string, AssetChanges>;
};
const NO_MARKS: Marks = {
  zones: new Map(),
  conduits: new Map(),
  targetsBefore: new Map(),
  assets: new Map(),
};

function marksOf({ zones, conduits, assets }: ZoneModelDifference): Marks {
  const counts = new Map<string, AssetChanges>();
  const count = (zoneId: string | null, change: keyof AssetChanges) => {
    if (zoneId === null) return;
    const known = counts.get(zoneId) ?? { added: 0, removed: 0, changed: 0 };
    counts.set(zoneId, { ...known, [change]: known[change] + 1 });
  };
  for (const { zoneId } of assets.added) count(zoneId, "added");
  for (const { zoneId } of assets.removed) count(zoneId, "removed");
  for (const { before, after } of assets.changed)
    if (before.zoneId === after.zoneId) count(after.zoneId, "changed");
    else {
      count(before.zoneId, "removed");
      count(after.zoneId, "added");
    }
  return {
    zones: elementMarks(zones),
    conduits: elementMarks(conduits),
    targetsBefore: new Map(
      zones.changed.flatMap(({ id, before, levels }) => (levels.length > 0 ? [[id, before.slTarget]] : [])),
    ),
    assets: counts,
  };
}

type Changes = {
  added: ReadonlyArray<{ id: string }>;
  removed: ReadonlyArray<{ id: string }>;
  changed: ReadonlyArray<{ id: string; levels: ReadonlyArray<LevelChange> }>;
};

function elementMarks({ added, removed, changed }: Changes): ReadonlyMap<string, ElementMark> {
  return new Map<string, ElementMark>([
    ...added.map(({ id }) => [id, { change: "added", level: null }] as const),
    ...removed.map(({ id }) => [id, { change: "removed", level: null }] as const),
    ...changed.map(({ id, levels }) => [id, { change: "changed", level: levelMarkOf(levels) }] as const),
  ]);
}

/** Where a target went as a whole: a level that is set counts as up, one that is cleared as down. */
export function levelMarkOf(levels: ReadonlyArray<Pick<LevelChange, "direction">>): ElementMark["level"] {
  const isUp = levels.some(({ direction }) => direction === "up" || direction === "set");
  const isDown = levels.some(({ direction }) => direction === "down" || direction === "cleared");
  if (isUp && isDown) return "both";
  return isUp ? "up" : isDown ? "down" : null;
}

type Parts = {
  index: ZoneModelIndex;
  boxes: ReadonlyMap<string, Box>;
  marks: Marks;
  tiles: boolean;
};

function draw({ index, boxes, marks, tiles }: Parts): Drawing {
  const inside = grouped(zonesOutsideIn(index), ({ parentId }) => [parentId]);
  const zones = zonesOutsideIn(index).flatMap((zone): ReadonlyArray<DrawnZone> => {
    const box = boxes.get(zone.id);
    if (!box) return [];
    const assets = assetsIn(index, zone.id);
    const children = (inside.get(zone.id) ?? []).flatMap(({ id }) => boxes.get(id) ?? []);
    return [
      {
        ...{ id: zone.id, name: zone.name, box, depth: depthOf(index, zone.id) },
        isOutside: zone.trustClass === "untrusted",
        target: zone.slTarget,
        targetBefore: marks.targetsBefore.get(zone.id) ?? null,
        assets: assets.length,
        assetChanges: marks.assets.get(zone.id) ?? { added: 0, removed: 0, changed: 0 },
        tiles: tiles ? tilesIn(box, children, assets) : [],
        mark: marks.zones.get(zone.id) ?? null,
      },
    ];
  });
  const conduits = toEdges(index, NO_FINDINGS, boxes, undefined).flatMap(({ source, target, data }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)];
    if (!data || !from || !to) return [];
    const { conduit, fromName, toName, bow, labelAt } = data;
    const curve = curveBetween(from, to, bow);
    return [
      {
        ...{ id: conduit.id, name: conduit.name || `${fromName} – ${toName}` },
        ...{ curve, path: pathOf(curve), label: pointOn(curve, labelAt), line: lineClassOf(conduit) },
        protocols: protocolsOf(conduit),
        mark: marks.conduits.get(conduit.id) ?? null,
      },
    ];
  });
  return { bounds: boundsOf(zones, conduits), zones, conduits };
}

/** Relative to the zone for the packing, absolute for the drawing. */
function tilesIn(box: Box, children: ReadonlyArray<Box>, assets: ReadonlyArray<Asset>): DrawnZone["tiles"] {
  const relative = children.map((child) => ({ ...child, x: child.x - box.x, y: child.y - box.y }));
  return packTiles(box, relative, assets.length).flatMap(({ x, y }, position) => {
    const asset = assets[position];
    return asset ? [{ id: asset.id, name: asset.name, x: box.x + x, y: box.y + y, ...TILE }] : [];
  });
}

function protocolsOf({ channels }: Conduit): ReadonlyArray<string> {
  return [...new Set(channels.map(({ protocol }) => protocol))];
}

/** Room around everything for marks that stand on a border. */
const MARGIN = 24;

function boundsOf(zones: ReadonlyArray<DrawnZone>, conduits: ReadonlyArray<DrawnConduit>): Box {
  const boxes = [
    ...zones.map(({ box }) => box),
    ...conduits.map(({ curve: { from, control, to } }) => around(control ? [from, control, to] : [from, to])),
  ];
  const [first, ...others] = boxes;
  if (!first) return { x: 0, y: 0, width: 2 * MARGIN, height: 2 * MARGIN };
  const { x, y, width, height } = others.reduce(hull, first);
  return { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
}

function around(points: ReadonlyArray<Point>): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function hull(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    ...{ x, y },
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

function zonesOutsideIn(index: ZoneModelIndex): ReadonlyArray<Zone> {
  const walk = (parentId: string | null): ReadonlyArray<Zone> =>
    childrenOf(index, parentId).flatMap((zone) => [zone, ...walk(zone.id)]);
  return walk(null);
}

function opened(model: ZoneModel): ZoneModel {
  const layout = Object.entries(model.layout).map(([id, { collapsed: _collapsed, ...place }]) => {
    const open: Place = place;
    return [id, open] as const;
  });
  return { ...model, layout: Object.fromEntries(layout) };
}

/** A zone that is gone may have lain in one that is gone too; both are drawn, each where it stood. */
function withKnownParent(zone: Zone, boxes: ReadonlyMap<string, Box>): Zone {
  return zone.parentId !== null && !boxes.has(zone.parentId) ? { ...zone, parentId: null } : zone;
}
