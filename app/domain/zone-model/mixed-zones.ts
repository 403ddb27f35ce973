import type { ZoneModelCommand } from "./commands";
import { assetsIn, childrenOf, type ZoneModelIndex } from "./queries";
import type { Observation, RuleSeverity } from "./rules/rule";
import type { Asset, Zone } from "./zone-model";

/**
 * Zones that hold marked assets directly beside others, which IEC 62443-3-2 ZCR 3.3 to 3.6 want apart. The step
 * that mends it: move them into the one sub-zone that is theirs already, where there is exactly one.
 */
export function observeMixedZones(
  index: ZoneModelIndex,
  isMarked: (asset: Asset) => boolean,
  severityAt?: (zone: Zone) => RuleSeverity,
): ReadonlyArray<Observation> {
  return index.model.zones.flatMap((zone) => {
    const assets = assetsIn(index, zone.id);
    const marked = assets.filter(isMarked);
    if (marked.length === 0 || marked.length === assets.length) return [];
    const [own, ...more] = childrenOf(index, zone.id).filter((child) => holdsOnly(index, child, isMarked));
    return [
      {
        element: { kind: "zone", id: zone.id },
        related: marked.map(({ id }) => ({ kind: "asset", id })),
        params: { zone: zone.name, marked: marked.length, others: assets.length - marked.length },
        ...(severityAt && { severity: severityAt(zone) }),
        ...(own && more.length === 0 && { fix: moving(marked, own) }),
      },
    ];
  });
}

function holdsOnly(index: ZoneModelIndex, zone: Zone, isMarked: (asset: Asset) => boolean): boolean {
  const assets = assetsIn(index, zone.id);
  return assets.length > 0 && assets.every(isMarked);
}

function moving(assets: ReadonlyArray<Asset>, zone: Zone): ReadonlyArray<ZoneModelCommand> {
  return assets.map((asset) => ({ type: "move-asset", assetId: asset.id, zoneId: zone.id }));
}
