import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import { indexModel, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Conduit, ZoneModel } from "~/domain/zone-model/zone-model";

/** The sentence `diagram:change.<type>` with its names. */
export type ChangeSentence = {
  type: ZoneModelCommand["type"];
  name: string;
  where: string;
  /** The members that an update names. */
  fields: ReadonlyArray<string>;
};

/** What commands did, in words. `model` is the one before or after them: names are looked up in it. */
export function sentencesOf(
  commands: ReadonlyArray<ZoneModelCommand>,
  model: ZoneModel,
): ReadonlyArray<ChangeSentence> {
  const index = indexModel(model);
  const added = new Map(
    commands.flatMap((command) =>
      command.type === "add-zone" ? [[command.zone.id, command.zone.name] as const] : [],
    ),
  );
  const zone = (id: string | null) =>
    id === null ? "" : (index.zoneById.get(id)?.name ?? added.get(id) ?? id);
  return commands.map((command) => ({
    ...sentenceOf(command, index, zone),
    fields: "changes" in command ? Object.keys(command.changes) : [],
  }));
}

type NameOf = (zoneId: string | null) => string;

function sentenceOf(
  command: ZoneModelCommand,
  index: ZoneModelIndex,
  zone: NameOf,
): Omit<ChangeSentence, "fields"> {
  const { type } = command;
  switch (type) {
    case "add-zone":
      return { type, name: command.zone.name, where: zone(command.zone.parentId) };
    case "update-zone":
      return { type, name: command.changes.name ?? zone(command.zoneId), where: "" };
    case "set-sl-target":
    case "place-zone":
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

/** A conduit without a name is called by its ends. */
export function nameOfConduit(conduit: Conduit, zone: NameOf): string {
  return conduit.name === "" ? `${zone(conduit.fromZoneId)} – ${zone(conduit.toZoneId)}` : conduit.name;
}
