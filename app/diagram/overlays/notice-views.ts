import { affectedByZone, type BlastRadius, type ReachedZone } from "~/domain/notice/blast-radius";
import { descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ConduitView, Views, ViewTone } from "./overlay";
import { perZone } from "./per-zone";

/** How far what a notice tells of is from every zone, the conduits it would take, and the assets it starts from. */
export function noticeViews(index: ZoneModelIndex, radius: BlastRadius): Views {
  const reached = new Map(radius.zones.map((zone) => [zone.zoneId, zone]));
  const byZone = affectedByZone(radius);
  const conduits = new Map<string, ConduitView>();
  for (const { via } of radius.zones)
    if (via) conduits.set(via.conduitId, { kind: "notice", tone: "warning", way: "leads-on" });
  for (const { id } of radius.conduitsAtRisk)
    conduits.set(id, { kind: "notice", tone: "danger", way: "at-risk" });
  return {
    zones: perZone(index, (zoneIds) => {
      const nearest = nearestOf(zoneIds.flatMap((id) => reached.get(id) ?? []));
      const assets = zoneIds.flatMap((id) => byZone.get(id) ?? []);
      // Around a zone that is reached nothing is said: it is no way of its own, and not out of harm's way either.
      if (!nearest && descendantsOf(index, zoneIds[0] ?? "").some(({ id }) => reached.has(id))) return null;
      const hops = nearest?.hops ?? null;
      return {
        ...{ kind: "notice", tone: toneOfDistance(hops), hops, how: nearest?.via?.how ?? null },
        assets: assets.reduce((sum, { quantity }) => sum + quantity, 0),
      };
    }),
    conduits,
    affected: new Set(radius.assets.map(({ id }) => id)),
  };
}

/** Three distances and none: more could not be told apart by their frames; how many conduits it is stands in words. */
export function toneOfDistance(hops: number | null): ViewTone {
  if (hops === null) return "success";
  if (hops === 0) return "danger";
  return hops === 1 ? "warning" : "neutral";
}

function nearestOf(zones: ReadonlyArray<ReachedZone>): ReachedZone | undefined {
  return zones.reduce<ReachedZone | undefined>(
    (nearest, zone) => (nearest === undefined || zone.hops < nearest.hops ? zone : nearest),
    undefined,
  );
}
