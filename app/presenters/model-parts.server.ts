import { AppError } from "~/domain/shared/app-error";
import {
  assetsIn,
  childrenOf,
  conduitsOf,
  effectiveConduitTarget,
  indexModel,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import type { Asset, Conduit, Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { findZoneModel, type ModelRecord } from "~db/repositories/zone-models";

export async function findModelOf({ actor, database }: Caller, modelId: string): Promise<ModelRecord> {
  const model = await findZoneModel(database.read, actor.organisationId, modelId);
  if (!model) throw new AppError("not-found", "there is no such zone model");
  return model;
}

/** Zones as a tree reads from top to bottom: parents before their children, each with its depth. */
export function zonesInTreeOrder(index: ZoneModelIndex): ReadonlyArray<{ zone: Zone; depth: number }> {
  const walk = (parentId: string | null, depth: number): ReadonlyArray<{ zone: Zone; depth: number }> =>
    childrenOf(index, parentId).flatMap((zone) => [{ zone, depth }, ...walk(zone.id, depth + 1)]);
  return walk(null, 0);
}

/** Zones to choose from, with their depth for an indented list. */
export function zoneChoices(index: ZoneModelIndex) {
  return zonesInTreeOrder(index).map(({ zone, depth }) => ({ id: zone.id, name: zone.name, depth }));
}

export function zoneRows(index: ZoneModelIndex) {
  return zonesInTreeOrder(index).map(({ zone, depth }) => ({
    ...zone,
    depth,
    assets: assetsIn(index, zone.id).length,
    conduits: conduitsOf(index, zone.id).length,
  }));
}

export function conduitRows(index: ZoneModelIndex, conduits: ReadonlyArray<Conduit> = index.model.conduits) {
  return conduits.map((conduit) => ({
    ...conduit,
    fromName: index.zoneById.get(conduit.fromZoneId)?.name ?? "",
    toName: index.zoneById.get(conduit.toZoneId)?.name ?? "",
    effectiveTarget: effectiveConduitTarget(index, conduit),
  }));
}

export function assetRows(index: ZoneModelIndex, assets: ReadonlyArray<Asset> = index.model.assets) {
  return assets.map((asset) => ({
    ...asset,
    zoneName: asset.zoneId === null ? null : (index.zoneById.get(asset.zoneId)?.name ?? null),
  }));
}

/** A whole state of a model as tables. */
export function stateTables(model: ZoneModel) {
  const index = indexModel(model);
  return { zones: zoneRows(index), conduits: conduitRows(index), assets: assetRows(index) };
}

/** What the conduits of a zone permit, by name only. */
export function protocolsOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<string> {
  const names = conduitsOf(index, zoneId).flatMap(({ channels }) => channels.map(({ protocol }) => protocol));
  return [...new Set(names)].sort();
}
