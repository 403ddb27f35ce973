import { descendantsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Commands } from "./editing/edit-state";

/** Zones and assets put into a zone, or out of all, from a list: zones find places there. One gesture. */
export function fromNesting(
  index: ZoneModelIndex,
  zoneIds: ReadonlyArray<string>,
  assetIds: ReadonlyArray<string>,
  into: string | null,
): Commands {
  const moved = new Set(zoneIds.flatMap((id) => [id, ...descendantsOf(index, id).map((zone) => zone.id)]));
  if (into !== null && (moved.has(into) || !index.zoneById.has(into))) return [];
  return [
    ...zoneIds
      .filter((id) => (index.zoneById.get(id)?.parentId ?? null) !== into)
      .map((zoneId) => ({ type: "nest-zone" as const, zoneId, parentId: into, place: null })),
    ...assetIds
      .filter((id) => {
        const zoneId = index.assetById.get(id)?.zoneId ?? null;
        return zoneId !== into && !moved.has(zoneId ?? "");
      })
      .map((assetId) => ({ type: "move-asset" as const, assetId, zoneId: into })),
  ];
}
