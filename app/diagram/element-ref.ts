import { conduitsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ElementRef } from "~/domain/zone-model/zone-model";

/** `zone:z1`: ids are unique within a kind only. */
export function keyOf({ kind, id }: ElementRef): string {
  return `${kind}:${id}`;
}

export function isThere(index: ZoneModelIndex, { kind, id }: ElementRef): boolean {
  switch (kind) {
    case "zone":
      return index.zoneById.has(id);
    case "conduit":
      return index.conduitById.has(id);
    case "asset":
      return index.assetById.has(id);
  }
}

/** The element with an id, whatever it is. */
export function refOf(index: ZoneModelIndex, id: string | null): ElementRef | null {
  if (id === null) return null;
  const kinds = ["zone", "conduit", "asset"] as const;
  const kind = kinds.find((candidate) => isThere(index, { kind: candidate, id }));
  return kind ? { kind, id } : null;
}

/** Where the selection and the keyboard go when an element is removed: to what it belonged to. */
export function afterRemoving(index: ZoneModelIndex, { kind, id }: ElementRef): ElementRef | null {
  const zone = (zoneId: string | null | undefined): ElementRef | null =>
    zoneId ? { kind: "zone", id: zoneId } : null;
  switch (kind) {
    case "asset":
      return zone(index.assetById.get(id)?.zoneId);
    case "conduit":
      return zone(index.conduitById.get(id)?.fromZoneId);
    case "zone": {
      const joined = conduitsOf(index, id).map(({ fromZoneId, toZoneId }) =>
        fromZoneId === id ? toZoneId : fromZoneId,
      );
      return zone(index.zoneById.get(id)?.parentId ?? joined[0]);
    }
  }
}
