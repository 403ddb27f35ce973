import type { DeclarationContent } from "../declaration/declaration";
import { flatVector } from "../security-level/security-level";
import type { IsoDate } from "../shared/iso-date";
import { judge } from "./assess";
import type { Finding, RequirementProfile } from "./assessment";
import { requirementProfile } from "./requirement-profile";

/** Checks that hold one part of a declaration against another (product.md §4.5): what they find needs no zone to be wrong. */
export const CONTRADICTION_CHECKS: ReadonlyArray<string> = [
  "claimed-level-is-computed",
  "facts-agree-with-answers",
  "mds2-agrees-with-answers",
  "cited-evidence-exists",
  "evidence-is-in-scope",
  "management-system-is-no-product-evidence",
];

/** A certificate of a management system that is offered as nothing else contradicts nothing. */
const HARMLESS = "management-system-is-no-product-evidence.reason.offered";

type Known = Pick<RequirementProfile, "requirements" | "catalogueVersion" | "mds2Questions">;

/**
 * What a declaration says that cannot all be true, by the engine's own checks, in their order. Asked as if a zone
 * wanted every row, so that nothing is left out for lying above a target.
 */
export function contradictionsIn(
  content: DeclarationContent,
  known: Known,
  asOf: IsoDate,
): ReadonlyArray<Finding> {
  const { findings } = judge(requirementProfile({ slTarget: flatVector(4), ...known }), content, asOf);
  return findings.filter(
    ({ checkId, reason }) => CONTRADICTION_CHECKS.includes(checkId) && !reason.key.endsWith(HARMLESS),
  );
}
