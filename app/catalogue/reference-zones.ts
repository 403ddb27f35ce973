import { deepFreeze } from "./freeze";
import protocols from "./hospital-zones/protocols.json";
import zoneTypes from "./hospital-zones/requirements.json";
import type { ReferenceProtocol, ReferenceZoneType } from "./schemas";

/** Kinds of zones a hospital usually has. Suggestions of this project: every SL-T in it is recalled. */
export const REFERENCE_ZONE_TYPES: ReadonlyArray<ReferenceZoneType> = deepFreeze(
  // TypeScript reads the members of JSON as plain strings and numbers; the schema has been checked at the door.
  zoneTypes as ReadonlyArray<unknown> as ReadonlyArray<ReferenceZoneType>,
);

export const REFERENCE_ZONE_TYPE_BY_ID: ReadonlyMap<string, ReferenceZoneType> = new Map(
  REFERENCE_ZONE_TYPES.map((type) => [type.id, type]),
);

/** Protocols between medical devices and their surroundings, with the usual port. */
export const REFERENCE_PROTOCOLS: ReadonlyArray<ReferenceProtocol> = deepFreeze(
  // As above.
  protocols as ReadonlyArray<unknown> as ReadonlyArray<ReferenceProtocol>,
);

export const REFERENCE_PROTOCOL_BY_ID: ReadonlyMap<string, ReferenceProtocol> = new Map(
  REFERENCE_PROTOCOLS.map((protocol) => [protocol.id, protocol]),
);
