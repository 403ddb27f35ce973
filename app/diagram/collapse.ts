import type { Verdict } from "~/domain/assessment/assessment";
import type { ModelStanding } from "~/domain/assessment/placed-products";
import { compareVerdicts } from "~/domain/assessment/verdict";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { placeOf } from "~/domain/zone-model/layout";
import { ancestorsOf, assetsIn, descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { Box } from "./geometry";
import { type Marks, worseOf } from "./marks";

/** What a collapsed zone holds in all: itself and every zone inside, the conduits between these included. */
export type ZoneTotals = {
  zones: number;
  assets: number;
  findings: number;
  worst: RuleSeverity | null;
  products: number;
  worstVerdict: Verdict | null;
};

export function isCollapsed(model: Pick<ZoneModel, "layout">, zoneId: string): boolean {
  return placeOf(model, zoneId)?.collapsed === true;
}

/** As which zone a zone is seen: itself, or the outermost collapsed one around it. */
export function drawnAs(index: ZoneModelIndex): (zoneId: string) => string {
  const collapsed = new Set(
    Object.entries(index.model.layout).flatMap(([id, place]) => (place.collapsed ? [id] : [])),
  );
  if (collapsed.size === 0) return (zoneId) => zoneId;
  const known = new Map<string, string>();
  return (zoneId) => {
    const drawn =
      known.get(zoneId) ?? ancestorsOf(index, zoneId).findLast(({ id }) => collapsed.has(id))?.id ?? zoneId;
    known.set(zoneId, drawn);
    return drawn;
  };
}

/** Totals of a zone and everything inside it. `standing` is unknown until the declarations were read. */
export function totalsOf(
  index: ZoneModelIndex,
  zoneId: string,
  marks: Marks,
  standing: ModelStanding | undefined,
): ZoneTotals {
  const inside = descendantsOf(index, zoneId);
  const zoneIds = [zoneId, ...inside.map(({ id }) => id)];
  const known = new Set(zoneIds);
  const assets = zoneIds.flatMap((id) => assetsIn(index, id));
  const conduits = index.model.conduits.filter(
    (conduit) => known.has(conduit.fromZoneId) && known.has(conduit.toZoneId),
  );
  const found = [
    ...zoneIds.flatMap((id) => marks.zone.get(id) ?? []),
    ...assets.flatMap(({ id }) => marks.asset.get(id) ?? []),
    ...conduits.flatMap(({ id }) => marks.conduit.get(id) ?? []),
  ];
  const standings = zoneIds.flatMap((id) => standing?.get(id) ?? []);
  return {
    zones: inside.length,
    assets: assets.length,
    findings: found.reduce((sum, { count }) => sum + count, 0),
    worst: found.reduce<RuleSeverity | null>((worst, mark) => worseOf(worst, mark.worst), null),
    products: standings.reduce((sum, { products }) => sum + products.length, 0),
    worstVerdict: standings.reduce<Verdict | null>((worst, { worst: verdict }) => {
      if (worst === null || verdict === null) return worst ?? verdict;
      return compareVerdicts(verdict, worst) > 0 ? verdict : worst;
    }, null),
  };
}

/**
 * Collapses zones, or opens them. A zone stays where it stands (`boxes`, from the origin of the canvas) and has, when
 * opened, the size it had.
 */
export function fromCollapse(
  index: ZoneModelIndex,
  boxes: ReadonlyMap<string, Box>,
  zoneIds: Iterable<string>,
  isToCollapse: boolean,
): ReadonlyArray<ZoneModelCommand> {
  return [...zoneIds].flatMap((zoneId): ReadonlyArray<ZoneModelCommand> => {
    const zone = index.zoneById.get(zoneId);
    if (!zone || isCollapsed(index.model, zoneId) === isToCollapse) return [];
    const place = placeOf(index.model, zoneId);
    const box = boxes.get(zoneId);
    const origin = (zone.parentId === null ? undefined : boxes.get(zone.parentId)) ?? { x: 0, y: 0 };
    const spot = place ?? (box && { x: box.x - origin.x, y: box.y - origin.y });
    if (!spot) return [];
    const { collapsed: _was, ...open } = { collapsed: false, ...spot };
    return [{ type: "place-zone", zoneId, place: isToCollapse ? { ...open, collapsed: true } : open }];
  });
}

/** What has to be opened so that a zone is drawn itself: the collapsed zones around it, outermost first. */
export function collapsedAround(index: ZoneModelIndex, zoneId: string): ReadonlyArray<string> {
  return ancestorsOf(index, zoneId)
    .filter(({ id }) => isCollapsed(index.model, id))
    .map(({ id }) => id)
    .toReversed();
}
