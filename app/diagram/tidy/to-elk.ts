import {
  ancestorsOf,
  assetsIn,
  childrenOf,
  descendantsOf,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { drawnAs, isCollapsed } from "../collapse";
import type { Point, Size } from "../geometry";
import { layOutModel } from "../layout-zone";
import { GAP_AT_TOP, GAP_INSIDE, HEADER, PADDING, SMALLEST_ZONE } from "../measures";
import { sizeOfTiles } from "../pack-tiles";
import { type ElkConduit, type ElkGraph, type ElkZone, elkIdOf, ROOT } from "./elk-graph";
import { leadingPairs, type ZonePair } from "./leading-pairs";

/** From so many zones on, lines are planned more coarsely: three times as fast, and never an overlap. */
const MANY_ZONES = 100;

const ALGORITHM = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.aspectRatio": "1.6",
};

const COARSE = {
  "elk.edgeRouting": "POLYLINE",
  "elk.layered.thoroughness": "1",
  "elk.layered.nodePlacement.strategy": "SIMPLE",
};

/**
 * The zones in a zone, at any depth, as elk's graph; all zones where `zoneId` is null. A zone that is drawn without
 * sub-zones keeps the size it is drawn with; one with sub-zones gets the room that its own assets need. Every zone is
 * laid out by itself: a conduit counts once per pair of neighbours that it joins, directly or from inside, because
 * planning it through the sides of zones takes several times as long. Conduits that lead out, and those between a zone
 * and one inside it, say nothing about where to stand.
 */
export function toElk(index: ZoneModelIndex, zoneId: string | null): ElkGraph {
  const { boxes } = layOutModel(index);
  const known = zoneId === null ? index.model.zones : descendantsOf(index, zoneId);
  const lines = linesByZone(index, new Set(known.map(({ id }) => id)));
  const shared = { ...ALGORITHM, ...(known.length >= MANY_ZONES && COARSE) };
  const toNode = (zone: Zone): ElkZone => {
    const children = isCollapsed(index.model, zone.id) ? [] : childrenOf(index, zone.id);
    const id = elkIdOf(zone.id);
    if (children.length === 0) return { id, ...sizeOf(boxes.get(zone.id)) };
    return {
      ...{ id, ...smallestFor(index, zone.id) },
      layoutOptions: { ...shared, ...roomIn(index, zone.id), ...spacing(GAP_INSIDE) },
      children: children.map(toNode),
      edges: [...(lines.get(zone.id) ?? [])],
    };
  };
  return {
    id: ROOT,
    layoutOptions: {
      ...shared,
      "elk.padding": "[top=0,left=0,bottom=0,right=0]",
      ...spacing(zoneId === null ? GAP_AT_TOP : GAP_INSIDE),
    },
    children: childrenOf(index, zoneId).map(toNode),
    edges: [...(lines.get(zoneId) ?? [])],
  };
}

/** By the zone in which they are neighbours: pairs that a conduit joins, each once, the leading ones where they are many. */
function linesByZone(
  index: ZoneModelIndex,
  known: ReadonlySet<string>,
): ReadonlyMap<string | null, ReadonlyArray<ElkConduit>> {
  const seenAs = drawnAs(index);
  const pairs = new Map<string | null, Map<string, ZonePair>>();
  for (const { fromZoneId, toZoneId } of index.model.conduits) {
    const met = neighboursOn(pathTo(index, seenAs(fromZoneId)), pathTo(index, seenAs(toZoneId)));
    if (!met || !known.has(met.from) || !known.has(met.to)) continue;
    const own = pairs.get(met.inside) ?? new Map<string, ZonePair>();
    pairs.set(met.inside, own);
    const key = [met.from, met.to].sort().join(" ");
    own.set(key, {
      from: met.from,
      to: met.to,
      ...own.get(key),
      conduits: (own.get(key)?.conduits ?? 0) + 1,
    });
  }
  return new Map(
    [...pairs].map(([zoneId, own]) => [
      zoneId,
      leadingPairs([...own.values()], childrenOf(index, zoneId).length).map(({ from, to }) => ({
        id: `line:${from} ${to}`,
        sources: [elkIdOf(from)],
        targets: [elkIdOf(to)],
      })),
    ]),
  );
}

/** From the outermost zone to the zone itself. */
function pathTo(index: ZoneModelIndex, zoneId: string): ReadonlyArray<string> {
  return [zoneId, ...ancestorsOf(index, zoneId).map(({ id }) => id)].reverse();
}

/** Where two paths part; undefined where one ends before. */
function neighboursOn(
  one: ReadonlyArray<string>,
  other: ReadonlyArray<string>,
): { inside: string | null; from: string; to: string } | undefined {
  const depth = one.findIndex((id, place) => id !== other[place]);
  const [from, to] = [one[depth], other[depth]];
  return from === undefined || to === undefined ? undefined : { inside: one[depth - 1] ?? null, from, to };
}

/** Room for the title, and below it for the assets that stand in the zone itself. */
export function topOfSubZones(index: ZoneModelIndex, zoneId: string): number {
  const { height } = sizeOfTiles(assetsIn(index, zoneId).length);
  return HEADER + PADDING + height;
}

/** No smaller than its own assets need. */
function smallestFor(index: ZoneModelIndex, zoneId: string): Size {
  const top = topOfSubZones(index, zoneId);
  const tiles = sizeOfTiles(assetsIn(index, zoneId).length);
  return {
    width: Math.max(SMALLEST_ZONE.width, tiles.width),
    height: Math.max(SMALLEST_ZONE.height, top + PADDING),
  };
}

function roomIn(index: ZoneModelIndex, zoneId: string): Record<string, string> {
  const top = topOfSubZones(index, zoneId);
  const { width, height } = smallestFor(index, zoneId);
  return {
    "elk.padding": `[top=${top},left=${PADDING},bottom=${PADDING},right=${PADDING}]`,
    "elk.nodeSize.constraints": "MINIMUM_SIZE",
    "elk.nodeSize.minimum": `(${width},${height})`,
  };
}

function spacing({ x, y }: Point): Record<string, string> {
  return {
    "elk.spacing.nodeNode": String(y),
    "elk.spacing.componentComponent": String(y),
    "elk.layered.spacing.nodeNodeBetweenLayers": String(x),
  };
}

function sizeOf(box: Size | undefined): Size {
  return { width: box?.width ?? SMALLEST_ZONE.width, height: box?.height ?? SMALLEST_ZONE.height };
}
