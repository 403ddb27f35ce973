import { valuesBefore, withChanges } from "./changes";
import type { CommandOf, CommandRefusal, ZoneModelCommand } from "./commands";
import { type FreeSlots, freeSlots } from "./free-slots";
import { type Asset, MAX_ASSETS, type ZoneModel } from "./zone-model";

type AssetCommand = CommandOf<"add-asset" | "update-asset" | "move-asset" | "delete-asset">;
type Insertion = CommandOf<"add-asset"> & { position: number };
type Commands = ReadonlyArray<ZoneModelCommand>;
type Run = { model: ZoneModel; length: number; refusal?: CommandRefusal };

/** Below this, looking an asset up costs less than preparing to. */
const SHORTEST = 16;

/**
 * Applies the commands on assets that follow each other from `start` in one pass, as an import of thousands needs.
 * Gives what `applyCommand` would give one after the other; undefined where too few follow to be worth it.
 */
export function applyAssetRun(model: ZoneModel, commands: Commands, start: number): Run | undefined {
  return (
    applied(model, runFrom(commands, start, isAssetCommand)) ??
    inserted(model, runFrom(commands, start, isInsertion))
  );
}

/** The same with what leads back from each command, as `inverseOf` gives it. */
export function inverseOfAssetRun(
  model: ZoneModel,
  commands: Commands,
  start: number,
): (Run & { steps: ReadonlyArray<Commands> }) | undefined {
  const steps: Array<Commands> = [];
  const note: Before = (command, assets) => {
    const assetId = command.type === "add-asset" ? command.asset.id : command.assetId;
    const asset = assets.get(assetId);
    if (command.type === "add-asset") steps.push([{ type: "delete-asset", assetId }]);
    if (command.type === "move-asset" && asset)
      steps.push([{ type: "move-asset", assetId, zoneId: asset.zoneId }]);
    if (command.type === "update-asset" && asset)
      steps.push([{ type: "update-asset", assetId, changes: valuesBefore(asset, command.changes) }]);
  };
  const run =
    applied(model, runFrom(commands, start, isChange), note) ??
    inserted(model, runFrom(commands, start, isInsertion), note) ??
    applied(model, runFrom(commands, start, isDeletion), noteDeleted(model, steps));
  return run && { ...run, steps };
}

/** A deleted asset comes back to where it stood among those that were left. */
function noteDeleted(model: ZoneModel, steps: Array<Commands>): Before {
  let slots: FreeSlots | undefined;
  let slotOf: ReadonlyMap<string, number> | undefined;
  return (command, assets) => {
    slots ??= freeSlots(model.assets.length);
    slotOf ??= new Map(model.assets.map(({ id }, slot) => [id, slot]));
    const asset = command.type === "delete-asset" ? assets.get(command.assetId) : undefined;
    const slot = slotOf.get(asset?.id ?? "");
    if (!asset || slot === undefined) return;
    steps.push([{ type: "add-asset", asset, position: slots.freeBefore(slot) }]);
    slots.take(slot);
  };
}

function runFrom<Command extends AssetCommand>(
  commands: Commands,
  start: number,
  belongs: (command: ZoneModelCommand) => command is Command,
): ReadonlyArray<Command> {
  const run: Array<Command> = [];
  for (let at = start; at < commands.length; at += 1) {
    const command = commands[at];
    if (!command || !belongs(command)) break;
    run.push(command);
  }
  return run;
}

type Before = (command: AssetCommand, assets: ReadonlyMap<string, Asset>) => void;

function applied(model: ZoneModel, run: ReadonlyArray<AssetCommand>, before?: Before): Run | undefined {
  if (run.length < SHORTEST) return undefined;
  // A Map keeps the order of insertion, also where a value is replaced: the order of the array.
  const assets = new Map(model.assets.map((asset) => [asset.id, asset]));
  if (assets.size < model.assets.length) return undefined;
  const zoneIds = new Set(model.zones.map(({ id }) => id));
  let isChanged = false;
  for (const [length, command] of run.entries()) {
    const refusal = refusalOf(command, assets, zoneIds);
    if (refusal) return { model, length, refusal };
    before?.(command, assets);
    isChanged = change(assets, command) || isChanged;
  }
  return { model: isChanged ? { ...model, assets: [...assets.values()] } : model, length: run.length };
}

/** Additions with a position, which undo gives: each moves all that follow, so where they end up is reckoned backwards. */
function inserted(model: ZoneModel, run: ReadonlyArray<Insertion>, before?: Before): Run | undefined {
  if (run.length < SHORTEST) return undefined;
  const assets = new Map(model.assets.map((asset) => [asset.id, asset]));
  if (assets.size < model.assets.length) return undefined;
  const zoneIds = new Set(model.zones.map(({ id }) => id));
  for (const [length, command] of run.entries()) {
    const refusal = refusalOf(command, assets, zoneIds);
    if (refusal) return { model, length, refusal };
    before?.(command, assets);
    assets.set(command.asset.id, command.asset);
  }
  const slots = freeSlots(assets.size);
  const added = new Map<number, Asset>();
  for (const [back, { asset, position }] of run.toReversed().entries())
    added.set(slots.takeNth(Math.min(position, assets.size - 1 - back)), asset);
  const others = model.assets.values();
  const next = Array.from({ length: assets.size }, (_, slot) => added.get(slot) ?? others.next().value);
  return { model: { ...model, assets: next.filter((asset) => asset !== undefined) }, length: run.length };
}

/** Without a place among the others: these stand at the end. */
function isChange(command: ZoneModelCommand): command is AssetCommand {
  return command.type === "add-asset"
    ? command.position === undefined
    : command.type === "update-asset" || command.type === "move-asset";
}

function isDeletion(command: ZoneModelCommand): command is CommandOf<"delete-asset"> {
  return command.type === "delete-asset";
}

function isAssetCommand(command: ZoneModelCommand): command is AssetCommand {
  return isChange(command) || isDeletion(command);
}

function isInsertion(command: ZoneModelCommand): command is Insertion {
  return command.type === "add-asset" && command.position !== undefined;
}

function refusalOf(
  command: AssetCommand,
  assets: ReadonlyMap<string, Asset>,
  zoneIds: ReadonlySet<string>,
): CommandRefusal | undefined {
  const zoneId =
    command.type === "add-asset"
      ? command.asset.zoneId
      : command.type === "move-asset"
        ? command.zoneId
        : null;
  const isUnknownZone = zoneId !== null && !zoneIds.has(zoneId);
  if (command.type === "add-asset") {
    const { id } = command.asset;
    if (assets.has(id)) return { code: "duplicate-id", kind: "asset", elementId: id };
    if (isUnknownZone) return { code: "unknown-zone", elementId: zoneId };
    if (assets.size >= MAX_ASSETS) return { code: "limit-reached", kind: "asset", limit: MAX_ASSETS };
    return undefined;
  }
  if (isUnknownZone) return { code: "unknown-zone", elementId: zoneId };
  if (!assets.has(command.assetId)) return { code: "unknown-asset", elementId: command.assetId };
}

/** True where something is different now. */
function change(assets: Map<string, Asset>, command: AssetCommand): boolean {
  if (command.type === "delete-asset") return assets.delete(command.assetId);
  if (command.type === "add-asset") {
    assets.set(command.asset.id, command.asset);
    return true;
  }
  const asset = assets.get(command.assetId);
  const changes = command.type === "move-asset" ? { zoneId: command.zoneId } : command.changes;
  const changed = asset && withChanges<Asset>(asset, changes);
  if (!changed || changed === asset) return false;
  assets.set(command.assetId, changed);
  return true;
}
