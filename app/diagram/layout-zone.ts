import { placeOf } from "~/domain/zone-model/layout";
import { assetsIn, childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { isCollapsed } from "./collapse";
import { type Box, overlaps, type Point, type Size } from "./geometry";
import { COLLAPSED_ZONE, GAP_AT_TOP, GAP_INSIDE, HEADER, PADDING, SMALLEST_ZONE } from "./measures";
import { heightOfTiles, sizeOfTiles } from "./pack-tiles";
import { areAllSame } from "./same";

/** Where every zone is drawn, relative to the zone around it, and how small it may become. */
export type ModelLayout = {
  index: ZoneModelIndex;
  boxes: ReadonlyMap<string, Box>;
  smallest: ReadonlyMap<string, Size>;
};

/**
 * Boxes for all zones that are drawn (none inside a collapsed one): the place that a person chose, and for the others the next slot in rows. Every zone has a
 * slot whether it uses it or not, so that dragging one box does not move the others. Never smaller than what is
 * inside. Pure, one pass over the model.
 */
export function layOutModel(index: ZoneModelIndex): ModelLayout {
  const boxes = new Map<string, Box>();
  const smallest = new Map<string, Size>();
  layOutChildren(index, null, { boxes, smallest });
  return { index, boxes, smallest };
}

/** The same for a model after an edit: the boxes from `before` where nothing has changed that they rest on. */
export function layOutAgain(index: ZoneModelIndex, before: ModelLayout | undefined): ModelLayout {
  if (!before || !hasSameShape(index, before.index)) return layOutModel(index);
  return before.index === index ? before : { ...before, index };
}

/** The same zones inside one another, as many assets in each, and boxes put where they were. */
function hasSameShape(one: ZoneModelIndex, other: ZoneModelIndex): boolean {
  if (one === other) return true;
  const { zones, layout } = one.model;
  return (
    layout === other.model.layout &&
    areAllSame(
      zones,
      other.model.zones,
      (zone, before) =>
        zone.id === before.id &&
        zone.parentId === before.parentId &&
        assetsIn(one, zone.id).length === assetsIn(other, zone.id).length,
    )
  );
}

type Layouts = { boxes: Map<string, Box>; smallest: Map<string, Size> };

/** Places the zones directly inside a zone; gives back the corner farthest from its origin. */
function layOutChildren(index: ZoneModelIndex, parentId: string | null, layouts: Layouts): Size {
  const children = childrenOf(index, parentId);
  const sizes = children.map((zone) => layOutZone(index, zone, layouts));
  const slots =
    parentId === null
      ? slotsFor(sizes, GAP_AT_TOP)
      : belowTiles(index, parentId, slotsFor(sizes, GAP_INSIDE));
  const placed: Array<Box> = [];
  for (const [position, zone] of children.entries()) {
    const place = placeOf(index.model, zone.id);
    const size = sizes[position];
    if (!place || !size) continue;
    const box = { ...(parentId === null ? { x: place.x, y: place.y } : inside(place)), ...size };
    layouts.boxes.set(zone.id, box);
    placed.push(box);
  }
  for (const [position, zone] of children.entries()) {
    const slot = slots[position];
    if (!slot || layouts.boxes.has(zone.id)) continue;
    const box = { ...slot, ...freeSpot(slot, placed) };
    layouts.boxes.set(zone.id, box);
    placed.push(box);
  }
  return placed.reduce<Size>(
    (corner, box) => ({
      width: Math.max(corner.width, box.x + box.width),
      height: Math.max(corner.height, box.y + box.height),
    }),
    { width: 0, height: 0 },
  );
}

/** The size a zone is drawn with: the one a person gave it, but never smaller than what is inside. */
function layOutZone(index: ZoneModelIndex, zone: Zone, layouts: Layouts): Size {
  if (isCollapsed(index.model, zone.id)) {
    layouts.smallest.set(zone.id, COLLAPSED_ZONE);
    return COLLAPSED_ZONE;
  }
  const corner = layOutChildren(index, zone.id, layouts);
  const count = assetsIn(index, zone.id).length;
  const place = placeOf(index.model, zone.id);
  const reach = { width: corner.width + PADDING, height: corner.height + PADDING };
  const hasChildren = corner.width > 0;
  const smallest = {
    width: Math.max(SMALLEST_ZONE.width, hasChildren ? reach.width : 0),
    height: Math.max(SMALLEST_ZONE.height, hasChildren ? reach.height : 0),
  };
  const tiles = sizeOfTiles(count);
  const width = Math.max(smallest.width, place?.width ?? tiles.width);
  const ownHeight = hasChildren ? reach.height : HEADER + heightOfTiles(count, width) + PADDING;
  layouts.smallest.set(zone.id, smallest);
  return { width, height: Math.max(smallest.height, place?.height ?? ownHeight) };
}

/** A sub-zone never covers the title of the zone around it. */
export function inside({ x, y }: Point): Point {
  return { x: Math.max(INNER_CORNER.x, x), y: Math.max(INNER_CORNER.y, y) };
}
/** Where the left upper corner of a sub-zone may stand at the earliest. */
export const INNER_CORNER: Point = { x: PADDING, y: HEADER + 8 };

/** Sub-zones start below the title and the assets of the zone around them. */
function belowTiles(index: ZoneModelIndex, zoneId: string, slots: ReadonlyArray<Box>): ReadonlyArray<Box> {
  const reach = Math.max(0, ...slots.map(({ x, width }) => x + width)) + 2 * PADDING;
  const width = Math.max(SMALLEST_ZONE.width, placeOf(index.model, zoneId)?.width ?? 0, reach);
  const top = HEADER + PADDING + heightOfTiles(assetsIn(index, zoneId).length, width);
  return slots.map((slot) => ({ ...slot, x: slot.x + PADDING, y: slot.y + top }));
}

/** Rows from left to right; the width grows in steps, so that one more zone rarely moves the others. */
function slotsFor(sizes: ReadonlyArray<Size>, gap: Point): ReadonlyArray<Box> {
  const area = sizes.reduce((sum, { width, height }) => sum + (width + gap.x) * (height + gap.y), 0);
  let rowWidth = FIRST_ROW_WIDTH;
  while (rowWidth < Math.sqrt(area) * 1.25) rowWidth *= 1.4;
  let [x, y, rowHeight] = [0, 0, 0];
  return sizes.map(({ width, height }) => {
    if (x > 0 && x + width > rowWidth) {
      x = 0;
      y += rowHeight + gap.y;
      rowHeight = 0;
    }
    const slot = { x, y, width, height };
    x += width + gap.x;
    rowHeight = Math.max(rowHeight, height);
    return slot;
  });
}

const FIRST_ROW_WIDTH = 1_100;
const MOST_CANDIDATES = 60;

/** The slot itself, or the nearest spot beside or below a box that stands in it. */
export function freeSpot(slot: Box, taken: ReadonlyArray<Box>): Point {
  const isFree = (spot: Point) => !taken.some((box) => overlaps({ ...slot, ...spot }, box));
  if (isFree(slot)) return { x: slot.x, y: slot.y };
  const distance = ({ x, y }: Point) => Math.hypot(x - slot.x, y - slot.y);
  const candidates = taken
    .flatMap((box) => [
      { x: box.x + box.width + GAP_INSIDE.x, y: slot.y },
      { x: slot.x, y: box.y + box.height + GAP_INSIDE.y },
    ])
    .filter(({ x, y }) => x >= slot.x && y >= slot.y)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST_CANDIDATES);
  const below = Math.max(...taken.map(({ y, height }) => y + height)) + GAP_INSIDE.y;
  return candidates.find(isFree) ?? { x: slot.x, y: below };
}

/** The boxes as the canvas sees them, from its own origin. Outer zones before inner ones. */
export function absoluteBoxes(
  index: ZoneModelIndex,
  boxes: ReadonlyMap<string, Box>,
): ReadonlyMap<string, Box> {
  const absolute = new Map<string, Box>();
  const walk = (parentId: string | null, origin: Point): void => {
    for (const { id } of childrenOf(index, parentId)) {
      const box = boxes.get(id);
      if (!box) continue;
      const shifted = { ...box, x: box.x + origin.x, y: box.y + origin.y };
      absolute.set(id, shifted);
      walk(id, shifted);
    }
  };
  walk(null, { x: 0, y: 0 });
  return absolute;
}
