import { type LayerChange, layerChanges } from "~/domain/policy/layer-changes";
import type { SlVector } from "~/domain/security-level/security-level";
import type { LevelChange, ZoneModelDifference } from "~/domain/zone-model/difference";
import { indexModel } from "~/domain/zone-model/queries";
import type { Conduit, ElementKind, ZoneModel } from "~/domain/zone-model/zone-model";
import { type ComparedElement, type FieldChange, fieldChanges, namesIn } from "./field-changes.server";

/** One element that differs between two states of a model, as one line of a table. */
export type DifferenceRow = {
  kind: ElementKind;
  id: string;
  name: string;
  change: "added" | "removed" | "changed";
  /** Names of the members that differ, without levels and channels. */
  fields: ReadonlyArray<string>;
  /** What they said before and say after. */
  values: ReadonlyArray<FieldChange>;
  before: SlVector | null;
  after: SlVector | null;
  levels: ReadonlyArray<LevelChange>;
  /** Thresholds that a zone sets itself: whoever approves has to see each of them. */
  policy: ReadonlyArray<LayerChange>;
  /** Names of channels; empty where the element has none. */
  channels: { added: ReadonlyArray<string>; removed: ReadonlyArray<string>; changed: ReadonlyArray<string> };
  channelValues: ReadonlyArray<{ id: string; protocol: string; values: ReadonlyArray<FieldChange> }>;
};

const NO_CHANNELS = { added: [], removed: [], changed: [] };
const SHOWN_APART = ["slTarget", "channels", "policy"];

/**
 * Zones, then conduits, then assets; of each what is new, what is gone, what differs. `releases`: names of product
 * releases by id, where assets may have changed theirs.
 */
export function toDifferenceRows(
  { zones, conduits, assets }: ZoneModelDifference,
  before: ZoneModel,
  after: ZoneModel,
  releases: ReadonlyMap<string, string> = new Map(),
): ReadonlyArray<DifferenceRow> {
  const [nameBefore, nameAfter] = [conduitNamesIn(before), conduitNamesIn(after)];
  const [old, now] = [namesIn(before, releases), namesIn(after, releases)];
  const none = { fields: [], values: [], levels: [], policy: [], channels: NO_CHANNELS, channelValues: [] };
  const plain = { ...none, before: null, after: null };
  const valuesOf = (
    change: { before: ComparedElement; after: ComparedElement },
    fields: ReadonlyArray<string>,
  ) =>
    fieldChanges(
      { element: change.before, names: old },
      { element: change.after, names: now },
      withoutApart(fields),
    );
  return [
    ...zones.added.map((zone) => ({
      ...plain,
      ...refer("zone", zone),
      change: "added" as const,
      after: zone.slTarget,
      policy: layerChanges({}, zone.policy),
    })),
    ...zones.removed.map((zone) => ({
      ...plain,
      ...refer("zone", zone),
      change: "removed" as const,
      before: zone.slTarget,
    })),
    ...zones.changed.map((change) => ({
      ...plain,
      ...refer("zone", change.after),
      ...fromChange(change),
      values: valuesOf(change, change.fields),
      levels: change.levels,
      policy: layerChanges(change.before.policy, change.after.policy),
    })),
    ...conduits.added.map((conduit) => ({
      ...plain,
      ...refer("conduit", { id: conduit.id, name: nameAfter(conduit) }),
      change: "added" as const,
      after: conduit.slTarget,
    })),
    ...conduits.removed.map((conduit) => ({
      ...plain,
      ...refer("conduit", { id: conduit.id, name: nameBefore(conduit) }),
      change: "removed" as const,
      before: conduit.slTarget,
    })),
    ...conduits.changed.map(({ channels, ...change }) => ({
      ...plain,
      ...refer("conduit", { id: change.id, name: nameAfter(change.after) }),
      ...fromChange(change),
      values: valuesOf(change, change.fields),
      levels: change.levels,
      channelValues: channels.changed.map((channel) => ({
        ...{ id: channel.id, protocol: channel.after.protocol },
        values: valuesOf(channel, channel.fields),
      })),
      channels: {
        added: channels.added.map(({ protocol }) => protocol),
        removed: channels.removed.map(({ protocol }) => protocol),
        changed: channels.changed.map(({ after: channel }) => channel.protocol),
      },
    })),
    ...assets.added.map((asset) => ({ ...plain, ...refer("asset", asset), change: "added" as const })),
    ...assets.removed.map((asset) => ({ ...plain, ...refer("asset", asset), change: "removed" as const })),
    ...assets.changed.map((change) => ({
      ...plain,
      ...refer("asset", change.after),
      change: "changed" as const,
      fields: change.fields,
      values: valuesOf(change, change.fields),
    })),
  ];
}

function refer(kind: ElementKind, { id, name }: { id: string; name: string }) {
  return { kind, id, name };
}

type WithTarget = { slTarget: SlVector | null };

function fromChange(change: { before: WithTarget; after: WithTarget; fields: ReadonlyArray<string> }) {
  return {
    change: "changed" as const,
    fields: withoutApart(change.fields),
    before: change.before.slTarget,
    after: change.after.slTarget,
  };
}

function withoutApart(fields: ReadonlyArray<string>): ReadonlyArray<string> {
  return fields.filter((field) => !SHOWN_APART.includes(field));
}

/** A conduit without a name goes by its ends. */
function conduitNamesIn(model: ZoneModel): (conduit: Conduit) => string {
  const { zoneById } = indexModel(model);
  const nameOf = (id: string) => zoneById.get(id)?.name ?? id;
  return ({ name, fromZoneId, toZoneId }) => name || `${nameOf(fromZoneId)} – ${nameOf(toZoneId)}`;
}
