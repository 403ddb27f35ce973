import { accept, type Result, refuse } from "../shared/result";
import { applyCommands } from "./apply-command";
import { applyAssetRun } from "./apply-runs";
import type { CommandOf, CommandsRefusal, ZoneModelCommand } from "./commands";
import { placeInGrandparent, placeOf } from "./layout";
import { sharedElements, type TouchedElement, touchedElements } from "./touched-elements";
import { type ElementRef, EMPTY_ZONE_MODEL, type ZoneModel } from "./zone-model";

type Commands = ReadonlyArray<ZoneModelCommand>;

/** One accepted save as others get to see it; `at` is an instant in ISO 8601. */
export type RecordedEdit = {
  /** The draft version that the edit made. */
  version: number;
  personId: string;
  personName: string;
  at: string;
  commands: Commands;
};

/** What a list of commands did: the model after it, all it wrote to, and the commands to keep of it. */
export type AppliedEdit = { model: ZoneModel; commands: Commands; touched: ReadonlyArray<TouchedElement> };

/**
 * Applies commands like `applyCommands` and tells what they wrote to. The commands to keep spell out what the
 * deletion of a zone takes with it, so that a later reader knows what was touched without the model of that day.
 */
export function applyEdit(model: ZoneModel, commands: Commands): Result<AppliedEdit, CommandsRefusal> {
  const kept: Array<ZoneModelCommand> = [];
  const touched: Array<TouchedElement> = [];
  let current = model;
  for (let index = 0; index < commands.length; ) {
    const run = applyAssetRun(current, commands, index);
    if (run?.refusal) return refuse({ index: index + run.length, refusal: run.refusal });
    const next = commands.slice(index, index + (run?.length ?? 1));
    for (const command of next) {
      kept.push(...(command.type === "delete-zone" ? spelledOut(current, command) : [command]));
      touched.push(...touchedElements(current, command));
    }
    const applied = run ? accept(run.model) : applyCommands(current, next);
    if (!applied.ok) return refuse({ ...applied.refusal, index });
    current = applied.value;
    index += next.length;
  }
  return accept({ model: current, commands: kept, touched });
}

/** Why two edits cannot be put together: both write to these, or one takes away what the other needs. */
export type MergeConflict = { elements: ReadonlyArray<ElementRef> };

/**
 * Puts commands that were made on an earlier version on top of the current one. Accepted only where nothing that
 * they touch was touched by the edits in between (as `applyEdit` keeps them), so that nobody's work is overwritten.
 */
export function mergeEdit(
  current: ZoneModel,
  missed: ReadonlyArray<Pick<RecordedEdit, "commands">>,
  commands: Commands,
): Result<AppliedEdit, MergeConflict> {
  const applied = applyEdit(current, commands);
  if (!applied.ok) return refuse({ elements: [] });
  // Kept commands delete only zones that nothing hangs on: what they touch does not depend on a model.
  const theirs = missed.flatMap((edit) =>
    edit.commands.flatMap((command) => touchedElements(EMPTY_ZONE_MODEL, command)),
  );
  const shared = sharedElements(applied.value.touched, theirs);
  if (shared.length > 0) return refuse({ elements: distinct(shared) });
  return applied;
}

/** The same as deleting the zone at once: its sub-zones and assets move up first, its conduits go. */
function spelledOut(model: ZoneModel, command: CommandOf<"delete-zone">): Commands {
  const { zoneId } = command;
  const parentId = model.zones.find(({ id }) => id === zoneId)?.parentId ?? null;
  return [
    ...model.zones.flatMap((zone): Commands => {
      if (zone.parentId !== zoneId) return [];
      const place = placeOf(model, zone.id);
      const moved = place && placeInGrandparent(place, placeOf(model, zoneId));
      return [{ type: "nest-zone", zoneId: zone.id, parentId, place: moved }];
    }),
    ...model.assets.flatMap(
      (asset): Commands =>
        asset.zoneId === zoneId ? [{ type: "move-asset", assetId: asset.id, zoneId: parentId }] : [],
    ),
    ...model.conduits.flatMap(
      (conduit): Commands =>
        conduit.fromZoneId === zoneId || conduit.toZoneId === zoneId
          ? [{ type: "delete-conduit", conduitId: conduit.id }]
          : [],
    ),
    command,
  ];
}

function distinct(touched: ReadonlyArray<TouchedElement>): ReadonlyArray<ElementRef> {
  const byKey = new Map(touched.map(({ kind, id }) => [`${kind}:${id}`, { kind, id }]));
  return [...byKey.values()];
}
