import { accept, type Result, refuse } from "../shared/result";
import { applyAssetRun } from "./apply-runs";
import { withChanges } from "./changes";
import type { CommandOf, CommandRefusal, CommandsRefusal, ZoneModelCommand } from "./commands";
import { placeInGrandparent, placeOf, withPlace } from "./layout";
import {
  type Asset,
  type Conduit,
  MAX_ASSETS,
  MAX_CONDUITS,
  MAX_WAIVERS,
  MAX_ZONES,
  type Zone,
  type ZoneModel,
} from "./zone-model";

type Applied = Result<ZoneModel, CommandRefusal>;

/**
 * The model after one command, or why it changes nothing. Pure: the given model is never written to, and
 * every array and element that the command does not touch keeps its identity. Values are trusted to have
 * passed {@link ZoneModelCommandSchema}; what depends on the model is checked here (IEC 62443-3-2 ZCR 3.1).
 */
export function applyCommand(model: ZoneModel, command: ZoneModelCommand): Applied {
  switch (command.type) {
    case "add-zone":
      return addZone(model, command);
    case "update-zone":
      return changeZone(model, command.zoneId, (zone) => withChanges(zone, command.changes));
    case "set-sl-target":
      return changeZone(model, command.zoneId, (zone) => ({
        ...zone,
        slTarget: command.slTarget,
        slTargetRationale: command.rationale,
      }));
    case "place-zone":
      return placeZone(model, command);
    case "nest-zone":
      return nestZone(model, command);
    case "delete-zone":
      return deleteZone(model, command.zoneId);
    case "add-conduit":
      return addConduit(model, command);
    case "update-conduit":
      return updateConduit(model, command);
    case "delete-conduit":
      return deleteConduit(model, command.conduitId);
    case "add-asset":
      return addAsset(model, command);
    case "update-asset":
      return changeAsset(model, command.assetId, command.changes);
    case "move-asset":
      return moveAsset(model, command);
    case "delete-asset":
      return deleteAsset(model, command.assetId);
    case "add-waiver":
      return addWaiver(model, command);
    case "delete-waiver":
      return deleteWaiver(model, command.waiverId);
  }
}

/** All commands in order, or none: names the first that is refused. */
export function applyCommands(
  model: ZoneModel,
  commands: ReadonlyArray<ZoneModelCommand>,
): Result<ZoneModel, CommandsRefusal> {
  let current = model;
  for (let index = 0; index < commands.length; ) {
    const run = applyAssetRun(current, commands, index);
    if (run) {
      index += run.length;
      if (run.refusal) return refuse({ index, refusal: run.refusal });
      current = run.model;
      continue;
    }
    const command = commands[index];
    const applied = command && applyCommand(current, command);
    if (applied?.ok === false) return refuse({ index, refusal: applied.refusal });
    current = applied?.value ?? current;
    index += 1;
  }
  return accept(current);
}

function addZone(model: ZoneModel, { zone, place, position }: CommandOf<"add-zone">): Applied {
  if (hasZone(model, zone.id)) return refuse({ code: "duplicate-id", kind: "zone", elementId: zone.id });
  if (zone.parentId === zone.id) return refuse({ code: "cycle", elementId: zone.id });
  const refusal = refusalOfZone(model, zone.parentId);
  if (refusal) return refuse(refusal);
  if (model.zones.length >= MAX_ZONES)
    return refuse({ code: "limit-reached", kind: "zone", limit: MAX_ZONES });
  return accept({
    ...model,
    zones: inserted(model.zones, zone, position),
    layout: withPlace(model.layout, zone.id, place),
  });
}

function changeZone(model: ZoneModel, zoneId: string, change: (zone: Zone) => Zone): Applied {
  const index = model.zones.findIndex(({ id }) => id === zoneId);
  const zone = model.zones[index];
  if (!zone) return refuse({ code: "unknown-zone", elementId: zoneId });
  const changed = change(zone);
  return accept(changed === zone ? model : { ...model, zones: model.zones.with(index, changed) });
}

function placeZone(model: ZoneModel, { zoneId, place }: CommandOf<"place-zone">): Applied {
  const refusal = refusalOfZone(model, zoneId);
  if (refusal) return refuse(refusal);
  return accept({ ...model, layout: withPlace(model.layout, zoneId, place) });
}

function nestZone(model: ZoneModel, { zoneId, parentId, place }: CommandOf<"nest-zone">): Applied {
  const refusal = refusalOfZone(model, parentId);
  if (refusal) return refuse(refusal);
  if (isWithin(model, parentId, zoneId)) return refuse({ code: "cycle", elementId: zoneId });
  const nested = changeZone(model, zoneId, (zone) => withChanges(zone, { parentId }));
  if (!nested.ok) return nested;
  return accept({ ...nested.value, layout: withPlace(model.layout, zoneId, place) });
}

function deleteZone(model: ZoneModel, zoneId: string): Applied {
  const zone = model.zones.find(({ id }) => id === zoneId);
  if (!zone) return refuse({ code: "unknown-zone", elementId: zoneId });
  const { parentId } = zone;
  const placeOfZone = placeOf(model, zoneId);
  let layout = withPlace(model.layout, zoneId, null);
  for (const child of model.zones) {
    const place = child.parentId === zoneId ? placeOf(model, child.id) : null;
    if (place) layout = withPlace(layout, child.id, placeInGrandparent(place, placeOfZone));
  }
  return accept({
    ...model,
    zones: model.zones
      .filter(({ id }) => id !== zoneId)
      .map((other) => (other.parentId === zoneId ? { ...other, parentId } : other)),
    conduits: kept(model.conduits, (conduit) => !endsIn(conduit, zoneId)),
    assets: model.assets.some((asset) => asset.zoneId === zoneId)
      ? model.assets.map((asset) => (asset.zoneId === zoneId ? { ...asset, zoneId: parentId } : asset))
      : model.assets,
    layout,
  });
}

function addConduit(model: ZoneModel, { conduit, position }: CommandOf<"add-conduit">): Applied {
  if (model.conduits.some(({ id }) => id === conduit.id)) {
    return refuse({ code: "duplicate-id", kind: "conduit", elementId: conduit.id });
  }
  if (model.conduits.length >= MAX_CONDUITS) {
    return refuse({ code: "limit-reached", kind: "conduit", limit: MAX_CONDUITS });
  }
  const refusal = refusalOfConduit(model, conduit);
  if (refusal) return refuse(refusal);
  return accept({ ...model, conduits: inserted(model.conduits, conduit, position) });
}

function updateConduit(model: ZoneModel, { conduitId, changes }: CommandOf<"update-conduit">): Applied {
  const index = model.conduits.findIndex(({ id }) => id === conduitId);
  const conduit = model.conduits[index];
  if (!conduit) return refuse({ code: "unknown-conduit", elementId: conduitId });
  const changed = withChanges(conduit, changes);
  if (changed === conduit) return accept(model);
  const refusal = refusalOfConduit(model, changed);
  if (refusal) return refuse(refusal);
  return accept({ ...model, conduits: model.conduits.with(index, changed) });
}

function deleteConduit(model: ZoneModel, conduitId: string): Applied {
  const conduits = kept(model.conduits, ({ id }) => id !== conduitId);
  if (conduits === model.conduits) return refuse({ code: "unknown-conduit", elementId: conduitId });
  return accept({ ...model, conduits });
}

function refusalOfConduit(model: ZoneModel, conduit: Conduit): CommandRefusal | undefined {
  if (conduit.fromZoneId === conduit.toZoneId) return { code: "conduit-to-itself", elementId: conduit.id };
  const unknown = [conduit.fromZoneId, conduit.toZoneId].find((end) => !hasZone(model, end));
  if (unknown !== undefined) return { code: "unknown-zone", elementId: unknown };
  const channelIds = conduit.channels.map(({ id }) => id);
  const doubled = channelIds.find((id, index) => channelIds.indexOf(id) !== index);
  if (doubled !== undefined) return { code: "duplicate-id", kind: "channel", elementId: doubled };
}

function addAsset(model: ZoneModel, { asset, position }: CommandOf<"add-asset">): Applied {
  if (model.assets.some(({ id }) => id === asset.id)) {
    return refuse({ code: "duplicate-id", kind: "asset", elementId: asset.id });
  }
  const refusal = refusalOfZone(model, asset.zoneId);
  if (refusal) return refuse(refusal);
  if (model.assets.length >= MAX_ASSETS)
    return refuse({ code: "limit-reached", kind: "asset", limit: MAX_ASSETS });
  return accept({ ...model, assets: inserted(model.assets, asset, position) });
}

function changeAsset(model: ZoneModel, assetId: string, changes: Partial<Asset>): Applied {
  const index = model.assets.findIndex(({ id }) => id === assetId);
  const asset = model.assets[index];
  if (!asset) return refuse({ code: "unknown-asset", elementId: assetId });
  const changed = withChanges(asset, changes);
  return accept(changed === asset ? model : { ...model, assets: model.assets.with(index, changed) });
}

function moveAsset(model: ZoneModel, { assetId, zoneId }: CommandOf<"move-asset">): Applied {
  const refusal = refusalOfZone(model, zoneId);
  if (refusal) return refuse(refusal);
  return changeAsset(model, assetId, { zoneId });
}

function deleteAsset(model: ZoneModel, assetId: string): Applied {
  const assets = kept(model.assets, ({ id }) => id !== assetId);
  if (assets === model.assets) return refuse({ code: "unknown-asset", elementId: assetId });
  return accept({ ...model, assets });
}

/** The element may have gone meanwhile: undo brings back both in any order. */
function addWaiver(model: ZoneModel, { waiver, position }: CommandOf<"add-waiver">): Applied {
  if (model.waivers.some(({ id }) => id === waiver.id))
    return refuse({ code: "duplicate-id", kind: "waiver", elementId: waiver.id });
  if (model.waivers.length >= MAX_WAIVERS)
    return refuse({ code: "limit-reached", kind: "waiver", limit: MAX_WAIVERS });
  return accept({ ...model, waivers: inserted(model.waivers, waiver, position) });
}

function deleteWaiver(model: ZoneModel, waiverId: string): Applied {
  const waivers = kept(model.waivers, ({ id }) => id !== waiverId);
  if (waivers === model.waivers) return refuse({ code: "unknown-waiver", elementId: waiverId });
  return accept({ ...model, waivers });
}

function hasZone(model: ZoneModel, zoneId: string): boolean {
  return model.zones.some(({ id }) => id === zoneId);
}

/** No zone at all is allowed; a zone that does not exist is not. */
function refusalOfZone(model: ZoneModel, zoneId: string | null): CommandRefusal | undefined {
  if (zoneId !== null && !hasZone(model, zoneId)) return { code: "unknown-zone", elementId: zoneId };
}

/** True where `zoneId` is `ancestorId` or lies anywhere inside it. */
function isWithin(model: ZoneModel, zoneId: string | null, ancestorId: string): boolean {
  const parentOf = new Map(model.zones.map((zone) => [zone.id, zone.parentId]));
  const seen = new Set<string>();
  for (let at = zoneId; at !== null && !seen.has(at); at = parentOf.get(at) ?? null) {
    if (at === ancestorId) return true;
    seen.add(at);
  }
  return false;
}

function endsIn(conduit: Conduit, zoneId: string): boolean {
  return conduit.fromZoneId === zoneId || conduit.toZoneId === zoneId;
}

/** A position past the end is the end: another person may have deleted what stood before. */
function inserted<Entry>(list: Array<Entry>, entry: Entry, position = list.length): Array<Entry> {
  return list.toSpliced(position, 0, entry);
}

function kept<Entry>(list: Array<Entry>, isKept: (entry: Entry) => boolean): Array<Entry> {
  return list.every(isKept) ? list : list.filter(isKept);
}
