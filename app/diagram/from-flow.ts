import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { placeOf } from "~/domain/zone-model/layout";
import { newConduit } from "~/domain/zone-model/new-elements";
import { childrenOf, descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef, Place } from "~/domain/zone-model/zone-model";
import { type Box, contains, type Point, type Size } from "./geometry";
import { INNER_CORNER, inside } from "./layout-zone";
import { SMALLEST_ZONE } from "./measures";

type Commands = ReadonlyArray<ZoneModelCommand>;
type Boxes = ReadonlyMap<string, Box>;

/** The innermost zone at a point of the canvas, none of `except` and nothing inside them. */
export function zoneAt(
  index: ZoneModelIndex,
  boxes: Boxes,
  point: Point,
  except: Iterable<string> = [],
): string | null {
  const left = new Set([...except].flatMap((id) => [id, ...descendantsOf(index, id).map((zone) => zone.id)]));
  let found: string | null = null;
  // Outer zones come first, so the last hit is the innermost; of overlapping ones the upper.
  for (const [id, box] of boxes) if (!left.has(id) && contains(box, point)) found = id;
  return found;
}

/** A zone was dragged and let go: `corner` is where it stands on the canvas, `parentId` the zone below the pointer. */
export function fromDrag(
  index: ZoneModelIndex,
  boxes: Boxes,
  { zoneId, corner, parentId }: { zoneId: string; corner: Point; parentId: string | null },
): Commands {
  const zone = index.zoneById.get(zoneId);
  const now = boxes.get(zoneId);
  if (!zone || !now) return [];
  const origin = originOf(boxes, parentId);
  const relative = { x: Math.round(corner.x - origin.x), y: Math.round(corner.y - origin.y) };
  const place = withSizeOf(index, zoneId, parentId === null ? relative : inside(relative));
  if (zone.parentId !== parentId) return [{ type: "nest-zone", zoneId, parentId, place }];
  const isUnmoved = Math.round(now.x - origin.x) === place.x && Math.round(now.y - origin.y) === place.y;
  return isUnmoved ? [] : [{ type: "place-zone", zoneId, place }];
}

export type Drop = {
  /** Zones, none inside another, with the corner where each was let go. */
  zones: ReadonlyArray<{ zoneId: string; corner: Point }>;
  assetIds: ReadonlyArray<string>;
  /** What the pointer held: the others go with it. */
  lead: ElementRef;
  /** The zone below the pointer. */
  parentId: string | null;
};

/**
 * Zones and assets were dragged together: one gesture. Where the held zone stays in its zone, the others stay in theirs
 * and only move; else all go to where it went. An asset beside all zones is in no zone.
 */
export function fromDrop(
  index: ZoneModelIndex,
  boxes: Boxes,
  { zones, assetIds, lead, parentId }: Drop,
): Commands {
  const held = lead.kind === "zone" ? index.zoneById.get(lead.id) : undefined;
  const staysInside = held !== undefined && held.parentId === parentId;
  const moves = zones.flatMap(({ zoneId, corner }) => {
    const zone = index.zoneById.get(zoneId);
    if (!zone || (lead.kind === "asset" && zone.parentId === parentId)) return [];
    return fromDrag(index, boxes, { zoneId, corner, parentId: staysInside ? zone.parentId : parentId });
  });
  if (staysInside) return moves;
  const moved = new Set(
    zones.flatMap(({ zoneId }) => [zoneId, ...descendantsOf(index, zoneId).map(({ id }) => id)]),
  );
  const assets = assetIds.filter((id) => !moved.has(index.assetById.get(id)?.zoneId ?? ""));
  return [...moves, ...assets.flatMap((id) => fromAssetDrop(index, id, parentId))];
}

/** Boxes were put elsewhere, from the origin of the canvas, each within its zone. A size is kept unless it differs. */
export function fromBoxes(
  index: ZoneModelIndex,
  boxes: Boxes,
  moved: Iterable<readonly [string, Box]>,
): Commands {
  return [...moved].flatMap(([zoneId, box]): Commands => {
    const zone = index.zoneById.get(zoneId);
    const now = boxes.get(zoneId);
    if (!zone || !now) return [];
    const isResized = box.width !== now.width || box.height !== now.height;
    return isResized
      ? fromResize(index, boxes, zoneId, box)
      : fromDrag(index, boxes, { zoneId, corner: box, parentId: zone.parentId });
  });
}

/**
 * A zone was drawn larger or smaller. Sub-zones are measured from the left upper corner: where that moves, they get new
 * places, so that nothing inside jumps.
 */
export function fromResize(
  index: ZoneModelIndex,
  boxes: Boxes,
  zoneId: string,
  next: Size & Partial<Point>,
): Commands {
  const zone = index.zoneById.get(zoneId);
  const now = boxes.get(zoneId);
  const known = placeOf(index.model, zoneId);
  if (!zone || !now || known?.collapsed) return [];
  const origin = originOf(boxes, zone.parentId);
  const children = childrenOf(index, zoneId).flatMap(({ id }) => {
    const box = boxes.get(id);
    return box ? [{ id, box }] : [];
  });
  const corner = { x: Math.round(next.x ?? now.x), y: Math.round(next.y ?? now.y) };
  const end = { x: (next.x ?? now.x) + next.width, y: (next.y ?? now.y) + next.height };
  const asWished = { x: corner.x - origin.x, y: corner.y - origin.y };
  const allowed = zone.parentId === null ? asWished : inside(asWished);
  // Not past what is inside.
  const left =
    next.x === undefined || next.x === now.x
      ? now.x
      : Math.min(allowed.x + origin.x, ...children.map(({ box }) => box.x - INNER_CORNER.x));
  const top =
    next.y === undefined || next.y === now.y
      ? now.y
      : Math.min(allowed.y + origin.y, ...children.map(({ box }) => box.y - INNER_CORNER.y));
  const isShifted = left !== now.x || top !== now.y;
  const width = Math.max(SMALLEST_ZONE.width, Math.round(end.x - left));
  const height = Math.max(SMALLEST_ZONE.height, Math.round(end.y - top));
  if (width === now.width && height === now.height && !isShifted) return [];
  const spot = isShifted || !known ? { x: left - origin.x, y: top - origin.y } : { x: known.x, y: known.y };
  const moved = isShifted ? children : [];
  return [
    { type: "place-zone", zoneId, place: { ...spot, width, height } },
    ...moved.map(({ id, box }) => ({
      type: "place-zone" as const,
      zoneId: id,
      place: withSizeOf(index, id, { x: box.x - left, y: box.y - top }),
    })),
  ];
}

/** A line was drawn from one zone to another. */
export function fromConnect(
  index: ZoneModelIndex,
  conduitId: string,
  fromZoneId: string,
  toZoneId: string,
): Commands {
  const areThere = index.zoneById.has(fromZoneId) && index.zoneById.has(toZoneId);
  if (!areThere || fromZoneId === toZoneId) return [];
  return [{ type: "add-conduit", conduit: newConduit(conduitId, fromZoneId, toZoneId) }];
}

/** One end of a conduit was dragged to another zone; beside all zones and at its other end it stays. */
export function fromReattach(
  index: ZoneModelIndex,
  conduitId: string,
  end: "from" | "to",
  zoneId: string | null,
): Commands {
  const conduit = index.conduitById.get(conduitId);
  if (!conduit || zoneId === null || !index.zoneById.has(zoneId)) return [];
  if (zoneId === conduit.fromZoneId || zoneId === conduit.toZoneId) return [];
  const changes = end === "from" ? { fromZoneId: zoneId } : { toZoneId: zoneId };
  return [{ type: "update-conduit", conduitId, changes }];
}

/** An asset was dropped on a zone; beside all zones it is in no zone. */
export function fromAssetDrop(index: ZoneModelIndex, assetId: string, zoneId: string | null): Commands {
  const asset = index.assetById.get(assetId);
  if (!asset || asset.zoneId === zoneId) return [];
  return [{ type: "move-asset", assetId, zoneId }];
}

/** Each of the elements is deleted once: a conduit goes before the zones that would take it along. */
export function fromDelete(index: ZoneModelIndex, refs: Iterable<ElementRef>): Commands {
  const all = [...refs];
  const ids = (kind: ElementRef["kind"]) => all.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
  return [
    ...ids("asset").flatMap((assetId) =>
      index.assetById.has(assetId) ? [{ type: "delete-asset" as const, assetId }] : [],
    ),
    ...ids("conduit").flatMap((conduitId) =>
      index.conduitById.has(conduitId) ? [{ type: "delete-conduit" as const, conduitId }] : [],
    ),
    ...ids("zone").flatMap((zoneId) =>
      index.zoneById.has(zoneId) ? [{ type: "delete-zone" as const, zoneId }] : [],
    ),
  ];
}

function originOf(boxes: Boxes, zoneId: string | null): Point {
  return (zoneId === null ? undefined : boxes.get(zoneId)) ?? { x: 0, y: 0 };
}

/** The size that a person chose stays; a zone that has none keeps fitting what is inside. */
function withSizeOf(index: ZoneModelIndex, zoneId: string, { x, y }: Point): Place {
  return { ...placeOf(index.model, zoneId), x, y };
}
