import type { Fault } from "./fault";
import { findLevelFaults } from "./integrity/levels";
import { findMappingFaults } from "./integrity/mappings";
import { findReferenceFaults } from "./integrity/references";
import { findRowFaults } from "./integrity/rows";
import type { Catalogue } from "./shape";

/** What no schema can see: counts, ids that must exist, confidence that must follow from the evidence. */
export function findFaults(catalogue: Catalogue): ReadonlyArray<Fault> {
  return [findRowFaults, findLevelFaults, findMappingFaults, findReferenceFaults].flatMap((find) =>
    find(catalogue),
  );
}
