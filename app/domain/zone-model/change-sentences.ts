import type { ZoneModelCommand } from "./commands";
import { indexModel, type ZoneModelIndex } from "./queries";
import { type Conduit, type ElementRef, EMPTY_ZONE_MODEL, type Place, type ZoneModel } from "./zone-model";

/** What became of a box or a target, where the command alone does not say it. */
type Told = "resize-zone" | "collapse-zone" | "open-zone" | "unplace-zone" | "clear-sl-target";

/** The sentence `diagram:change.<type>` with its names. */
export type ChangeSentence = {
  type: ZoneModelCommand["type"] | Told;
  name: string;
  where: string;
  /** The members that an update names. */
  fields: ReadonlyArray<string>;
};

type Naming = {
  /** The state before the commands: what it holds tells resizing and collapsing from moving. */
  before: ZoneModel;
  /** Where names are looked up; the last one that knows an element wins. */
  named: ReadonlyArray<ZoneModel>;
};

/** What commands did, in words. */
export function sentencesOf(
  commands: ReadonlyArray<ZoneModelCommand>,
  { before, named }: Naming,
): ReadonlyArray<ChangeSentence> {
  const index = indexModel(mentionedIn(commands, named));
  const added = new Map(
    commands.flatMap((command) =>
      command.type === "add-zone" ? [[command.zone.id, command.zone.name] as const] : [],
    ),
  );
  const zone = (id: string | null) =>
    id === null ? "" : (index.zoneById.get(id)?.name ?? added.get(id) ?? id);
  return commands.map((command) => ({
    ...sentenceOf(command, { index, zone, layout: before.layout }),
    fields: "changes" in command ? Object.keys(command.changes) : [],
  }));
}

type NameOf = (zoneId: string | null) => string;
type Known = { index: ZoneModelIndex; zone: NameOf; layout: ZoneModel["layout"] };

function sentenceOf(
  command: ZoneModelCommand,
  { index, zone, layout }: Known,
): Omit<ChangeSentence, "fields"> {
  const { type } = command;
  switch (type) {
    case "add-waiver":
      return { type, name: nameOfElement(command.waiver.element, index, zone), where: "" };
    case "delete-waiver":
      return { type, name: nameOfElement(command.element, index, zone), where: "" };
    case "add-zone":
      return { type, name: command.zone.name, where: zone(command.zone.parentId) };
    case "update-zone":
      return { type, name: command.changes.name ?? zone(command.zoneId), where: "" };
    case "place-zone": {
      const { zoneId, place } = command;
      return { type: placing(layout[zoneId], place), name: zone(zoneId), where: "" };
    }
    case "set-sl-target": {
      const told = command.slTarget === null ? "clear-sl-target" : type;
      return { type: told, name: zone(command.zoneId), where: "" };
    }
    case "delete-zone":
      return { type, name: zone(command.zoneId), where: "" };
    case "nest-zone":
      return { type, name: zone(command.zoneId), where: zone(command.parentId) };
    case "add-conduit":
      return { type, name: nameOfConduit(command.conduit, zone), where: "" };
    case "update-conduit":
    case "delete-conduit": {
      const conduit = index.conduitById.get(command.conduitId);
      return { type, name: conduit ? nameOfConduit(conduit, zone) : command.conduitId, where: "" };
    }
    case "add-asset":
      return { type, name: command.asset.name, where: zone(command.asset.zoneId) };
    case "update-asset":
    case "delete-asset":
      return { type, name: index.assetById.get(command.assetId)?.name ?? command.assetId, where: "" };
    case "move-asset":
      return {
        type,
        name: index.assetById.get(command.assetId)?.name ?? command.assetId,
        where: zone(command.zoneId),
      };
  }
}

function placing(before: Place | undefined, after: Place | null): ChangeSentence["type"] {
  if (after === null) return "unplace-zone";
  const wasCollapsed = before?.collapsed ?? false;
  const isCollapsed = after.collapsed ?? false;
  if (isCollapsed !== wasCollapsed) return isCollapsed ? "collapse-zone" : "open-zone";
  const isResized = after.width !== before?.width || after.height !== before?.height;
  return isResized ? "resize-zone" : "place-zone";
}

/** Only what the commands mention, so that naming costs no more than they hold. */
function mentionedIn(commands: ReadonlyArray<ZoneModelCommand>, models: ReadonlyArray<ZoneModel>): ZoneModel {
  const mentioned = new Set<string>();
  for (const command of commands) noteStrings(command, mentioned);
  const isMentioned = ({ id }: { id: string }) => mentioned.has(id);
  const conduits = models.flatMap((model) => model.conduits.filter(isMentioned));
  for (const { fromZoneId, toZoneId } of conduits) mentioned.add(fromZoneId).add(toZoneId);
  return {
    ...EMPTY_ZONE_MODEL,
    zones: models.flatMap((model) => model.zones.filter(isMentioned)),
    conduits,
    assets: models.flatMap((model) => model.assets.filter(isMentioned)),
  };
}

/** Every string of a command may be an id. */
function noteStrings(value: unknown, found: Set<string>): void {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null)
    for (const member of Object.values(value)) noteStrings(member, found);
}

/** What an element is called in a model; its id where it is not there. */
export function nameOfElement(
  { kind, id }: ElementRef,
  index: ZoneModelIndex,
  zone: NameOf = (zoneId) => (zoneId === null ? "" : (index.zoneById.get(zoneId)?.name ?? zoneId)),
): string {
  switch (kind) {
    case "zone":
      return zone(id);
    case "conduit": {
      const conduit = index.conduitById.get(id);
      return conduit ? nameOfConduit(conduit, zone) : id;
    }
    case "asset":
      return index.assetById.get(id)?.name ?? id;
  }
}

/** A conduit without a name is called by its ends. */
export function nameOfConduit(conduit: Conduit, zone: NameOf): string {
  return conduit.name === "" ? `${zone(conduit.fromZoneId)} – ${zone(conduit.toZoneId)}` : conduit.name;
}
