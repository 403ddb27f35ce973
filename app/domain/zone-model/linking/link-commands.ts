import type { ComponentType } from "../../requirement/component-requirement";
import type { ZoneModelCommand } from "../commands";
import type { Asset } from "../zone-model";

export type LinkedRelease = { releaseId: string; componentTypes: ReadonlyArray<ComponentType> };

/**
 * One command for each asset that is not linked so already; null takes the link away. What the supplier declared the product
 * to be is taken over unless somebody has said so here.
 */
export function linkCommands(
  assets: ReadonlyArray<Asset>,
  release: LinkedRelease | null,
): ReadonlyArray<ZoneModelCommand> {
  const productReleaseId = release?.releaseId ?? null;
  return assets
    .filter((asset) => asset.productReleaseId !== productReleaseId)
    .map((asset) => ({
      type: "update-asset",
      assetId: asset.id,
      changes: {
        productReleaseId,
        ...(release && asset.componentTypes.length === 0 && { componentTypes: [...release.componentTypes] }),
      },
    }));
}
