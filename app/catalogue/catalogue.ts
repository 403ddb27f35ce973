import type { ComponentRequirement, Confidence } from "~/domain/requirement/component-requirement";
import { deepFreeze } from "./freeze";
import rows from "./iec-62443-4-2/requirements.json";
import version from "./version.json";

/**
 * The part of the catalogue that the browser and the command line need too. `index.server.ts` validates the
 * same files when the server starts, and `tests/catalogue` before anything is shipped.
 */

/** Raised with every change of the data; part of the fingerprint of every assessment. */
export const CATALOGUE_VERSION: string = version.version;

/** IEC 62443-4-2 in the order of the catalogue: by number, an enhancement after its base. */
export const COMPONENT_REQUIREMENTS: ReadonlyArray<ComponentRequirement> = deepFreeze(
  // TypeScript reads the members of JSON as plain strings and numbers; the schema has been checked at the door.
  rows as ReadonlyArray<unknown> as ReadonlyArray<ComponentRequirement>,
);

/** By id, e.g. `NDR 1.6 RE(1)`. */
export const COMPONENT_REQUIREMENT_BY_ID: ReadonlyMap<string, ComponentRequirement> = new Map(
  COMPONENT_REQUIREMENTS.map((row) => [row.id, row]),
);

/** True where the row must carry the mark "verify against your copy of the standard". */
export function needsVerification(row: { confidence: Confidence }): boolean {
  return row.confidence !== "cross-checked";
}
