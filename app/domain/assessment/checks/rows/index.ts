import type { Check } from "../../check";
import { capabilityMeetsTarget } from "./capability-meets-target";
import { claimedLevelIsComputed } from "./claimed-level-is-computed";
import { countermeasureIsDescribed } from "./countermeasure-is-described";
import { essentialFunctionIsKept } from "./essential-function-is-kept";
import { gapIsCompensated } from "./gap-is-compensated";
import { notApplicableHasAReason } from "./not-applicable-has-a-reason";
import { requirementIsAnswered } from "./requirement-is-answered";

/** Answers against the target, row by row. */
export const ROW_CHECKS: ReadonlyArray<Check> = [
  capabilityMeetsTarget,
  claimedLevelIsComputed,
  requirementIsAnswered,
  notApplicableHasAReason,
  countermeasureIsDescribed,
  essentialFunctionIsKept,
  gapIsCompensated,
];
