import { type PolicyLayer, type PolicyLayers, resolvePolicy } from "../policy/policy";
import type { SlVector } from "../security-level/security-level";
import { conduitsOf, otherEndOf, type ZoneModelIndex } from "../zone-model/queries";
import type { Channel, Conduit, Zone } from "../zone-model/zone-model";
import type { AcceptedCountermeasure, PermittedChannel, RequirementProfile } from "./assessment";
import { requirementProfile } from "./requirement-profile";

/** What a catalogue brings into every profile; as data, so that the browser can make profiles of a draft too. */
export type ProfileKnowledge = Pick<
  RequirementProfile,
  "requirements" | "catalogueVersion" | "mds2Questions" | "milestones"
> & {
  /** What every zone starts from, and what each reference type suggests over it. */
  baseline: PolicyLayer;
  referencePolicies: Readonly<Record<string, PolicyLayer>>;
  /** Ids of known protocols by their ids and names in lower case: hospitals write names, suppliers choose ids. */
  protocolIds: Readonly<Record<string, string>>;
};

export type AskedZone = {
  index: ZoneModelIndex;
  zone: Zone & { slTarget: SlVector };
  organisationPolicy: PolicyLayer;
  /** Those of the ledger that stand on the zone or on a conduit of it. */
  countermeasures: ReadonlyArray<AcceptedCountermeasure>;
};

/** Everything a product must show to enter one zone (product.md §3). */
export function zoneProfile(
  knowledge: ProfileKnowledge,
  { index, zone, organisationPolicy, countermeasures }: AskedZone,
): RequirementProfile {
  const { requirements, catalogueVersion, mds2Questions, milestones } = knowledge;
  return requirementProfile({
    slTarget: zone.slTarget,
    requirements,
    catalogueVersion,
    policy: resolvePolicy(policyLayers(knowledge, zone, organisationPolicy)).policy,
    channels: permittedChannels(knowledge, index, zone.id),
    countermeasures,
    mds2Questions,
    milestones,
  });
}

/** The three levels at which a value can be set, most general first. */
export function policyLayers(
  { baseline, referencePolicies }: Pick<ProfileKnowledge, "baseline" | "referencePolicies">,
  { referenceType, policy }: Pick<Zone, "referenceType" | "policy">,
  organisationPolicy: PolicyLayer,
): PolicyLayers {
  const ofType = referenceType === null ? undefined : referencePolicies[referenceType];
  return { "reference-type": { ...baseline, ...ofType }, organisation: organisationPolicy, zone: policy };
}

/** What the conduits of a zone let through, seen from the zone. */
export function permittedChannels(
  { protocolIds }: Pick<ProfileKnowledge, "protocolIds">,
  index: ZoneModelIndex,
  zoneId: string,
): ReadonlyArray<PermittedChannel> {
  return conduitsOf(index, zoneId).flatMap((conduit) => {
    const peer = peerOf(index.zoneById.get(otherEndOf(conduit, zoneId)));
    return conduit.channels.map((channel) => ({
      protocol: protocolIdOf(protocolIds, channel.protocol) ?? channel.protocol,
      transport: channel.transport,
      ports: channel.ports,
      direction: directionOf(conduit, channel, zoneId),
      peer,
      encrypted: channel.encrypted,
      authenticated: channel.authenticated,
    }));
  });
}

/** The catalogue's id of a protocol, or undefined for the hospital's own words. */
export function protocolIdOf(ids: Readonly<Record<string, string>>, protocol: string): string | undefined {
  const word = protocol.trim().toLowerCase();
  // A word like "constructor" must not find what every object has.
  return Object.hasOwn(ids, word) ? ids[word] : undefined;
}

/** The other end by kind, never by name: outside is the internet, a broker for suppliers is theirs. */
function peerOf(other: Zone | undefined): PermittedChannel["peer"] {
  if (other?.trustClass === "untrusted") return "internet";
  return other?.referenceType === "remote-vendor-access" ? "supplier" : "hospital";
}

function directionOf(
  conduit: Conduit,
  { initiator }: Channel,
  zoneId: string,
): PermittedChannel["direction"] {
  if (initiator === "either") return "both";
  return (initiator === "from") === (conduit.fromZoneId === zoneId) ? "outbound" : "inbound";
}

/** A countermeasure with where it stands: on a zone, or on a conduit whose both ends it protects. */
export type PlacedCountermeasure = AcceptedCountermeasure & {
  modelId: string;
  elementKind: "zone" | "conduit";
  elementId: string;
};

/** Those on the zone itself and on conduits that end in it; what stands elsewhere makes up for nothing here. */
export function countermeasuresOfZone(
  ledger: ReadonlyArray<PlacedCountermeasure>,
  modelId: string,
  index: ZoneModelIndex,
  zoneId: string,
): ReadonlyArray<AcceptedCountermeasure> {
  const ofModel = ledger.filter((one) => one.modelId === modelId);
  if (ofModel.length === 0) return [];
  const conduits = new Set(conduitsOf(index, zoneId).map(({ id }) => id));
  return ofModel
    .filter((one) => (one.elementKind === "zone" ? one.elementId === zoneId : conduits.has(one.elementId)))
    .map(({ id, title, requirementIds, acceptedOn, expiresOn }) => ({
      id,
      title,
      requirementIds,
      acceptedOn,
      expiresOn,
    }));
}
