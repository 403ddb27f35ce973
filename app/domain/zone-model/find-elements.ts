import { folded } from "../shared/folded";
import { nameOfConduit } from "./change-sentences";
import type { ZoneModelIndex } from "./queries";
import type { Asset, Conduit, Zone } from "./zone-model";

export type FoundElements = {
  zones: ReadonlyArray<Zone>;
  conduits: ReadonlyArray<Conduit>;
  assets: ReadonlyArray<Asset>;
};

/** What to look for; null = everything. */
export type ElementSearch = {
  /** Words that all have to occur, whatever their case and accents. */
  text: string | null;
  /** Assets of this zone alone, of no zone for `NO_ZONE`. */
  zoneId: string | null;
};

/** Stands for “in no zone” where an id is expected; no id has a blank. */
export const NO_ZONE = "in no zone";

/** Elements by what a person calls them: names, purpose, owner, place, version, manufacturer, model, UDI-DI, protocols, the zones at both ends. */
export function findElements(index: ZoneModelIndex, { text, zoneId }: ElementSearch): FoundElements {
  const { model, zoneById } = index;
  const zoneName = (id: string | null) => (id === null ? "" : (zoneById.get(id)?.name ?? ""));
  const wanted = folded(text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
  const isMeant = (...parts: ReadonlyArray<string>) => {
    if (wanted.length === 0) return true;
    const own = folded(parts.join(" "));
    return wanted.every((word) => own.includes(word));
  };
  const assets =
    zoneId === null ? model.assets : (index.assetsByZone.get(zoneId === NO_ZONE ? null : zoneId) ?? []);
  return {
    zones: model.zones.filter(({ name, purpose, owner }) => isMeant(name, purpose, owner)),
    conduits: model.conduits.filter((conduit) =>
      isMeant(
        ...[nameOfConduit(conduit, zoneName), zoneName(conduit.fromZoneId), zoneName(conduit.toZoneId)],
        ...conduit.channels.map(({ protocol, purpose }) => `${protocol} ${purpose}`),
      ),
    ),
    assets: assets.filter(({ name, location, softwareVersion, manufacturer, model: type, udiDi }) =>
      isMeant(name, location, softwareVersion, manufacturer, type, udiDi),
    ),
  };
}
