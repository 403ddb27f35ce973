import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { placeOf } from "~/domain/zone-model/layout";
import { descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef, Place } from "~/domain/zone-model/zone-model";
import { type Box, contains, type Point, type Size } from "./geometry";
import { inside } from "./layout-zone";
import { newConduit } from "./new-elements";

type Commands = ReadonlyArray<ZoneModelCommand>;
type Boxes = ReadonlyMap<string, Box>;

/** The innermost zone at a point of the canvas, none of `except` and nothing inside them. */
export function zoneAt(
  index: ZoneModelIndex,
  boxes: Boxes,
  point: Point,
  except: ReadonlyArray<string> = [],
): string | null {
  const left = new Set(except.flatMap((id) => [id, ...descendantsOf(index, id).map((zone) => zone.id)]));
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
  const origin = (parentId === null ? undefined : boxes.get(parentId)) ?? { x: 0, y: 0 };
  const relative = { x: Math.round(corner.x - origin.x), y: Math.round(corner.y - origin.y) };
  const place = withSizeOf(index, zoneId, parentId === null ? relative : inside(relative));
  if (zone.parentId !== parentId) return [{ type: "nest-zone", zoneId, parentId, place }];
  const isUnmoved = Math.round(now.x - origin.x) === place.x && Math.round(now.y - origin.y) === place.y;
  return isUnmoved ? [] : [{ type: "place-zone", zoneId, place }];
}

/** A zone was drawn larger or smaller by its right or lower side. */
export function fromResize(index: ZoneModelIndex, boxes: Boxes, zoneId: string, size: Size): Commands {
  const zone = index.zoneById.get(zoneId);
  const box = boxes.get(zoneId);
  if (!zone || !box) return [];
  const width = Math.round(size.width);
  const height = Math.round(size.height);
  if (width === box.width && height === box.height) return [];
  const origin = (zone.parentId === null ? undefined : boxes.get(zone.parentId)) ?? { x: 0, y: 0 };
  const place = placeOf(index.model, zoneId) ?? { x: box.x - origin.x, y: box.y - origin.y };
  return [{ type: "place-zone", zoneId, place: { x: place.x, y: place.y, width, height } }];
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

/** An asset was dropped on a zone; beside all zones it stays where it was. */
export function fromAssetDrop(index: ZoneModelIndex, assetId: string, zoneId: string | null): Commands {
  const asset = index.assetById.get(assetId);
  if (!asset || zoneId === null || asset.zoneId === zoneId) return [];
  return [{ type: "move-asset", assetId, zoneId }];
}

export function fromDelete(index: ZoneModelIndex, { kind, id }: ElementRef): Commands {
  switch (kind) {
    case "zone":
      return index.zoneById.has(id) ? [{ type: "delete-zone", zoneId: id }] : [];
    case "conduit":
      return index.conduitById.has(id) ? [{ type: "delete-conduit", conduitId: id }] : [];
    case "asset":
      return index.assetById.has(id) ? [{ type: "delete-asset", assetId: id }] : [];
  }
}

/** The size that a person chose stays; a zone that has none keeps fitting what is inside. */
function withSizeOf(index: ZoneModelIndex, zoneId: string, { x, y }: Point): Place {
  const { width, height } = placeOf(index.model, zoneId) ?? {};
  return { x, y, ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
}
