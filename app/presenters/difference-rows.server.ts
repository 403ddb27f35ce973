import { type LayerChange, layerChanges } from "~/domain/policy/layer-changes";
import type { SlVector } from "~/domain/security-level/security-level";
import type { LevelChange, ZoneModelDifference } from "~/domain/zone-model/difference";
import { indexModel } from "~/domain/zone-model/queries";
import type { Conduit, ElementKind, ZoneModel } from "~/domain/zone-model/zone-model";

/** One element that differs between two states of a model, as one line of a table. */
export type DifferenceRow = {
  kind: ElementKind;
  id: string;
  name: string;
  change: "added" | "removed" | "changed";
  /** Names of the members that differ, without levels and channels. */
  fields: ReadonlyArray<string>;
  before: SlVector | null;
  after: SlVector | null;
  levels: ReadonlyArray<LevelChange>;
  /** Thresholds that a zone sets itself: whoever approves has to see each of them. */
  policy: ReadonlyArray<LayerChange>;
  /** Names of channels; empty where the element has none. */
  channels: { added: ReadonlyArray<string>; removed: ReadonlyArray<string>; changed: ReadonlyArray<string> };
};

const NO_CHANNELS = { added: [], removed: [], changed: [] };
const SHOWN_APART = ["slTarget", "channels", "policy"];

/** Zones, then conduits, then assets; of each what is new, what is gone, what differs. */
export function toDifferenceRows(
  { zones, conduits, assets }: ZoneModelDifference,
  before: ZoneModel,
  after: ZoneModel,
): ReadonlyArray<DifferenceRow> {
  const [nameBefore, nameAfter] = [conduitNamesIn(before), conduitNamesIn(after)];
  const plain = { fields: [], before: null, after: null, levels: [], policy: [], channels: NO_CHANNELS };
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
      ...refer("zone", change.after),
      ...fromChange(change),
      levels: change.levels,
      policy: layerChanges(change.before.policy, change.after.policy),
      channels: NO_CHANNELS,
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
      ...refer("conduit", { id: change.id, name: nameAfter(change.after) }),
      ...fromChange(change),
      levels: change.levels,
      policy: [],
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
    fields: change.fields.filter((field) => !SHOWN_APART.includes(field)),
    before: change.before.slTarget,
    after: change.after.slTarget,
  };
}

/** A conduit without a name goes by its ends. */
function conduitNamesIn(model: ZoneModel): (conduit: Conduit) => string {
  const { zoneById } = indexModel(model);
  const nameOf = (id: string) => zoneById.get(id)?.name ?? id;
  return ({ name, fromZoneId, toZoneId }) => name || `${nameOf(fromZoneId)} – ${nameOf(toZoneId)}`;
}
