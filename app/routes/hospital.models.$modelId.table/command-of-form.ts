import { FOUNDATIONAL_REQUIREMENTS } from "~/domain/security-level/security-level";

/** Members of a posted form: texts, lists of texts, or members of their own. */
export type FormValues = Readonly<Record<string, unknown>>;

/** A command as the form means it, to be judged by its schema, and where each of its channels stood in the form. */
export type FormCommand = { command: unknown; channelRows: ReadonlyArray<number> };

const FLAGS_OF_CONDUIT = ["wireless", "remoteAccess", "temporary"];
const FLAGS_OF_ASSET = ["safetyRelated", "wireless", "portable", "externallyConnected"];

/**
 * Fields are called like the members of the command, so that an error finds its field by its path. What a form
 * cannot say (numbers, yes and no, nothing at all, ids of new elements) is put in here.
 */
export function toCommand(values: FormValues, newId: () => string): FormCommand {
  const { type } = values;
  switch (type) {
    case "add-zone":
      return plain({
        type,
        zone: { ...NEW_ZONE, ...zoneFields(membersOf(values.zone)), id: newId() },
        place: null,
      });
    case "update-zone":
      return plain({ type, zoneId: values.zoneId, changes: zoneFields(membersOf(values.changes)) });
    case "set-sl-target":
      return plain({
        type,
        zoneId: values.zoneId,
        slTarget: toVector(values.slTarget),
        rationale: values.rationale ?? "",
      });
    case "nest-zone":
      return plain({ type, zoneId: values.zoneId, parentId: orNull(values.parentId), place: null });
    case "delete-zone":
      return plain({ type, zoneId: values.zoneId });
    case "add-conduit": {
      const { channelRows, ...conduit } = conduitFields(membersOf(values.conduit), newId);
      return { command: { type, conduit: { slTarget: null, ...conduit, id: newId() } }, channelRows };
    }
    case "update-conduit": {
      const { channelRows, ...changes } = conduitFields(membersOf(values.changes), newId);
      return { command: { type, conduitId: values.conduitId, changes }, channelRows };
    }
    case "delete-conduit":
      return plain({ type, conduitId: values.conduitId });
    case "add-asset": {
      const asset = membersOf(values.asset);
      return plain({ type, asset: { ...assetFields(asset), zoneId: orNull(asset.zoneId), id: newId() } });
    }
    case "update-asset":
      return plain({ type, assetId: values.assetId, changes: assetFields(membersOf(values.changes)) });
    case "move-asset":
      return plain({ type, assetId: values.assetId, zoneId: orNull(values.zoneId) });
    case "delete-asset":
      return plain({ type, assetId: values.assetId });
    default:
      return plain({ type });
  }
}

/** The id of the element that a command leaves behind, to go on with; undefined where it deletes one. */
export function elementOf(command: unknown): string | undefined {
  const { type, zone, conduit, asset, ...ids } = membersOf(command);
  if (typeof type !== "string" || type.startsWith("delete-")) return undefined;
  const named = [
    membersOf(zone).id,
    membersOf(conduit).id,
    membersOf(asset).id,
    ids.zoneId,
    ids.conduitId,
    ids.assetId,
  ];
  const element = type === "move-asset" ? ids.assetId : named.find((id) => typeof id === "string");
  return typeof element === "string" ? element : undefined;
}

/** Errors of the use case by the names of the form: without the place in the list, channels by their row. */
export function toFormErrors(
  fields: Readonly<Record<string, ReadonlyArray<string>>>,
  channelRows: ReadonlyArray<number>,
): Readonly<Record<string, ReadonlyArray<string>>> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, errors]) => [
      path
        .replace(/^commands\.\d+\.?/, "")
        .replace(/channels\.(\d+)/, (_match, index) => `channels.${channelRows[Number(index)] ?? index}`),
      errors,
    ]),
  );
}

/** Every text of a form by the name of its field, to show it again. */
export function toTyped(values: FormValues, prefix = ""): Readonly<Record<string, string>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string") typed[prefix + name] = value;
    else Object.assign(typed, toTyped(membersOf(value), `${prefix}${name}.`));
  }
  return typed;
}

const NEW_ZONE = {
  slTarget: null,
  slTargetRationale: "",
  weakerThanParentReason: "",
  owner: "",
  purpose: "",
};

function plain(command: unknown): FormCommand {
  return { command, channelRows: [] };
}

/** A form names its zone's parent only when the zone is new: nesting is a command of its own. */
function zoneFields(fields: FormValues): FormValues {
  const zone = { ...fields, referenceType: orNull(fields.referenceType) };
  return "parentId" in fields ? { ...zone, parentId: orNull(fields.parentId) } : zone;
}

function conduitFields(fields: FormValues, newId: () => string) {
  const { channels, slTarget, ...rest } = fields;
  const rows = Object.entries(membersOf(channels))
    .map(([row, channel]) => ({ row: Number(row), channel: membersOf(channel) }))
    .filter(({ channel }) => channel.remove !== "on" && !isBlank(channel));
  return {
    ...rest,
    ...flags(fields, FLAGS_OF_CONDUIT),
    ...(slTarget === undefined ? {} : { slTarget: toVector(slTarget) }),
    channels: rows.map(({ channel }) => toChannel(channel, newId)),
    channelRows: rows.map(({ row }) => row),
  };
}

/** The empty row at the end is an offer to add a channel. */
function isBlank({ id, protocol }: FormValues): boolean {
  return orNull(id) === null && orNull(protocol) === null;
}

function toChannel({ remove: _remove, ...channel }: FormValues, newId: () => string): FormValues {
  const { id, encrypted, authenticated } = channel;
  return {
    ...channel,
    id: orNull(id) ?? newId(),
    encrypted: toAnswer(encrypted),
    authenticated: toAnswer(authenticated),
  };
}

function assetFields({ zoneId: _zoneId, ...fields }: FormValues): FormValues {
  const { componentTypes = [], quantity } = fields;
  return {
    ...fields,
    ...flags(fields, FLAGS_OF_ASSET),
    productReleaseId: orNull(fields.productReleaseId),
    componentTypes: Array.isArray(componentTypes) ? componentTypes : [componentTypes],
    quantity: typeof quantity === "string" && quantity.trim() !== "" ? Number(quantity) : quantity,
  };
}

/** Null where no level is given; an empty one among others stays empty and is refused. */
function toVector(levels: unknown): unknown {
  const given = membersOf(levels);
  if (FOUNDATIONAL_REQUIREMENTS.every((fr) => orNull(given[fr]) === null)) return null;
  return Object.fromEntries(
    Object.entries(given).map(([fr, level]) => [fr, orNull(level) === null ? level : Number(level)]),
  );
}

/** A box that is not ticked is not posted. */
function flags(fields: FormValues, names: ReadonlyArray<string>): FormValues {
  return Object.fromEntries(names.map((name) => [name, fields[name] === "on"]));
}

function toAnswer(value: unknown): boolean | null {
  return value === "yes" ? true : value === "no" ? false : null;
}

function orNull(value: unknown): unknown {
  return value === undefined || value === "" ? null : value;
}

function membersOf(value: unknown): FormValues {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
