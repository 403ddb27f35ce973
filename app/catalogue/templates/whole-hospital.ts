import type { ModelTemplate, TemplateConduit } from "~/domain/zone-model/template";
import { REFERENCE_ZONE_TYPE_BY_ID } from "../reference-zones";
import type { ReferenceZoneType } from "../schemas";

/** Zone types that nearly every hospital has, in the order in which they are drawn. */
const TYPES = [
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
].flatMap((id) => REFERENCE_ZONE_TYPE_BY_ID.get(id) ?? []);

const BOUNDARY = "dmz";
const REMOTE_ACCESS = "remote-vendor-access";
/** More would only have to be deleted again. */
const MAX_CHANNELS = 3;

/** Reference zones with their suggested targets, and the conduits that the catalogue calls typical between them. */
export const WHOLE_HOSPITAL: ModelTemplate = {
  id: "whole-hospital",
  name: "A whole hospital",
  about: "The zones that nearly every hospital has, with the conduits that are usual between them.",
  confidence: "recalled",
  zones: TYPES.map(({ id, name }) => ({ key: id, name, type: id })),
  conduits: typicalConduits(),
};

function typicalConduits(): ReadonlyArray<TemplateConduit> {
  const conduits = new Map<string, TemplateConduit>();
  for (const from of TYPES) {
    for (const { to } of from.typicalConduits) {
      const other = TYPES.find(({ id }) => id === to);
      if (!other) continue;
      const [one, two] = throughBoundary(from, other);
      const pair = [one.id, two.id].sort().join(" ");
      if (one !== two && !conduits.has(pair)) conduits.set(pair, conduitBetween(one, two));
    }
  }
  return [...conduits.values()];
}

/** What an untrusted zone exchanges with one inside goes through the boundary zone. */
function throughBoundary(
  from: ReferenceZoneType,
  to: ReferenceZoneType,
): readonly [ReferenceZoneType, ReferenceZoneType] {
  const boundary = REFERENCE_ZONE_TYPE_BY_ID.get(BOUNDARY) ?? to;
  const isOutside = (type: ReferenceZoneType) => type.trustClass === "untrusted";
  if (isOutside(to) && from.trustClass !== "boundary") return [from, boundary];
  if (isOutside(from) && to.trustClass !== "boundary") return [boundary, to];
  return [from, to];
}

function conduitBetween(from: ReferenceZoneType, to: ReferenceZoneType): TemplateConduit {
  const remote = [from, to].find(({ id }) => id === REMOTE_ACCESS);
  const shared = from.typicalProtocols.filter((id) => to.typicalProtocols.includes(id));
  // Where the catalogue names none that both speak, service comes over what the remote access zone speaks.
  const usual =
    shared.length > 0 ? shared.slice(0, MAX_CHANNELS) : (remote?.typicalProtocols.slice(0, 1) ?? []);
  return {
    ...{ from: from.id, to: to.id },
    remoteAccess: remote !== undefined,
    channels: usual.map((protocol) => ({ protocol })),
  };
}
