import { accept, type Result, refuse } from "../shared/result";
import { applyCommand } from "./apply-command";
import { inverseOfAssetRun } from "./apply-runs";
import { valuesBefore } from "./changes";
import type { CommandRefusal, CommandsRefusal, ZoneModelCommand } from "./commands";
import { placeOf } from "./layout";
import type { ZoneModel } from "./zone-model";

type Commands = ReadonlyArray<ZoneModelCommand>;

/**
 * The commands that lead from the model after `command` back to `model`, deeply equal and in the same order.
 * Refused where the command itself would be.
 */
export function inverseOf(model: ZoneModel, command: ZoneModelCommand): Result<Commands, CommandRefusal> {
  const applied = applyCommand(model, command);
  return applied.ok ? accept(wayBack(model, command)) : applied;
}

/** The inverse of a whole gesture: one undo step. Refused where one of the commands would be. */
export function inverseOfAll(model: ZoneModel, commands: Commands): Result<Commands, CommandsRefusal> {
  const steps: Array<Commands> = [];
  let current = model;
  for (let index = 0; index < commands.length; ) {
    const run = inverseOfAssetRun(current, commands, index);
    if (run) {
      index += run.length;
      if (run.refusal) return refuse({ index, refusal: run.refusal });
      steps.push(...run.steps);
      current = run.model;
      continue;
    }
    const command = commands[index];
    const applied = command && applyCommand(current, command);
    if (applied?.ok === false) return refuse({ index, refusal: applied.refusal });
    if (command) steps.push(wayBack(current, command));
    current = applied?.value ?? current;
    index += 1;
  }
  return accept(steps.reverse().flat());
}

function wayBack(model: ZoneModel, command: ZoneModelCommand): Commands {
  switch (command.type) {
    case "add-zone":
      return [{ type: "delete-zone", zoneId: command.zone.id }];
    case "update-zone": {
      const { zoneId, changes } = command;
      return zonesWith(model, zoneId).map((zone) => ({
        type: "update-zone",
        zoneId,
        changes: valuesBefore(zone, changes),
      }));
    }
    case "set-sl-target":
      return zonesWith(model, command.zoneId).map((zone) => ({
        type: "set-sl-target",
        zoneId: zone.id,
        slTarget: zone.slTarget,
        rationale: zone.slTargetRationale,
      }));
    case "place-zone":
      return [{ type: "place-zone", zoneId: command.zoneId, place: placeOf(model, command.zoneId) }];
    case "nest-zone":
      return nestedAsIn(model, (zone) => zone.id === command.zoneId);
    case "delete-zone":
      return restoredZone(model, command.zoneId);
    case "add-conduit":
      return [{ type: "delete-conduit", conduitId: command.conduit.id }];
    case "update-conduit": {
      const { conduitId, changes } = command;
      const before = model.conduits.filter(({ id }) => id === conduitId);
      return before.map((conduit) => ({
        type: "update-conduit",
        conduitId,
        changes: valuesBefore(conduit, changes),
      }));
    }
    case "delete-conduit":
      return restoredConduits(model, ({ id }) => id === command.conduitId);
    case "add-asset":
      return [{ type: "delete-asset", assetId: command.asset.id }];
    case "update-asset": {
      const { assetId, changes } = command;
      const before = model.assets.filter(({ id }) => id === assetId);
      return before.map((asset) => ({
        type: "update-asset",
        assetId,
        changes: valuesBefore(asset, changes),
      }));
    }
    case "move-asset":
      return movedAsIn(model, ({ id }) => id === command.assetId);
    case "delete-asset":
      return model.assets.flatMap((asset, position) =>
        asset.id === command.assetId ? [{ type: "add-asset" as const, asset, position }] : [],
      );
    case "add-waiver": {
      const { id: waiverId, element } = command.waiver;
      return [{ type: "delete-waiver", waiverId, element }];
    }
    case "delete-waiver":
      return model.waivers.flatMap((waiver, position) =>
        waiver.id === command.waiverId ? [{ type: "add-waiver" as const, waiver, position }] : [],
      );
  }
}

/** The zone first, then what referred to it: each step finds what it needs. */
function restoredZone(model: ZoneModel, zoneId: string): Commands {
  const position = model.zones.findIndex(({ id }) => id === zoneId);
  return [
    ...zonesWith(model, zoneId).map((zone) => ({
      type: "add-zone" as const,
      zone,
      place: placeOf(model, zoneId),
      position,
    })),
    ...nestedAsIn(model, (zone) => zone.parentId === zoneId),
    ...movedAsIn(model, (asset) => asset.zoneId === zoneId),
    ...restoredConduits(model, ({ fromZoneId, toZoneId }) => fromZoneId === zoneId || toZoneId === zoneId),
  ];
}

/** In ascending order, so that every position counts the ones restored before it. */
function restoredConduits(
  model: ZoneModel,
  wasDeleted: (conduit: ZoneModel["conduits"][number]) => boolean,
): Commands {
  return model.conduits.flatMap((conduit, position) =>
    wasDeleted(conduit) ? [{ type: "add-conduit" as const, conduit, position }] : [],
  );
}

function nestedAsIn(model: ZoneModel, isMeant: (zone: ZoneModel["zones"][number]) => boolean): Commands {
  return model.zones
    .filter(isMeant)
    .map(({ id, parentId }) => ({ type: "nest-zone", zoneId: id, parentId, place: placeOf(model, id) }));
}

function movedAsIn(model: ZoneModel, isMeant: (asset: ZoneModel["assets"][number]) => boolean): Commands {
  return model.assets.filter(isMeant).map(({ id, zoneId }) => ({ type: "move-asset", assetId: id, zoneId }));
}

function zonesWith(model: ZoneModel, zoneId: string): ZoneModel["zones"] {
  return model.zones.filter(({ id }) => id === zoneId);
}
