import { endsOf, type ZoneModelIndex, zoneOfAsset } from "~/domain/zone-model/queries";
import type { ModelFinding } from "~/domain/zone-model/rules/rule";
import type { ElementRef } from "~/domain/zone-model/zone-model";
import { drawnAs } from "../collapse";

/** What lets a rule find something, as it is drawn: ids of boxes and lines to stand out from the rest. */
export type Cause = {
  zones: ReadonlySet<string>;
  conduits: ReadonlySet<string>;
  assets: ReadonlySet<string>;
};

/**
 * The element of a finding and all that it is about; of a conduit its ends too, of an asset its zone. What a collapsed
 * zone hides is shown by its box.
 */
export function causeOf(
  index: ZoneModelIndex,
  { element, related }: Pick<ModelFinding, "element" | "related">,
): Cause {
  const seenAs = drawnAs(index);
  const zones = new Set<string>();
  const conduits = new Set<string>();
  const assets = new Set<string>();
  for (const ref of [element, ...related]) add(ref);
  return { zones, conduits, assets };

  function add({ kind, id }: ElementRef): void {
    if (kind === "zone") {
      if (index.zoneById.has(id)) zones.add(seenAs(id));
      return;
    }
    if (kind === "asset") {
      const zone = zoneOfAsset(index, id);
      if (index.assetById.has(id)) assets.add(id);
      if (zone) zones.add(seenAs(zone.id));
      return;
    }
    const conduit = index.conduitById.get(id);
    if (!conduit) return;
    conduits.add(id);
    for (const end of endsOf(index, conduit)) zones.add(seenAs(end.id));
  }
}
