import type { ProtocolSuggestion, ZoneSuggestion } from "~/domain/zone-model/new-elements";
import { newConduit, newZone } from "~/domain/zone-model/new-elements";
import type { ZoneModelIndex } from "~/domain/zone-model/queries";
import type { ReleaseChoice } from "../choices";
import { placedAsset } from "../overlays/place-candidate";
import {
  type FormValues,
  flagsOf,
  listOf,
  membersOf,
  numberOf,
  orNull,
  textOrNull,
  vectorOf,
} from "./form-values";
import { fromChannelRows } from "./from-channel-rows";

/** What forms are read against: the draft as it is, and what is known of kinds, protocols and products. */
export type TableGround = {
  index: ZoneModelIndex;
  zoneTypes: ReadonlyArray<ZoneSuggestion>;
  protocols: ReadonlyArray<ProtocolSuggestion>;
  releases: ReadonlyArray<ReleaseChoice>;
};

/** Commands as a form means them, to be judged by their schema, and where each channel stood in the form. */
export type FormStep = { commands: ReadonlyArray<unknown>; channelRows: ReadonlyArray<number> };

const FLAGS_OF_CONDUIT = ["wireless", "remoteAccess", "temporary"];
const FLAGS_OF_ASSET = ["safetyRelated", "wireless", "portable", "externallyConnected"];

/**
 * The form of one element as the commands that the diagram would give. Fields are called like the members of the command,
 * so that an error finds its field by its path. What a form cannot say (numbers, yes and no, nothing at all, ids of new
 * elements) is put in here.
 */
export function fromForm(values: FormValues, ground: TableGround, newId: () => string): FormStep {
  const { type, zoneId, conduitId, assetId } = values;
  switch (type) {
    case "add-zone":
      return one({ type, zone: newZoneFields(membersOf(values.zone), ground, newId), place: null });
    case "update-zone":
      return one({ type, zoneId, changes: zoneFields(membersOf(values.changes)) });
    case "set-sl-target":
      return one({
        ...{ type, zoneId, slTarget: vectorOf(values.slTarget) },
        rationale: values.rationale ?? "",
      });
    case "take-suggestion":
      return suggestion(ground, zoneId);
    case "place-zone":
      return one({ type, zoneId, place: placeFields(membersOf(values.place)) });
    case "nest-zone":
      return one({ type, zoneId, parentId: orNull(values.parentId), place: null });
    case "delete-zone":
      return one({ type, zoneId });
    case "add-conduit": {
      const { channelRows, ...conduit } = conduitFields(membersOf(values.conduit), ground, newId);
      return { commands: [{ type, conduit: { ...newConduit(newId(), "", ""), ...conduit } }], channelRows };
    }
    case "update-conduit": {
      const { channelRows, ...changes } = conduitFields(membersOf(values.changes), ground, newId);
      return { commands: [{ type, conduitId, changes }], channelRows };
    }
    case "delete-conduit":
      return one({ type, conduitId });
    case "add-asset": {
      const asset = membersOf(values.asset);
      const fields = assetFields(asset, ground);
      return one({ type, asset: { ...fields, zoneId: orNull(asset.zoneId), id: newId() } });
    }
    case "update-asset":
      return one({ type, assetId, changes: assetFields(membersOf(values.changes), ground) });
    case "move-asset":
      return one({ type, assetId, zoneId: orNull(zoneId) });
    case "place-candidate": {
      const release = ground.releases.find(({ releaseId }) => releaseId === values.releaseId);
      const into = textOrNull(zoneId);
      if (!release || into === null) return one({ type });
      return one({ type: "add-asset", asset: placedAsset(newId(), release, into) });
    }
    case "delete-asset":
      return one({ type, assetId });
    case "delete-waiver":
      return one({ type, waiverId: values.waiverId, element: values.element });
    default:
      return one({ type });
  }
}

/** The id of the element that a command leaves behind, to go on with; undefined where it deletes one. */
export function elementOf(command: unknown): string | undefined {
  const { type, zone, conduit, asset, ...ids } = membersOf(command);
  if (typeof type !== "string" || type.startsWith("delete-")) return undefined;
  const named = [
    ...[membersOf(zone).id, membersOf(conduit).id, membersOf(asset).id],
    ...[ids.zoneId, ids.conduitId, ids.assetId],
  ];
  const element = type === "move-asset" ? ids.assetId : named.find((id) => typeof id === "string");
  return typeof element === "string" ? element : undefined;
}

function one(command: unknown): FormStep {
  return { commands: [command], channelRows: [] };
}

/** What the kind suggests is taken only where a person asks for it. */
function newZoneFields(fields: FormValues, { zoneTypes }: TableGround, newId: () => string): unknown {
  const { isSuggested, ...own } = zoneFields({ ...fields, isSuggested: fields.suggested === "on" });
  const { suggested: _box, ...zone } = own;
  const kind = isSuggested ? zoneTypes.find(({ id }) => id === zone.referenceType) : undefined;
  const { name: _name, parentId: _parent, ...begun } = newZone(newId(), "", null, kind);
  const { trustClass } = begun;
  return { ...begun, ...zone, ...(kind && { trustClass }) };
}

/** A form names its zone's parent only when the zone is new: nesting is a command of its own. */
function zoneFields(fields: FormValues): FormValues {
  const zone = { ...fields, referenceType: orNull(fields.referenceType) };
  return "parentId" in fields ? { ...zone, parentId: orNull(fields.parentId) } : zone;
}

/** The target that the kind of a zone suggests; a rationale that somebody has written stays. */
function suggestion({ index, zoneTypes }: TableGround, zoneId: unknown): FormStep {
  const zone = index.zoneById.get(String(zoneId));
  const kind = zoneTypes.find(({ id }) => id === zone?.referenceType);
  if (!zone || !kind?.suggestedSlTarget) return one({ type: "take-suggestion" });
  return one({
    ...{ type: "set-sl-target", zoneId: zone.id, slTarget: kind.suggestedSlTarget },
    rationale: zone.slTargetRationale || kind.slTargetBasis,
  });
}

/** Null where both coordinates are left empty: the diagram finds a place. */
function placeFields({ x, y, width, height, collapsed }: FormValues): unknown {
  if (orNull(x) === null && orNull(y) === null) return null;
  return {
    ...{ x: numberOf(x), y: numberOf(y) },
    ...(orNull(width) !== null && { width: numberOf(width) }),
    ...(orNull(height) !== null && { height: numberOf(height) }),
    ...(collapsed === "on" && { collapsed: true }),
  };
}

function conduitFields(fields: FormValues, { protocols }: TableGround, newId: () => string) {
  const { channels, slTarget, ...rest } = fields;
  return {
    ...rest,
    ...flagsOf(fields, FLAGS_OF_CONDUIT),
    ...(slTarget === undefined ? {} : { slTarget: vectorOf(slTarget) }),
    ...fromChannelRows(membersOf(channels), protocols, newId),
  };
}

/** A release says of what types the product is, unless somebody has said so here. */
function assetFields({ zoneId: _zoneId, ...fields }: FormValues, { releases }: TableGround): FormValues {
  const release = releases.find(({ releaseId }) => releaseId === fields.productReleaseId);
  const chosen = listOf(fields.componentTypes);
  return {
    ...fields,
    ...flagsOf(fields, FLAGS_OF_ASSET),
    productReleaseId: orNull(fields.productReleaseId),
    componentTypes: chosen.length === 0 && release ? [...release.componentTypes] : chosen,
    quantity: numberOf(fields.quantity),
  };
}
