import { assetsIn, conduitsOf, grouped, otherEndOf, type ZoneModelIndex } from "../zone-model/queries";
import type { Asset, Conduit } from "../zone-model/zone-model";

/** Why a zone is reached: through this conduit, from a zone that is one step nearer. */
export type Step = {
  conduitId: string;
  fromZoneId: string;
  /**
   * `opens`: one of the channels lets the nearer side open a connection. `answers`: it can only answer. `undocumented`: the
   * conduit has no channels, so nothing is known to be kept back.
   */
  how: "opens" | "answers" | "undocumented";
};

export type ReachedZone = {
  zoneId: string;
  /** Conduits between it and the nearest zone with an affected asset; 0 = one stands in it. */
  hops: number;
  /** null with 0 hops. */
  via: Step | null;
};

export type BlastRadius = {
  /** In model order; those in no zone too. */
  assets: ReadonlyArray<Asset>;
  /** Nearest first, of the same distance in model order. */
  zones: ReadonlyArray<ReachedZone>;
  /** Those that start or end where an affected asset stands, in model order. */
  conduitsAtRisk: ReadonlyArray<Conduit>;
};

/**
 * How far it can go from the assets that are one of these releases: where they stand, the conduits there, and hop by hop
 * every zone that conduits lead to (IEC 62443-3-2: nothing crosses a boundary but through a conduit). Each zone is looked at
 * once, so the work is bounded by zones + conduits + assets.
 */
export function blastRadius(index: ZoneModelIndex, releaseIds: ReadonlySet<string>): BlastRadius {
  const assets = index.model.assets.filter(
    ({ productReleaseId }) => productReleaseId !== null && releaseIds.has(productReleaseId),
  );
  const hit = new Set(assets.flatMap(({ zoneId }) => (zoneId && index.zoneById.has(zoneId) ? [zoneId] : [])));
  const order = new Map(index.model.zones.map(({ id }, at) => [id, at]));
  const inModelOrder = (zones: Iterable<ReachedZone>) =>
    [...zones].toSorted((a, b) => (order.get(a.zoneId) ?? 0) - (order.get(b.zoneId) ?? 0));
  let ring = inModelOrder([...hit].map((zoneId) => ({ zoneId, hops: 0, via: null })));
  const reached = new Map(ring.map((zone) => [zone.zoneId, zone]));
  while (ring.length > 0) {
    const next = new Map<string, ReachedZone>();
    for (const { zoneId, hops } of ring)
      for (const conduit of conduitsOf(index, zoneId)) {
        const otherId = otherEndOf(conduit, zoneId);
        if (reached.has(otherId) || !index.zoneById.has(otherId)) continue;
        const how = howFrom(conduit, zoneId);
        const known = next.get(otherId);
        if (!known || (known.via && RANK[how] < RANK[known.via.how]))
          next.set(otherId, {
            ...{ zoneId: otherId, hops: hops + 1 },
            via: { conduitId: conduit.id, fromZoneId: zoneId, how },
          });
      }
    ring = inModelOrder(next.values());
    for (const zone of ring) reached.set(zone.zoneId, zone);
  }
  return {
    assets,
    zones: [...reached.values()],
    conduitsAtRisk: index.model.conduits.filter(
      ({ fromZoneId, toZoneId }) => hit.has(fromZoneId) || hit.has(toZoneId),
    ),
  };
}

/** The way from an affected asset's zone to this one, nearest first; empty where one stands in it or it is not reached. */
export function pathTo({ zones }: Pick<BlastRadius, "zones">, zoneId: string): ReadonlyArray<Step> {
  const byId = new Map(zones.map((zone) => [zone.zoneId, zone]));
  const steps: Array<Step> = [];
  let via = byId.get(zoneId)?.via ?? null;
  while (via) {
    steps.unshift(via);
    via = byId.get(via.fromZoneId)?.via ?? null;
  }
  return steps;
}

/** Affected assets by zone; null = in no zone. */
export function affectedByZone({
  assets,
}: Pick<BlastRadius, "assets">): ReadonlyMap<string | null, ReadonlyArray<Asset>> {
  return grouped(assets, ({ zoneId }) => [zoneId]);
}

/** How many assets stand in the zones that are reached, the affected ones among them. */
export function countWithin(index: ZoneModelIndex, { zones }: Pick<BlastRadius, "zones">): number {
  return zones.reduce((sum, { zoneId }) => sum + assetsIn(index, zoneId).length, 0);
}

export type RadiusCounts = {
  /** Pieces, also of those that stand in no zone. */
  assets: number;
  /** Zones in which an affected asset stands, those one conduit away, those farther away, and the rest of the model. */
  here: number;
  next: number;
  farther: number;
  notReached: number;
  conduitsAtRisk: number;
};

/** The radius in numbers. */
export function countRadius(
  { model }: ZoneModelIndex,
  { assets, zones, conduitsAtRisk }: BlastRadius,
): RadiusCounts {
  const away = (isCounted: (hops: number) => boolean) => zones.filter(({ hops }) => isCounted(hops)).length;
  return {
    assets: assets.reduce((sum, { quantity }) => sum + quantity, 0),
    here: away((hops) => hops === 0),
    next: away((hops) => hops === 1),
    farther: away((hops) => hops > 1),
    notReached: model.zones.length - zones.length,
    conduitsAtRisk: conduitsAtRisk.length,
  };
}

const RANK = { opens: 0, undocumented: 1, answers: 2 } as const;

function howFrom({ channels, fromZoneId, toZoneId }: Conduit, nearer: string): Step["how"] {
  if (channels.length === 0) return "undocumented";
  const mayOpen = channels.some(
    ({ initiator }) =>
      initiator === "either" ||
      (initiator === "from" && nearer === fromZoneId) ||
      (initiator === "to" && nearer === toZoneId),
  );
  return mayOpen ? "opens" : "answers";
}
