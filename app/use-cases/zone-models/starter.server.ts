import { REFERENCE_PROTOCOLS, REFERENCE_ZONE_TYPES } from "~/catalogue/reference-zones";
import type { ReferenceProtocol, ReferenceZoneType } from "~/catalogue/schemas";
import type { ZoneModelCommand } from "~/domain/zone-model/commands";
import type { Channel, Conduit, Zone } from "~/domain/zone-model/zone-model";

/** Zone types that nearly every hospital has, in the order in which they are drawn. */
const WHOLE_HOSPITAL = [
  "internet-external",
  "dmz",
  "remote-vendor-access",
  "enterprise",
  "clinical-workstations",
  "clinical-services",
  "identity-security",
  "biomed-engineering",
  "critical-care",
  "operating-theatre",
  "imaging",
  "imaging-archive",
  "laboratory",
  "building-automation",
];

/** More would only have to be deleted again. */
const MAX_CHANNELS = 3;

/**
 * A hospital to start from: reference zones with their suggested targets, and the conduits that the catalogue
 * calls typical between them. Suggestions: every one is meant to be changed.
 */
export function wholeHospital(newId: () => string): ReadonlyArray<ZoneModelCommand> {
  const types = WHOLE_HOSPITAL.flatMap((id) => REFERENCE_ZONE_TYPES.find((type) => type.id === id) ?? []);
  const zones = types.map((type) => ({ type, zone: toZone(type, newId()) }));
  const conduits = new Map<string, Conduit>();
  for (const from of zones) {
    for (const to of zones) {
      const isTypical = from.type.typicalConduits.some((typical) => typical.to === to.type.id);
      const pair = [from.type.id, to.type.id].sort().join();
      if (isTypical && !conduits.has(pair)) conduits.set(pair, toConduit(from, to, newId));
    }
  }
  return [
    ...zones.map(({ zone }) => ({ type: "add-zone" as const, zone, place: null })),
    ...[...conduits.values()].map((conduit) => ({ type: "add-conduit" as const, conduit })),
  ];
}

function toZone(type: ReferenceZoneType, id: string): Zone {
  return {
    id,
    name: type.name,
    referenceType: type.id,
    parentId: null,
    purpose: "",
    trustClass: type.trustClass,
    criticality: { patientSafety: "none", continuityOfCare: "none", confidentiality: "none" },
    slTarget: type.suggestedSlTarget,
    slTargetRationale: type.suggestedSlTarget ? type.slTargetBasis : "",
    weakerThanParentReason: "",
    owner: "",
    policy: {},
  };
}

type Drawn = { type: ReferenceZoneType; zone: Zone };

function toConduit(from: Drawn, to: Drawn, newId: () => string): Conduit {
  const shared = REFERENCE_PROTOCOLS.filter(
    ({ id }) => from.type.typicalProtocols.includes(id) && to.type.typicalProtocols.includes(id),
  );
  return {
    id: newId(),
    name: "",
    fromZoneId: from.zone.id,
    toZoneId: to.zone.id,
    slTarget: null,
    wireless: false,
    remoteAccess: [from, to].some(({ type }) => type.id === "remote-vendor-access"),
    temporary: false,
    channels: shared.slice(0, MAX_CHANNELS).map((protocol) => toChannel(protocol, newId())),
  };
}

/** What may or may not be encrypted is left for a person to say. */
function toChannel(protocol: ReferenceProtocol, id: string): Channel {
  const encrypted = protocol.encryption === "yes" ? true : protocol.encryption === "no" ? false : null;
  return {
    id,
    protocol: protocol.name,
    ports: protocol.port === null ? "" : String(protocol.port),
    transport: protocol.transports[0] ?? "tcp",
    initiator: "either",
    encrypted,
    authenticated: null,
    purpose: "",
  };
}
