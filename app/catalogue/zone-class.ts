import type { RequirementProfile } from "~/domain/assessment/assessment";
import { requirementProfile } from "~/domain/assessment/requirement-profile";
import type { SlVector } from "~/domain/security-level/security-level";
import { conduitsOf, type ZoneModelIndex } from "~/domain/zone-model/queries";
import type { Zone } from "~/domain/zone-model/zone-model";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "./catalogue";
import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPE_BY_ID } from "./reference-zones";

/** What a product must show to enter a zone with this target, by the catalogue as it is now. */
export function profileOfTarget(slTarget: SlVector): RequirementProfile {
  return requirementProfile({
    slTarget,
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
  });
}

/** The name of the reference type, or the trust class where a zone has none: never the zone's own name. */
export function zoneClassOf(zone: Pick<Zone, "referenceType" | "trustClass">): string {
  const type = zone.referenceType === null ? undefined : REFERENCE_ZONE_TYPE_BY_ID.get(zone.referenceType);
  return type?.name ?? zone.trustClass;
}

const PROTOCOL_NAMES: ReadonlyMap<string, string> = new Map(
  REFERENCE_PROTOCOLS.flatMap(({ id, name }) => [
    [id.toLowerCase(), name],
    [name.toLowerCase(), name],
  ]),
);

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
      const name = PROTOCOL_NAMES.get(protocol.trim().toLowerCase());
      if (name === undefined) ownWords.add(protocol);
      else known.add(name);
    }
  return { known: [...known].sort(), ownWords: [...ownWords].sort() };
}
