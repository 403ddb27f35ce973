import { conduitsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPE_BY_ID } from "./reference-zones";

/** The name of the reference type, or the trust class where a zone has none: never the zone's own name. */
export function zoneClassOf(zone: Pick<Zone, "referenceType" | "trustClass">): string {
  const type = zone.referenceType === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(zone.referenceType);
  return type?.name ?? zone.trustClass;
}

/** Ids of known protocols by their ids and names in lower case. */
export const PROTOCOL_IDS: Readonly<Record<string, string>> = Object.fromEntries(
  REFERENCE_PROTOCOLS.flatMap(({ id, name }) => [
    [id.toLowerCase(), id],
    [name.toLowerCase(), id],
  ]),
);

const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map(
  REFERENCE_PROTOCOLS.flatMap(({ id, name }) => [
    [id.toLowerCase(), name],
    [name.toLowerCase(), name],
  ]),
);

/** The catalogue's name of a protocol; undefined for the hospital's own words, which may hold names and addresses. */
export function protocolNameOf(protocol: string): string | undefined {
  return PROTOCOL_NAMES.get(protocol.trim().toLowerCase());
}

/**
 * Protocols of the conduits at a zone. `known` are names of the catalogue and may cross to a supplier. A hospital
 * writes channels in its own words too, and those may hold names and addresses: they stay here, as `ownWords`.
 */
export function protocolsOf(
  index: ZoneModelIndex,
  zoneId: string,
): { known: ReadonlyArray<string>; ownWords: ReadonlyArray<string> } {
  const known = new Set<string>();
  const ownWords = new Set<string>();
  for (const { channels } of conduitsOf(index, zoneId))
    for (const { protocol } of channels) {
      const name = protocolNameOf(protocol);
      if (name === undefined) ownWords.add(protocol);
      else known.add(name);
    }
  return { known: [...known].sort(), ownWords: [...ownWords].sort() };
}
