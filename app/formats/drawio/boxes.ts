import { placeOf } from "~/domain/zone-model/layout";
import { assetsIn, childrenOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Geometry } from "./cells";

const ASSET = { width: 150, height: 34 };
const GAP = 12;
const HEAD = 56;
const LEAST = { width: 200, height: 110 };
const ROW = 1_400;

type Boxes = { zones: ReadonlyMap<string, Geometry>; assets: ReadonlyMap<string, Geometry> };

/**
 * Where everything stands in a drawing, each relative to the zone around it. Zones with a place keep it, and grow where
 * what is in them would not fit; others stand in rows; assets fill their zone from the top left.
 */
export function drawnBoxes(index: ZoneModelIndex): Boxes {
  const zones = new Map<string, Geometry>();
  const assets = new Map<string, Geometry>();
  placeChildren(null, 0);
  return { zones, assets };

  /** Gives the size that is needed to hold everything. */
  function placeChildren(zoneId: string | null, top: number): { width: number; height: number } {
    const own = assetsIn(index, zoneId);
    const across = Math.max(1, Math.min(8, Math.ceil(Math.sqrt(own.length))));
    own.forEach((asset, at) => {
      assets.set(asset.id, {
        ...ASSET,
        x: GAP + (at % across) * (ASSET.width + GAP),
        y: top + Math.floor(at / across) * (ASSET.height + GAP),
      });
    });
    const rows = Math.ceil(own.length / across);
    let width = own.length > 0 ? GAP + across * (ASSET.width + GAP) : 0;
    let height = top + rows * (ASSET.height + GAP);
    let x = GAP;
    let y = height;
    let rowHeight = 0;
    const children = childrenOf(index, zoneId).map((zone) => ({ zone, size: placeChildren(zone.id, HEAD) }));
    for (const { zone, size } of children) {
      const place = placeOf(index.model, zone.id);
      const box = {
        width: Math.max(place?.width ?? 0, size.width, LEAST.width),
        height: Math.max(place?.height ?? 0, size.height, LEAST.height),
      };
      if (!place && x > GAP && x + box.width > ROW) {
        x = GAP;
        y += rowHeight + GAP;
        rowHeight = 0;
      }
      const at = place ? { x: place.x, y: place.y } : { x, y };
      zones.set(zone.id, { ...at, ...box });
      if (!place) {
        x += box.width + GAP;
        rowHeight = Math.max(rowHeight, box.height);
      }
      width = Math.max(width, at.x + box.width + GAP);
      height = Math.max(height, at.y + box.height + GAP);
    }
    return { width, height: height + GAP };
  }
}
