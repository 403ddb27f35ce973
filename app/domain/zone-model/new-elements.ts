import type { SlVector } from "../security-level/security-level";
import type { Asset, Channel, Conduit, TRANSPORTS, TrustClass, Zone } from "./zone-model";

/** What a reference zone type suggests for a zone of its kind. */
export type ZoneSuggestion = {
  id: string;
  trustClass: TrustClass;
  suggestedSlTarget: SlVector | null;
  slTargetBasis: string;
};

/** What a reference protocol usually has. */
export type ProtocolSuggestion = {
  name: string;
  transports: ReadonlyArray<(typeof TRANSPORTS)[number]>;
  port: number | null;
  encryption: "yes" | "no" | "optional" | "partly";
};

/** A zone as it begins. The target of the type is a suggestion, and the rationale says so. */
export function newZone(id: string, name: string, parentId: string | null, type?: ZoneSuggestion): Zone {
  return {
    id,
    name,
    referenceType: type?.id ?? null,
    parentId,
    purpose: "",
    trustClass: type?.trustClass ?? "medium",
    criticality: { patientSafety: "none", continuityOfCare: "none", confidentiality: "none" },
    slTarget: type?.suggestedSlTarget ?? null,
    slTargetRationale: type?.suggestedSlTarget ? type.slTargetBasis : "",
    riskAssessment: null,
    weakerThanParentReason: "",
    owner: "",
    policy: {},
  };
}

export function newConduit(id: string, fromZoneId: string, toZoneId: string): Conduit {
  return {
    id,
    name: "",
    fromZoneId,
    toZoneId,
    slTarget: null,
    slTargetRationale: "",
    riskAssessment: null,
    wireless: false,
    remoteAccess: false,
    temporary: false,
    channels: [],
  };
}

export function newAsset(id: string, name: string, zoneId: string | null): Asset {
  return {
    id,
    name,
    zoneId,
    productReleaseId: null,
    componentTypes: [],
    quantity: 1,
    location: "",
    softwareVersion: "",
    manufacturer: "",
    model: "",
    udiDi: "",
    safetyRelated: false,
    wireless: false,
    portable: false,
    externallyConnected: false,
  };
}

export function newChannel(id: string, name: string, protocol?: ProtocolSuggestion): Channel {
  return {
    id,
    protocol: name,
    initiator: "either",
    authenticated: null,
    purpose: "",
    ports: "",
    transport: "tcp",
    encrypted: null,
    ...(protocol && usualOf(protocol)),
  };
}

/** What a protocol usually has; whether an optional encryption is on is left for a person to say. */
export function usualOf(protocol: ProtocolSuggestion): Pick<Channel, "ports" | "transport" | "encrypted"> {
  return {
    ports: protocol.port === null ? "" : String(protocol.port),
    transport: protocol.transports[0] ?? "tcp",
    encrypted: protocol.encryption === "yes" ? true : protocol.encryption === "no" ? false : null,
  };
}

/** `Imaging`, or `Imaging 2` where that name is taken: zones are told apart by name. */
export function unusedName(wanted: string, names: Iterable<string>): string {
  const taken = new Set([...names].map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
  return name;
}
