import { canonicalJson } from "../shared/canonical-json";
import { applyCommand } from "./apply-command";
import type { ZoneModelCommand } from "./commands";
import { placeOf } from "./layout";
import { childrenOf, indexModel } from "./queries";
import { type Asset, type Conduit, MAX_ZONES, type Zone, type ZoneModel } from "./zone-model";

type Commands = ReadonlyArray<ZoneModelCommand>;
type Element = { id: string };

/**
 * The commands that lead from one model to another, deeply equal and with every list in the same order; none
 * where they are equal already. What only changed is changed, never deleted and added anew, except where a list
 * has another order or a waiver another wording, for which there is no command. Both models must be ones that
 * commands can make (no {@link findInconsistencies}); the commands are never refused on `from`.
 */
export function commandsBetween(from: ZoneModel, to: ZoneModel): Commands {
  const { model, commands } = withZonesOf(from, to);
  return [
    ...waiversGone(from, to).map(({ id: waiverId, element }) => ({
      type: "delete-waiver" as const,
      waiverId,
      element,
    })),
    ...commands,
    ...changedAssets(model, to),
    ...changedConduits(model, to),
    ...addedWaivers(from, to),
  ];
}

/** What goes, and every zone as in `to`. The model after it differs in assets, conduits and waivers at most. */
function withZonesOf(from: ZoneModel, to: ZoneModel): { model: ZoneModel; commands: Commands } {
  const commands: Array<ZoneModelCommand> = [];
  let model = from;
  const perform = (command: ZoneModelCommand) => {
    const applied = applyCommand(model, command);
    // Never: every step below is one that the model at that moment allows.
    if (!applied.ok) throw new Error(`${command.type} is refused: ${applied.refusal.code}`);
    model = applied.value;
    commands.push(command);
  };

  const zonesGone = new Set(outOfOrder(from.zones, to.zones).map(({ id }) => id));
  const conduitsGone = new Set(outOfOrder(from.conduits, to.conduits));
  const endsInGone = ({ fromZoneId, toZoneId }: Conduit) =>
    zonesGone.has(fromZoneId) || zonesGone.has(toZoneId);
  const assetsGone = new Set(outOfOrder(from.assets, to.assets));
  for (const { id: assetId } of assetsGone) commands.push({ type: "delete-asset", assetId });
  // A conduit goes with its zone.
  for (const conduit of conduitsGone)
    if (!endsInGone(conduit)) commands.push({ type: "delete-conduit", conduitId: conduit.id });
  model = without(model, assetsGone, conduitsGone);

  const ordered = zonesOutsideIn(to);
  const rank = new Map(to.zones.map(({ id }, position) => [id, position]));
  const addMissing = (ignored?: ReadonlySet<string>) => {
    const known = new Set(model.zones.map(({ id }) => id));
    for (const zone of ordered)
      if (!known.has(zone.id))
        perform({
          type: "add-zone",
          zone,
          place: placeOf(to, zone.id),
          ...positionOf(zone, model, rank, ignored),
        });
  };
  const kept = new Set(from.zones.map(({ id }) => id));
  const added = to.zones.filter(({ id }) => !kept.has(id)).length;
  if (from.zones.length + added <= MAX_ZONES) {
    addMissing(zonesGone);
    for (const conduit of movedConduits(model, to, zonesGone)) perform(conduit);
  }
  for (const zoneId of zonesGone) perform({ type: "delete-zone", zoneId });
  addMissing();
  // From the outside in: a zone whose ancestors already stand as in `to` cannot end up inside itself.
  const now = new Map(model.zones.map((zone) => [zone.id, zone]));
  for (const zone of ordered) {
    const current = now.get(zone.id);
    if (current) for (const command of zoneChanges(model, current, zone, to)) perform(command);
  }
  return { model, commands };
}

/** Leaves out at once what single commands would; what went with a zone is gone by then or goes with it. */
function without(model: ZoneModel, assets: ReadonlySet<Asset>, conduits: ReadonlySet<Conduit>): ZoneModel {
  return {
    ...model,
    assets: assets.size > 0 ? model.assets.filter((asset) => !assets.has(asset)) : model.assets,
    conduits: conduits.size > 0 ? model.conduits.filter((conduit) => !conduits.has(conduit)) : model.conduits,
  };
}

/** Conduits that would go with a zone but lead elsewhere in `to`: moved there while both ends exist. */
function movedConduits(model: ZoneModel, to: ZoneModel, zonesGone: ReadonlySet<string>): Commands {
  const target = new Map(to.conduits.map((conduit) => [conduit.id, conduit]));
  return model.conduits.flatMap((conduit): Commands => {
    const { fromZoneId, toZoneId } = target.get(conduit.id) ?? conduit;
    const goes = zonesGone.has(conduit.fromZoneId) || zonesGone.has(conduit.toZoneId);
    if (!goes || zonesGone.has(fromZoneId) || zonesGone.has(toZoneId)) return [];
    return [{ type: "update-conduit", conduitId: conduit.id, changes: { fromZoneId, toZoneId } }];
  });
}

function zoneChanges(model: ZoneModel, current: Zone, zone: Zone, to: ZoneModel): Commands {
  const { id: zoneId, parentId } = zone;
  const place = placeOf(to, zoneId);
  const { id: _id, parentId: _parent, slTarget, ...changes } = changedFields(current, zone);
  const rationale = changes.slTargetRationale ?? current.slTargetRationale;
  if (slTarget !== undefined) delete changes.slTargetRationale;
  return [
    ...(current.parentId !== parentId
      ? [{ type: "nest-zone" as const, zoneId, parentId, place }]
      : isSame(placeOf(model, zoneId), place)
        ? []
        : [{ type: "place-zone" as const, zoneId, place }]),
    ...(slTarget === undefined ? [] : [{ type: "set-sl-target" as const, zoneId, slTarget, rationale }]),
    ...(isEmpty(changes) ? [] : [{ type: "update-zone" as const, zoneId, changes }]),
  ];
}

function changedAssets(model: ZoneModel, to: ZoneModel): Commands {
  if (model.assets === to.assets) return [];
  return elementChanges(model.assets, to.assets, {
    add: (asset, position) => ({ type: "add-asset", asset, ...position }),
    change: (before, after) => {
      const { id: _id, zoneId, ...changes } = changedFields(before, after);
      const { id: assetId } = after;
      return [
        ...(zoneId === undefined ? [] : [{ type: "move-asset" as const, assetId, zoneId }]),
        ...(isEmpty(changes) ? [] : [{ type: "update-asset" as const, assetId, changes }]),
      ];
    },
  });
}

function changedConduits(model: ZoneModel, to: ZoneModel): Commands {
  if (model.conduits === to.conduits) return [];
  return elementChanges(model.conduits, to.conduits, {
    add: (conduit, position) => ({ type: "add-conduit", conduit, ...position }),
    change: (before, after) => {
      const { id: _id, ...changes } = changedFields(before, after);
      return isEmpty(changes) ? [] : [{ type: "update-conduit", conduitId: after.id, changes }];
    },
  });
}

function waiversGone(from: ZoneModel, to: ZoneModel): ZoneModel["waivers"] {
  const reworded = new Map(to.waivers.map((waiver) => [waiver.id, waiver]));
  const same = from.waivers.filter((waiver) => isSame(waiver, reworded.get(waiver.id)));
  const kept = new Set(same.map(({ id }) => id));
  const outOf = new Set(outOfOrder(same, to.waivers));
  return from.waivers.filter((waiver) => !kept.has(waiver.id) || outOf.has(waiver));
}

function addedWaivers(from: ZoneModel, to: ZoneModel): Commands {
  const gone = new Set(waiversGone(from, to));
  const kept = from.waivers.filter((waiver) => !gone.has(waiver));
  return elementChanges(kept, to.waivers, {
    add: (waiver, position) => ({ type: "add-waiver", waiver, ...position }),
    change: () => [],
  });
}

type Ways<Entry> = {
  add(entry: Entry, position: { position?: number }): ZoneModelCommand;
  change(before: Entry, after: Entry): Commands;
};

/** `current` holds nothing that `wanted` has not and is in its order: added one by one, each place is the last. */
function elementChanges<Entry extends Element>(
  current: ReadonlyArray<Entry>,
  wanted: ReadonlyArray<Entry>,
  { add, change }: Ways<Entry>,
): Commands {
  const known = new Map(current.map((entry) => [entry.id, entry]));
  let length = current.length;
  return wanted.flatMap((entry, position): Commands => {
    const before = known.get(entry.id);
    if (before) return before === entry ? [] : change(before, entry);
    length += 1;
    return [add(entry, position === length - 1 ? {} : { position })];
  });
}

/** Before the first zone that comes after it by `rank`; the others keep their order. */
function positionOf(
  { id }: Zone,
  model: ZoneModel,
  rank: ReadonlyMap<string, number>,
  ignored?: ReadonlySet<string>,
): { position?: number } {
  const own = rank.get(id) ?? 0;
  const position = model.zones.findIndex((zone) => (rank.get(zone.id) ?? -1) > own && !ignored?.has(zone.id));
  return position < 0 ? {} : { position };
}

/** Outer zones before the ones inside them. */
function zonesOutsideIn(model: ZoneModel): ReadonlyArray<Zone> {
  const index = indexModel(model);
  // A Set hands out what is added while it is walked.
  const zones = new Set(childrenOf(index, null));
  for (const zone of zones) for (const child of childrenOf(index, zone.id)) zones.add(child);
  return [...zones];
}

/** Of `before` what `after` lacks or has in another order, as few as possible: the rest stands as in `after`. */
function outOfOrder<Entry extends Element>(
  before: ReadonlyArray<Entry>,
  after: ReadonlyArray<Entry>,
): ReadonlyArray<Entry> {
  if (before === after) return [];
  const rank = new Map(after.map(({ id }, position) => [id, position]));
  const ranks = before.map(({ id }) => rank.get(id));
  const kept = longestRising(ranks);
  return before.filter((_, position) => !kept.has(position));
}

/** The positions of a longest rising series among those that have a value. */
function longestRising(values: ReadonlyArray<number | undefined>): ReadonlySet<number> {
  /** Where the series of each length ends lowest, and what comes before each position. */
  const ends: Array<number> = [];
  const previous = new Map<number, number>();
  for (const [position, value] of values.entries()) {
    if (value === undefined) continue;
    const length = firstNotBelow(ends, value, values);
    const before = ends[length - 1];
    if (before !== undefined) previous.set(position, before);
    ends[length] = position;
  }
  const series = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = previous.get(at)) series.add(at);
  return series;
}

function firstNotBelow(
  ends: ReadonlyArray<number>,
  value: number,
  values: ReadonlyArray<number | undefined>,
): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The fields of `after` that differ, with its values. */
function changedFields<Entry extends object>(before: Entry, after: Entry): Partial<Entry> {
  // Object.keys forgets the names' type; both sides have passed the same strict schema.
  const names = Object.keys(after) as Array<keyof Entry>;
  const changes: Partial<Entry> = {};
  for (const name of names) if (!isSame(before[name], after[name])) changes[name] = after[name];
  return changes;
}

function isEmpty(changes: object): boolean {
  return Object.keys(changes).length === 0;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}
