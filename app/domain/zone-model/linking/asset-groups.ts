import { udiDiKey } from "../../declaration/udi-di";
import { folded } from "../../shared/folded";
import type { Asset } from "../zone-model";
import { commonName, manufacturerKey, modelKey, versionKey } from "./folded-names";
import type { DescribedAsset } from "./suggest-releases";

/** Assets that an inventory describes alike: one decision for all of them. */
export type AssetGroup = {
  /** The same as long as the description is, whatever else changes in the model. */
  key: string;
  described: DescribedAsset;
  /** In the order of the model, at least one. */
  assets: ReadonlyArray<Asset>;
};

/**
 * Groups assets by manufacturer, model, UDI-DI and software version, compared without case, accents, punctuation and legal
 * form; by name where neither model nor UDI-DI is known. In the order of their first asset. What is told of a group is what its
 * first asset says.
 */
export function groupAssets(assets: ReadonlyArray<Asset>): ReadonlyArray<AssetGroup> {
  const groups = new Map<string, { described: DescribedAsset; assets: Array<Asset> }>();
  for (const asset of assets) {
    const key = groupKey(asset);
    const group = groups.get(key);
    if (group) group.assets.push(asset);
    else groups.set(key, { described: describedAsset(asset), assets: [asset] });
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

export function describedAsset(asset: Asset): DescribedAsset {
  const { manufacturer, model, udiDi, softwareVersion } = asset;
  return { name: commonName(asset.name), manufacturer, model, udiDi, softwareVersion };
}

function groupKey({ name, manufacturer, model, udiDi, softwareVersion }: Asset): string {
  const [type, udi] = [modelKey(model), udiDiKey(udiDi)];
  const own = type === "" && udi === "" ? folded(commonName(name)) : "";
  return JSON.stringify([manufacturerKey(manufacturer), type, udi, versionKey(softwareVersion), own]);
}
