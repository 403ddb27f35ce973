import type { ZoneModelDifference } from "~/domain/zone-model/difference";

const MOST_NAMED = 8;

/** What is gone since the revision that a draft is compared with: no drawing and no row can show it. */
export type Removed = {
  zones: ReadonlyArray<string>;
  /** Zones beyond those that are named. */
  more: number;
  conduits: number;
  assets: number;
};

export function removedIn({ zones, conduits, assets }: ZoneModelDifference): Removed {
  return {
    zones: zones.removed.slice(0, MOST_NAMED).map(({ name }) => name),
    more: Math.max(0, zones.removed.length - MOST_NAMED),
    conduits: conduits.removed.length,
    assets: assets.removed.length,
  };
}
