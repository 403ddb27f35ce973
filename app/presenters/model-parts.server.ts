import { AppError } from "~/domain/shared/app-error";
import {
  assetsIn,
  childrenOf,
  conduitsOf,
  effectiveConduitTarget,
  type ZoneModelIndex,
} from "~/domain/zone-model/queries";
import type { ModelFinding, RuleSeverity } from "~/domain/zone-model/rules/rule";
import type { Zone, ZoneModel } from "~/domain/zone-model/zone-model";
import type { Caller } from "~/use-cases/use-case.server";
import { findZoneModel, type ModelRecord } from "~db/repositories/zone-models";

export async function findModelOf({ actor, database }: Caller, modelId: string): Promise<ModelRecord> {
  const model = await findZoneModel(database.read, actor.organisationId, modelId);
  if (!model) throw new AppError("not-found", "there is no such zone model");
  return model;
}

export type FindingCounts = Readonly<Record<RuleSeverity, number>>;

export function countFindings(findings: ReadonlyArray<ModelFinding>): FindingCounts {
  const counts = { error: 0, warning: 0, notice: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
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

export function conduitRows(index: ZoneModelIndex) {
  return index.model.conduits.map((conduit) => ({
    ...conduit,
    fromName: index.zoneById.get(conduit.fromZoneId)?.name ?? "",
    toName: index.zoneById.get(conduit.toZoneId)?.name ?? "",
    effectiveTarget: effectiveConduitTarget(index, conduit),
  }));
}

export function assetRows(index: ZoneModelIndex, assets: ZoneModel["assets"] = index.model.assets) {
  return assets.map((asset) => ({
    ...asset,
    zoneName: asset.zoneId === null ? null : (index.zoneById.get(asset.zoneId)?.name ?? null),
  }));
}

/** What the conduits of a zone permit, by name only. */
export function protocolsOf(index: ZoneModelIndex, zoneId: string): ReadonlyArray<string> {
  const names = conduitsOf(index, zoneId).flatMap(({ channels }) => channels.map(({ protocol }) => protocol));
  return [...new Set(names)].sort();
}
