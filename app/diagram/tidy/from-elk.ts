import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { placeOf } from "~/domain/zone-model/layout";
import { childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Place } from "~/domain/zone-model/zone-model";
import { isCollapsed } from "../collapse";
import type { Point } from "../geometry";
import { inside, layOutModel } from "../layout-zone";
import { PADDING } from "../measures";
import { type ElkZone, zoneIdOf } from "./elk-graph";
import { topOfSubZones } from "./to-elk";

/**
 * What elk found, as one gesture: a place for every zone that got another one. The drawing keeps its left upper corner.
 * A zone with sub-zones is drawn as large as these need from now on; every other keeps the size a person gave it.
 */
export function fromElk(
  index: ZoneModelIndex,
  zoneId: string | null,
  laidOut: Pick<ElkZone, "children">,
): ReadonlyArray<ZoneModelCommand> {
  const origin = originOf(index, zoneId);
  const corner = cornerOf(laidOut.children ?? []);
  const walk = (
    zones: ReadonlyArray<ElkZone>,
    shift: Point,
    isTop: boolean,
  ): ReadonlyArray<ZoneModelCommand> =>
    zones.flatMap((found) => {
      const id = zoneIdOf(found.id);
      if (!index.zoneById.has(id)) return [];
      const at = { x: Math.round((found.x ?? 0) + shift.x), y: Math.round((found.y ?? 0) + shift.y) };
      const place = placeAt(index, id, isTop ? at : inside(at));
      const command = { type: "place-zone" as const, zoneId: id, place };
      return [
        ...(isSamePlace(placeOf(index.model, id), place) ? [] : [command]),
        ...walk(found.children ?? [], { x: 0, y: 0 }, false),
      ];
    });
  const shift = { x: origin.x - corner.x, y: origin.y - corner.y };
  return walk(laidOut.children ?? [], shift, zoneId === null);
}

function placeAt(index: ZoneModelIndex, zoneId: string, at: Point): Place {
  const { width: _width, height: _height, ...rest } = placeOf(index.model, zoneId) ?? {};
  const fitsContents = childrenOf(index, zoneId).length > 0 && !isCollapsed(index.model, zoneId);
  return fitsContents ? { ...rest, ...at } : { ...placeOf(index.model, zoneId), ...at };
}

/** Where the first zone may stand: where the drawing begins now, or below the assets of the zone around. */
function originOf(index: ZoneModelIndex, zoneId: string | null): Point {
  if (zoneId !== null) return { x: PADDING, y: topOfSubZones(index, zoneId) };
  const { boxes } = layOutModel(index);
  return cornerOf(childrenOf(index, null).flatMap(({ id }) => boxes.get(id) ?? []));
}

function cornerOf(boxes: ReadonlyArray<Partial<Point>>): Point {
  if (boxes.length === 0) return { x: 0, y: 0 };
  return { x: Math.min(...boxes.map(({ x = 0 }) => x)), y: Math.min(...boxes.map(({ y = 0 }) => y)) };
}

function isSamePlace(before: Place | null, after: Place): boolean {
  return (
    before !== null &&
    before.x === after.x &&
    before.y === after.y &&
    before.width === after.width &&
    before.height === after.height &&
    before.collapsed === after.collapsed
  );
}
