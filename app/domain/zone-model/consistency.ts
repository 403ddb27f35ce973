import { ancestorsOf, indexModel } from "./queries";
import type { ElementRef, ZoneModel } from "./zone-model";

/** Something that no command can produce, only a file or another program. */
export type Inconsistency = {
  code:
    | "duplicate-id"
    | "unknown-zone"
    | "cycle"
    | "conduit-to-itself"
    | "duplicate-channel"
    | "place-without-zone";
  element: ElementRef;
};

/**
 * What a zone model from outside must not contain and its schema cannot see: references that lead nowhere,
 * doubled ids, zones inside themselves. Empty for every model made by `applyCommand`.
 */
export function findInconsistencies(model: ZoneModel): ReadonlyArray<Inconsistency> {
  const index = indexModel(model);
  const isUnknown = (zoneId: string | null) => zoneId !== null && !index.zoneById.has(zoneId);
  return [
    ...doubled(model.zones.map(({ id }) => ({ kind: "zone", id }))),
    ...doubled(model.conduits.map(({ id }) => ({ kind: "conduit", id }))),
    ...doubled(model.assets.map(({ id }) => ({ kind: "asset", id }))),
    ...model.zones.flatMap(({ id, parentId }): ReadonlyArray<Inconsistency> => {
      const element: ElementRef = { kind: "zone", id };
      if (isUnknown(parentId)) return [{ code: "unknown-zone", element }];
      const outermost = ancestorsOf(index, id).at(-1);
      const isCyclic =
        parentId === id ||
        (outermost !== undefined && outermost.parentId !== null && !isUnknown(outermost.parentId));
      return isCyclic ? [{ code: "cycle", element }] : [];
    }),
    ...model.conduits.flatMap((conduit): ReadonlyArray<Inconsistency> => {
      const element: ElementRef = { kind: "conduit", id: conduit.id };
      if (isUnknown(conduit.fromZoneId) || isUnknown(conduit.toZoneId))
        return [{ code: "unknown-zone", element }];
      if (conduit.fromZoneId === conduit.toZoneId) return [{ code: "conduit-to-itself", element }];
      const channelIds = new Set(conduit.channels.map(({ id }) => id));
      return channelIds.size < conduit.channels.length ? [{ code: "duplicate-channel", element }] : [];
    }),
    ...model.assets.flatMap(
      ({ id, zoneId }): ReadonlyArray<Inconsistency> =>
        isUnknown(zoneId) ? [{ code: "unknown-zone", element: { kind: "asset", id } }] : [],
    ),
    ...Object.keys(model.layout).flatMap(
      (id): ReadonlyArray<Inconsistency> =>
        isUnknown(id) ? [{ code: "place-without-zone", element: { kind: "zone", id } }] : [],
    ),
  ];
}

function doubled(elements: ReadonlyArray<ElementRef>): ReadonlyArray<Inconsistency> {
  const seen = new Set<string>();
  return elements.flatMap((element): ReadonlyArray<Inconsistency> => {
    if (seen.has(element.id)) return [{ code: "duplicate-id", element }];
    seen.add(element.id);
    return [];
  });
}
