import type { Asset, Conduit, Place, Waiver, Zone, ZoneModel } from "./zone-model";

/** Two states that grew out of the same one: what is shown here, what the others saved, and where both began. */
export type Sides = { before: ZoneModel; mine: ZoneModel; theirs: ZoneModel };
export type DrawnZone = Zone & { place: Place | null };

type Parts = {
  zones: ReadonlyArray<DrawnZone>;
  conduits: ReadonlyArray<Conduit>;
  assets: ReadonlyArray<Asset>;
  waivers: ReadonlyArray<Waiver>;
};

type Context = {
  sides: Sides;
  /** Zones that both sides moved into each other, and the side whose nesting stands for them. */
  looped: ReadonlySet<string>;
  parents: ZoneModel;
};

/**
 * A model of parts from two sides: references to a zone that is not there lead to the nearest one around it that
 * is, conduits without an end are left out, and no zone lies inside itself.
 */
export function fitTogether(parts: Parts, { sides, looped, parents }: Context): ZoneModel {
  const known = new Set(parts.zones.map(({ id }) => id));
  const around = parentsIn(sides);
  const standing = (zoneId: string | null): string | null => {
    const seen = new Set<string>();
    let at = zoneId;
    while (at !== null && !known.has(at) && !seen.has(at)) {
      seen.add(at);
      at = around.get(at) ?? null;
    }
    return at !== null && known.has(at) ? at : null;
  };
  const [chosen, theirs] = [parentsOf(parents), parentsOf(sides.theirs)];
  let zones = parts.zones.map((zone) => {
    const isSettled = looped.has(zone.id) && chosen.has(zone.id);
    const found = standing(isSettled ? (chosen.get(zone.id) ?? null) : zone.parentId);
    return { ...zone, parentId: found === zone.id ? null : found };
  });
  // Left by choices that do not go together: their nesting stands, and at last none.
  for (const parentFor of [(id: string) => standing(theirs.get(id) ?? null), () => null]) {
    const cyclic = zonesInCycles(new Map(zones.map(({ id, parentId }) => [id, parentId])));
    if (cyclic.size === 0) break;
    zones = zones.map((zone) => (cyclic.has(zone.id) ? { ...zone, parentId: parentFor(zone.id) } : zone));
  }
  return {
    zones: zones.map(({ place: _place, ...zone }): Zone => zone),
    conduits: parts.conduits.filter(
      ({ fromZoneId, toZoneId }) => known.has(fromZoneId) && known.has(toZoneId),
    ),
    assets: parts.assets.map((asset) => {
      const zoneId = standing(asset.zoneId);
      return zoneId === asset.zoneId ? asset : { ...asset, zoneId };
    }),
    waivers: [...parts.waivers],
    layout: Object.fromEntries(zones.flatMap(({ id, place }) => (place ? [[id, place] as const] : []))),
  };
}

/** Zones that lie inside themselves by way of others. */
export function zonesInCycles(parentOf: ReadonlyMap<string, string | null>): ReadonlySet<string> {
  const settled = new Set<string>();
  const cyclic = new Set<string>();
  for (const start of parentOf.keys()) {
    const path: Array<string> = [];
    const onPath = new Set<string>();
    let at: string | null = start;
    while (at !== null && !settled.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parentOf.get(at) ?? null;
    }
    if (at !== null && onPath.has(at)) for (const id of path.slice(path.indexOf(at))) cyclic.add(id);
    for (const id of path) settled.add(id);
  }
  return cyclic;
}

function parentsOf({ zones }: ZoneModel): ReadonlyMap<string, string | null> {
  return new Map(zones.map(({ id, parentId }) => [id, parentId]));
}

/** What lay around each zone, on whichever side it was last seen. */
function parentsIn({ before, mine, theirs }: Sides): ReadonlyMap<string, string | null> {
  return new Map([...parentsOf(before), ...parentsOf(mine), ...parentsOf(theirs)]);
}
