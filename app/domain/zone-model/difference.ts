import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  type SecurityLevel,
  type SlVector,
} from "../security-level/security-level";
import { canonicalJson } from "../shared/canonical-json";
import { factsOf } from "./facts";
import { placeOf } from "./layout";
import type { Asset, Channel, Conduit, Waiver, Zone, ZoneModel } from "./zone-model";

/** One FR of a target; null = no target. `up` and `down` only between two levels. */
export type LevelChange = {
  foundationalRequirement: FoundationalRequirement;
  before: SecurityLevel | null;
  after: SecurityLevel | null;
  direction: "up" | "down" | "set" | "cleared";
};

/** One element on both sides, with the names of the fields that differ. */
export type ElementChange<Element> = {
  id: string;
  before: Element;
  after: Element;
  fields: ReadonlyArray<keyof Element>;
};
export type ElementDifference<Element, Change = ElementChange<Element>> = {
  added: ReadonlyArray<Element>;
  removed: ReadonlyArray<Element>;
  changed: ReadonlyArray<Change>;
};

export type ZoneChange = ElementChange<Zone> & { levels: ReadonlyArray<LevelChange> };
export type ConduitChange = ElementChange<Conduit> & {
  levels: ReadonlyArray<LevelChange>;
  channels: ElementDifference<Channel>;
};
export type AssetChange = ElementChange<Asset>;

export type ZoneModelDifference = {
  zones: ElementDifference<Zone, ZoneChange>;
  conduits: ElementDifference<Conduit, ConduitChange>;
  assets: ElementDifference<Asset, AssetChange>;
  waivers: ElementDifference<Waiver>;
  /** Zones on both sides whose box moved or changed size: drawing, not facts. */
  placed: ReadonlyArray<string>;
};

/**
 * What changed from one state of a model to another, by id, in the order of ids. Holds a change of facts
 * exactly where the fingerprints differ. Conduit levels are their own targets; derived ones follow the zones.
 */
export function differenceOf(before: ZoneModel, after: ZoneModel): ZoneModelDifference {
  const [old, now] = [factsOf(before), factsOf(after)];
  const conduits = compareElements(old.conduits, now.conduits);
  const zones = compareElements(old.zones, now.zones);
  const addedIds = new Set(zones.added.map(({ id }) => id));
  const keptIds = now.zones.map(({ id }) => id).filter((id) => !addedIds.has(id));
  return {
    zones: {
      ...zones,
      changed: zones.changed.map((change) => ({
        ...change,
        levels: compareTargets(change.before.slTarget, change.after.slTarget),
      })),
    },
    conduits: {
      ...conduits,
      changed: conduits.changed.map((change) => ({
        ...change,
        levels: compareTargets(change.before.slTarget, change.after.slTarget),
        channels: compareElements(change.before.channels, change.after.channels),
      })),
    },
    assets: compareElements(old.assets, now.assets),
    waivers: compareElements(old.waivers, now.waivers),
    placed: keptIds.filter((id) => !isSame(placeOf(before, id), placeOf(after, id))),
  };
}

/** True where anything but the drawing differs. */
export function hasFactChanges({ zones, conduits, assets, waivers }: ZoneModelDifference): boolean {
  return [zones, conduits, assets, waivers].some(
    ({ added, removed, changed }) => added.length + removed.length + changed.length > 0,
  );
}

/** Per FR the change from one target to another, in the standard's order; only FRs that differ. */
export function compareTargets(before: SlVector | null, after: SlVector | null): ReadonlyArray<LevelChange> {
  return FOUNDATIONAL_REQUIREMENTS.flatMap((fr) => {
    const [from, to] = [before?.[fr] ?? null, after?.[fr] ?? null];
    if (from === to) return [];
    return [{ foundationalRequirement: fr, before: from, after: to, direction: directionOf(from, to) }];
  });
}

function directionOf(before: SecurityLevel | null, after: SecurityLevel | null): LevelChange["direction"] {
  if (before === null) return "set";
  if (after === null) return "cleared";
  return after > before ? "up" : "down";
}

function compareElements<Element extends { id: string }>(
  before: ReadonlyArray<Element>,
  after: ReadonlyArray<Element>,
): ElementDifference<Element> {
  const old = new Map(before.map((element) => [element.id, element]));
  const nowIds = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !nowIds.has(id)),
    changed: after.flatMap((element) => {
      const earlier = old.get(element.id);
      const fields = earlier ? differingFields(earlier, element) : [];
      return earlier && fields.length > 0
        ? [{ id: element.id, before: earlier, after: element, fields }]
        : [];
    }),
  };
}

function differingFields<Element extends object>(
  before: Element,
  after: Element,
): ReadonlyArray<keyof Element> {
  // Object.keys forgets the names' type; both sides have passed the same strict schema.
  const names = Object.keys(after) as Array<keyof Element>;
  return names.filter((name) => before[name] !== after[name] && !isSame(before[name], after[name]));
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
