import type { Place, ZoneModel } from "./zone-model";

const FARTHEST = 1_000_000;

/** Where the box of a zone stands, or null. Asks for own members only: `constructor` is a valid id. */
export function placeOf(model: Pick<ZoneModel, "layout">, zoneId: string): Place | null {
  return Object.hasOwn(model.layout, zoneId) ? (model.layout[zoneId] ?? null) : null;
}

/** The layout with the zone at `place`, or without the zone where that is null. */
export function withPlace(
  layout: ZoneModel["layout"],
  zoneId: string,
  place: Place | null,
): ZoneModel["layout"] {
  if (place) return { ...layout, [zoneId]: place };
  if (!Object.hasOwn(layout, zoneId)) return layout;
  const { [zoneId]: _gone, ...rest } = layout;
  return rest;
}

/** The place of a box seen from outside its parent: it stays put on the canvas when it moves up. */
export function placeInGrandparent(place: Place, parent: Place | null): Place {
  if (!parent) return place;
  return { ...place, x: within(place.x + parent.x), y: within(place.y + parent.y) };
}

function within(coordinate: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, coordinate));
}
