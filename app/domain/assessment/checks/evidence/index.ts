import type { Check } from "../../check";
import { capabilityIsEvidenced } from "./capability-is-evidenced";
import { citedEvidenceExists } from "./cited-evidence-exists";
import { evidenceIsInDate } from "./evidence-is-in-date";
import { evidenceIsInScope } from "./evidence-is-in-scope";
import { managementSystemIsNoProductEvidence } from "./management-system-is-no-product-evidence";
import { secureDevelopmentIsShown } from "./secure-development-is-shown";

/** What backs the declaration: evidence, standards, secure development. */
export const EVIDENCE_CHECKS: ReadonlyArray<Check> = [
  capabilityIsEvidenced,
  secureDevelopmentIsShown,
  evidenceIsInDate,
  evidenceIsInScope,
  managementSystemIsNoProductEvidence,
  citedEvidenceExists,
];
