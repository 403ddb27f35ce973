import { canonicalJson } from "../shared/canonical-json";
import { type DrawnZone, fitTogether, type Sides, zonesInCycles } from "./fit-together";
import { placeOf } from "./layout";
import { type Asset, type Conduit, elementKey, type Waiver, type Zone, type ZoneModel } from "./zone-model";

export type Choice = "mine" | "theirs";
/** By `elementKey`. Whoever says nothing takes theirs: nobody is overwritten unasked. */
export type Choices = ReadonlyMap<string, Choice>;

/** null = not there on that side. */
export type Versions<Element> = { before: Element | null; mine: Element | null; theirs: Element | null };

/** An element that both sides changed in different ways, or that one side deleted while the other needs it. */
export type ContestedElement = {
  id: string;
  /** Fields that differ on any side, in the order in which an element has them. */
  fields: ReadonlyArray<string>;
} & (
  | { kind: "zone"; versions: Versions<DrawnZone> }
  | { kind: "conduit"; versions: Versions<Conduit> }
  | { kind: "asset"; versions: Versions<Asset> }
  | { kind: "waiver"; versions: Versions<Waiver> }
);

/**
 * What a person has to choose before both sides can stand together: zones, conduits, assets, waivers. Moving a box is
 * apart from changing what a zone says. Empty where everything goes together unasked.
 */
export function contestedElements(sides: Sides): ReadonlyArray<ContestedElement> {
  const zones = versionsOf(sides, drawnZones);
  const conduits = versionsOf(sides, ({ conduits: all }) => all);
  const assets = versionsOf(sides, ({ assets: all }) => all);
  const waivers = versionsOf(sides, ({ waivers: all }) => all);
  const needed = neededZones(sides);
  const looped = loopedZones(sides);
  const isContestedZone = (id: string, versions: Versions<DrawnZone>) =>
    isContestedIn(versions, withoutPlace) ||
    (everywhere(versions) && isContestedIn(versions, ({ place }) => place)) ||
    needed.has(id) ||
    (looped.has(id) && isMovedByMe(versions));
  return [
    ...[...zones].flatMap(
      ([id, versions]): ReadonlyArray<ContestedElement> =>
        isContestedZone(id, versions) ? [{ kind: "zone", id, versions, fields: fieldsOf(versions) }] : [],
    ),
    ...[...conduits].flatMap(
      ([id, versions]): ReadonlyArray<ContestedElement> =>
        isContestedIn(versions) ? [{ kind: "conduit", id, versions, fields: fieldsOf(versions) }] : [],
    ),
    ...[...assets].flatMap(
      ([id, versions]): ReadonlyArray<ContestedElement> =>
        isContestedIn(versions) ? [{ kind: "asset", id, versions, fields: fieldsOf(versions) }] : [],
    ),
    ...[...waivers].flatMap(
      ([id, versions]): ReadonlyArray<ContestedElement> =>
        isContestedIn(versions) ? [{ kind: "waiver", id, versions, fields: fieldsOf(versions) }] : [],
    ),
  ];
}

/**
 * Both sides together: what only one side changed is as that side has it; of a contested element `theirs` is their
 * version, `mine` is theirs with the fields that mine changed. What cannot stand then (a conduit whose zone goes)
 * is left out, assets and sub-zones of a zone that goes move up. Always a model that commands can make.
 */
export function mergedSides(sides: Sides, choices: Choices): ZoneModel {
  const choiceOf = (kind: ContestedElement["kind"], id: string): Choice =>
    choices.get(elementKey({ kind, id })) ?? "theirs";
  const zones = mergedList(versionsOf(sides, drawnZones), sides, ({ zones: all }) => all, {
    choice: (id) => choiceOf("zone", id),
    merge: mergedZone,
    part: withoutPlace,
    isForced: neededZones(sides),
  });
  const conduits = mergedList(
    versionsOf(sides, ({ conduits: all }) => all),
    sides,
    (model) => model.conduits,
    {
      choice: (id) => choiceOf("conduit", id),
      merge: mergedConduit,
    },
  );
  const assets = mergedList(
    versionsOf(sides, ({ assets: all }) => all),
    sides,
    (model) => model.assets,
    {
      choice: (id) => choiceOf("asset", id),
      merge: mergedElement,
    },
  );
  const waivers = mergedList(
    versionsOf(sides, (model) => model.waivers),
    sides,
    (model) => model.waivers,
    {
      choice: (id) => choiceOf("waiver", id),
      merge: mergedElement,
    },
  );
  const looped = loopedZones(sides);
  const isMine = [...versionsOf(sides, drawnZones)].every(
    ([id, versions]) => !looped.has(id) || !isMovedByMe(versions) || choiceOf("zone", id) === "mine",
  );
  const parents = isMine ? sides.mine : sides.theirs;
  return fitTogether({ zones, conduits, assets, waivers }, { sides, looped, parents });
}

type Element = { id: string };

function versionsOf<Entry extends Element>(
  { before, mine, theirs }: Sides,
  listOf: (model: ZoneModel) => ReadonlyArray<Entry>,
): ReadonlyMap<string, Versions<Entry>> {
  const found = new Map<string, Versions<Entry>>();
  const note = (model: ZoneModel, side: keyof Sides) => {
    for (const entry of listOf(model))
      found.set(entry.id, {
        ...(found.get(entry.id) ?? { before: null, mine: null, theirs: null }),
        [side]: entry,
      });
  };
  note(before, "before");
  note(theirs, "theirs");
  note(mine, "mine");
  return found;
}

function drawnZones(model: ZoneModel): ReadonlyArray<DrawnZone> {
  return model.zones.map((zone) => ({ ...zone, place: placeOf(model, zone.id) }));
}

function withoutPlace({ place: _place, ...zone }: DrawnZone): Zone {
  return zone;
}

function isContestedIn<Entry>(
  { before, mine, theirs }: Versions<Entry>,
  part: (entry: Entry) => unknown = (entry) => entry,
): boolean {
  const [b, m, t] = [before, mine, theirs].map((entry) => entry && part(entry));
  return !isSame(b, m) && !isSame(b, t) && !isSame(m, t);
}

/** By me. */
function isUnchanged<Entry>(
  { before, mine }: Versions<Entry>,
  part: (entry: Entry) => unknown = (entry) => entry,
): boolean {
  return isSame(before && part(before), mine && part(mine));
}

/** Put into another zone, where the others know the zone too. */
function isMovedByMe({ before, mine, theirs }: Versions<DrawnZone>): boolean {
  return before !== null && mine !== null && theirs !== null && mine.parentId !== before.parentId;
}

function everywhere<Entry>({ before, mine, theirs }: Versions<Entry>): boolean {
  return before !== null && mine !== null && theirs !== null;
}

/** Zones that one side deleted while the other put something into them or drew a conduit to them. */
function neededZones(sides: Sides): ReadonlySet<string> {
  const { before, mine, theirs } = sides;
  return new Set([...goneNeeded(before, mine, theirs), ...goneNeeded(before, theirs, mine)]);
}

function goneNeeded(before: ZoneModel, without: ZoneModel, having: ZoneModel): ReadonlyArray<string> {
  const left = new Set(without.zones.map(({ id }) => id));
  const gone = new Set(before.zones.flatMap(({ id }) => (left.has(id) ? [] : [id])));
  if (gone.size === 0) return [];
  const [zones, assets] = [byId(before.zones), byId(before.assets)];
  const conduits = byId(before.conduits);
  const needed = [
    ...having.zones.flatMap(({ id, parentId }) => (zones.get(id)?.parentId === parentId ? [] : [parentId])),
    ...having.assets.flatMap(({ id, zoneId }) => (assets.get(id)?.zoneId === zoneId ? [] : [zoneId])),
    ...having.conduits.flatMap((conduit) =>
      isSame(conduits.get(conduit.id), conduit) ? [] : [conduit.fromZoneId, conduit.toZoneId],
    ),
  ];
  return needed.flatMap((id) => (id !== null && gone.has(id) ? [id] : []));
}

/** Zones that would lie inside each other if both sides' moves were done. */
function loopedZones({ before, mine, theirs }: Sides): ReadonlySet<string> {
  const [old, other] = [byId(before.zones), byId(theirs.zones)];
  const moved = (zone: Zone) => zone.parentId !== (old.get(zone.id)?.parentId ?? null);
  const own = byId(mine.zones.filter((zone) => moved(zone) || !other.has(zone.id)));
  const parents = [...theirs.zones.filter(({ id }) => !own.has(id)), ...own.values()];
  return zonesInCycles(new Map(parents.map(({ id, parentId }) => [id, parentId])));
}

type Way<Entry> = {
  choice(id: string): Choice;
  merge(versions: Versions<Entry> & { mine: Entry; theirs: Entry }, choice: Choice): Entry;
  /** What of an element can be contested; all of it where absent. A box moved meanwhile keeps no zone. */
  part?(entry: Entry): unknown;
  /** Elements whose being there is chosen, also where only one side touched them. */
  isForced?: ReadonlySet<string>;
};

/** In their order; what only mine has comes after it. */
function mergedList<Entry extends Element>(
  versions: ReadonlyMap<string, Versions<Entry>>,
  { mine, theirs }: Sides,
  listOf: (model: ZoneModel) => ReadonlyArray<Element>,
  { choice, merge, part, isForced }: Way<Entry>,
): ReadonlyArray<Entry> {
  const ids = new Set([...listOf(theirs), ...listOf(mine)].map(({ id }) => id));
  return [...ids].flatMap((id): ReadonlyArray<Entry> => {
    const all = versions.get(id);
    if (!all) return [];
    if (all.mine && all.theirs) return [merge({ ...all, mine: all.mine, theirs: all.theirs }, choice(id))];
    const isOpen = isForced?.has(id) || isContestedIn(all, part);
    const side = isOpen ? choice(id) : isUnchanged(all, part) ? "theirs" : "mine";
    const entry = all[side];
    return entry ? [entry] : [];
  });
}

/** Theirs where both changed the element and theirs is chosen; else theirs with the fields that mine changed. */
function mergedElement<Entry extends object>(
  versions: Versions<Entry> & { mine: Entry; theirs: Entry },
  choice: Choice,
): Entry {
  const { before, mine, theirs } = versions;
  if (isContestedIn(versions) && choice === "theirs") return theirs;
  if (!before) return mine;
  const changed = fieldsOf({ before, mine, theirs: before });
  const merged = { ...theirs };
  for (const field of changed) merged[field] = mine[field];
  return merged;
}

function mergedZone(
  { before, mine, theirs }: Versions<DrawnZone> & { mine: DrawnZone; theirs: DrawnZone },
  choice: Choice,
): DrawnZone {
  const [b, m, t] = [before && withoutPlace(before), withoutPlace(mine), withoutPlace(theirs)];
  const facts = mergedElement<Zone>({ before: b, mine: m, theirs: t }, choice);
  const placed = mergedElement(
    {
      before: before && { place: before.place },
      mine: { place: mine.place },
      theirs: { place: theirs.place },
    },
    choice,
  );
  return { ...facts, ...placed };
}

/** Its ends go together: one of each side could be twice the same zone, or a zone that this choice takes away. */
function mergedConduit(
  versions: Versions<Conduit> & { mine: Conduit; theirs: Conduit },
  choice: Choice,
): Conduit {
  const merged = mergedElement(versions, choice);
  const { mine, theirs } = versions;
  if ([mine, theirs].some((side) => hasSameEnds(merged, side))) return merged;
  return { ...merged, fromZoneId: mine.fromZoneId, toZoneId: mine.toZoneId };
}

function hasSameEnds(one: Conduit, other: Conduit): boolean {
  return one.fromZoneId === other.fromZoneId && one.toZoneId === other.toZoneId;
}

function fieldsOf<Entry extends object>({
  before,
  mine,
  theirs,
}: Versions<Entry>): ReadonlyArray<keyof Entry & string> {
  const sample = mine ?? theirs ?? before;
  if (!sample || !mine || !theirs) return [];
  // Object.keys forgets the names' type; all sides have passed the same strict schema.
  const names = Object.keys(sample) as Array<keyof Entry & string>;
  return names.filter(
    (name) => !isSame(mine[name], theirs[name]) || (before !== null && !isSame(mine[name], before[name])),
  );
}

function byId<Entry extends Element>(list: ReadonlyArray<Entry>): ReadonlyMap<string, Entry> {
  return new Map(list.map((entry) => [entry.id, entry]));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return canonicalJson(a) === canonicalJson(b);
}
