import type { Check } from "../check";
import { capabilityMeetsTarget } from "./capability-meets-target";
import { claimedLevelIsComputed } from "./claimed-level-is-computed";
import { countermeasureIsDescribed } from "./countermeasure-is-described";
import { notApplicableHasAReason } from "./not-applicable-has-a-reason";

/** Every check that runs, in the order in which findings are listed. Change it, and RULE_SET_VERSION with it. */
export const CHECKS: ReadonlyArray<Check> = [
  capabilityMeetsTarget,
  claimedLevelIsComputed,
  notApplicableHasAReason,
  countermeasureIsDescribed,
];
