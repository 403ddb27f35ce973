import { higherOf, type SlVector } from "../security-level/security-level";
import type { Asset, Conduit, Zone, ZoneModel } from "./zone-model";

/** A model with its look-ups, built once in one pass, so that a rule over all elements stays linear. */
export type ZoneModelIndex = {
  model: ZoneModel;
  zoneById: ReadonlyMap<string, Zone>;
  conduitById: ReadonlyMap<string, Conduit>;
  assetById: ReadonlyMap<string, Asset>;
  /** By parent; null = top level. Only parents that have any. */
  zonesByParent: ReadonlyMap<string | null, ReadonlyArray<Zone>>;
  /** By zone; null = in no zone. Only zones that have any. */
  assetsByZone: ReadonlyMap<string | null, ReadonlyArray<Asset>>;
  /** By either end. Only zones that have any. */
  conduitsByZone: ReadonlyMap<string, ReadonlyArray<Conduit>>;
};

const NONE: ReadonlyArray<never> = [];

/** Look-ups of a part that is the same object as in `before` are taken over. */
export function indexModel(model: ZoneModel, before?: ZoneModelIndex): ZoneModelIndex {
  const { zones, conduits, assets } = model;
  const { zoneById, zonesByParent } =
    before?.model.zones === zones
      ? before
      : { zoneById: byId(zones), zonesByParent: grouped(zones, ({ parentId }) => [parentId]) };
  const { conduitById, conduitsByZone } =
    before?.model.conduits === conduits
      ? before
      : {
          conduitById: byId(conduits),
          conduitsByZone: grouped(conduits, ({ fromZoneId, toZoneId }) => [fromZoneId, toZoneId]),
        };
  const { assetById, assetsByZone } =
    before?.model.assets === assets
      ? before
      : { assetById: byId(assets), assetsByZone: grouped(assets, ({ zoneId }) => [zoneId]) };
  return { model, zoneById, conduitById, assetById, zonesByParent, assetsByZone, conduitsByZone };
}

function byId<Element extends { id: string }>(
  elements: ReadonlyArray<Element>,
): ReadonlyMap<string, Element> {
  return new Map(elements.map((element) => [element.id, element]));
}

/** Entries by each of their keys, in the order given. */
export function grouped<Entry, Key>(
  entries: ReadonlyArray<Entry>,
  keysOf: (entry: Entry) => ReadonlyArray<Key>,
): ReadonlyMap<Key, ReadonlyArray<Entry>> {
  const groups = new Map<Key, Array<Entry>>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

/** Zones directly inside a zone, or at the top for null, in model order. */
export function childrenOf(index: ZoneModelIndex, zoneId: string | null): ReadonlyArray<Zone> {
  return index.zonesByParent.get(zoneId) ?? NONE;
}

/** The zones around a zone, nearest first. Ends at a cycle, which an imported file may hold. */
export function ancestorsOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<Zone> {
  const ancestors = new Set<Zone>();
  let parent = parentOf(index, zoneId);
  while (parent && parent.id !== zoneId && !ancestors.has(parent)) {
    ancestors.add(parent);
    parent = parentOf(index, parent.id);
  }
  return [...ancestors];
}

/** Every zone inside a zone at any depth, parents before their children. */
export function descendantsOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<Zone> {
  const descendants = new Set(childrenOf(index, zoneId));
  // A Set hands out what is added while it is walked, and each entry once: the walk ends even at a cycle.
  for (const zone of descendants) {
    for (const child of childrenOf(index, zone.id)) if (child.id !== zoneId) descendants.add(child);
  }
  return [...descendants];
}

/** All zones as an outline has them: each followed by what is inside it. */
export function zonesOutsideIn(index: ZoneModelIndex): ReadonlyArray<Zone> {
  const walk = (parentId: string | null): ReadonlyArray<Zone> =>
    childrenOf(index, parentId).flatMap((zone) => [zone, ...walk(zone.id)]);
  return walk(null);
}

/** 0 for a zone at the top. */
export function depthOf(index: ZoneModelIndex, zoneId: string): number {
  return ancestorsOf(index, zoneId).length;
}

export function parentOf(index: ZoneModelIndex, zoneId: string): Zone | undefined {
  const parentId = index.zoneById.get(zoneId)?.parentId;
  return parentId ? index.zoneById.get(parentId) : undefined;
}

/** Assets directly in a zone, or in no zone for null; those of sub-zones are not among them. */
export function assetsIn(index: ZoneModelIndex, zoneId: string | null): ReadonlyArray<Asset> {
  return index.assetsByZone.get(zoneId) ?? NONE;
}

export function zoneOfAsset(index: ZoneModelIndex, assetId: string): Zone | undefined {
  const zoneId = index.assetById.get(assetId)?.zoneId;
  return zoneId ? index.zoneById.get(zoneId) : undefined;
}

/** Conduits that start or end in exactly this zone; those of sub-zones are not among them. */
export function conduitsOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<Conduit> {
  return index.conduitsByZone.get(zoneId) ?? NONE;
}

/** Both ends of a conduit, as far as they exist. */
export function endsOf(index: ZoneModelIndex, conduit: Conduit): ReadonlyArray<Zone> {
  const from = index.zoneById.get(conduit.fromZoneId);
  const to = index.zoneById.get(conduit.toZoneId);
  if (from && to) return [from, to];
  return from ? [from] : to ? [to] : NONE;
}

/** The zone at the other end of a conduit. */
export function otherEndOf(conduit: Conduit, zoneId: string): string {
  return conduit.fromZoneId === zoneId ? conduit.toZoneId : conduit.fromZoneId;
}

/** Per FR the higher target of both ends; null where neither end has one (product.md §2, ZCR 5.6). */
export function derivedConduitTarget(index: ZoneModelIndex, conduit: Conduit): SlVector | null {
  const from = index.zoneById.get(conduit.fromZoneId)?.slTarget ?? null;
  const to = index.zoneById.get(conduit.toZoneId)?.slTarget ?? null;
  return from && to ? higherOf(from, to) : (from ?? to);
}

/** What a conduit must reach: its own target, or else the derived one. */
export function effectiveConduitTarget(index: ZoneModelIndex, conduit: Conduit): SlVector | null {
  return conduit.slTarget ?? derivedConduitTarget(index, conduit);
}

/** An untrusted zone lies outside the hospital's control: no target can be set for it (ZCR 5.6). */
export function needsSlTarget(zone: Zone): boolean {
  return zone.trustClass !== "untrusted";
}
