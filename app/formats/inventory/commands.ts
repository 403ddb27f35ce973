import type { AssetChanges, ZoneModelCommand } from "~/domain/zone-model/commands";
import { newZone } from "~/domain/zone-model/new-elements";
import type { ZoneModel } from "~/domain/zone-model/zone-model";
import type { InventoryPlan, PreviewRow, RowZone } from "./plan";
import { changesOf } from "./preview";

/**
 * The gesture that an accepted preview stands for: new zones first, then assets in the order of the file. Empty where
 * every row is refused or left out.
 */
export function commandsOfInventory(
  rows: ReadonlyArray<PreviewRow>,
  plan: InventoryPlan,
  model: ZoneModel,
  newId: () => string,
): ReadonlyArray<ZoneModelCommand> {
  const zones: Array<ZoneModelCommand> = [];
  const assets: Array<ZoneModelCommand> = [];
  const idOfNew = new Map<string, string>();
  const assetById = new Map(model.assets.map((asset) => [asset.id, asset]));

  const zoneIdOf = (zone: RowZone): string | null => {
    if (zone.kind === "none") return null;
    if (zone.kind === "known") return zone.id;
    const known = idOfNew.get(zone.key);
    if (known) return known;
    const id = newId();
    idOfNew.set(zone.key, id);
    zones.push({ type: "add-zone", zone: newZone(id, zone.name, null), place: null });
    return id;
  };

  for (const { outcome, facts, zone, existingId } of rows) {
    if (!facts) continue;
    if (outcome === "add")
      assets.push({ type: "add-asset", asset: { ...facts, id: newId(), zoneId: zoneIdOf(zone) } });
    const asset = existingId === null ? undefined : assetById.get(existingId);
    if (outcome !== "update" || !asset) continue;
    const changes: AssetChanges = changesOf(asset, facts, plan);
    assets.push({ type: "update-asset", assetId: asset.id, changes });
  }
  return [...zones, ...assets];
}
