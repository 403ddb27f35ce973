import type { Asset, ZoneModel } from "./zone-model";

/**
 * The same model with fewer objects: thousands of assets have few different lists of component types, and those that are
 * alike share one. For a model fresh from JSON that nobody else holds; nothing of a model is ever changed in place.
 */
export function shareParts(model: ZoneModel): ZoneModel {
  const known = new Map<string, Asset["componentTypes"]>();
  const assets = model.assets.map((asset) => {
    const key = asset.componentTypes.join();
    const componentTypes = known.get(key) ?? asset.componentTypes;
    known.set(key, componentTypes);
    return { ...asset, componentTypes };
  });
  return { ...model, assets };
}
