import { deepFreeze } from "./freeze";
import rows from "./iec-62443-3-3/requirements.json";
import type { SystemRequirement } from "./schemas";

/** IEC 62443-3-3 in the order of the catalogue: what the zone itself must meet. */
export const SYSTEM_REQUIREMENTS: ReadonlyArray<SystemRequirement> = deepFreeze(
  // TypeScript reads the members of JSON as plain strings and numbers; the schema has been checked at the door.
  rows as ReadonlyArray<unknown> as ReadonlyArray<SystemRequirement>,
);
