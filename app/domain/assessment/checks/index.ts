import type { Check } from "../check";
import { DOCUMENT_CHECKS } from "./documents";
import { EVIDENCE_CHECKS } from "./evidence";
import { PROTECTION_CHECKS } from "./protection";
import { ROW_CHECKS } from "./rows";
import { SURROUNDINGS_CHECKS } from "./surroundings";

/** Every check that runs, in the order in which findings are listed. Change it, and RULE_SET_VERSION with it. */
export const CHECKS: ReadonlyArray<Check> = [
  ...ROW_CHECKS,
  ...EVIDENCE_CHECKS,
  ...DOCUMENT_CHECKS,
  ...PROTECTION_CHECKS,
  ...SURROUNDINGS_CHECKS,
];
