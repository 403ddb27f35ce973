import type { DeclarationContent } from "../../declaration/declaration";
import type { IsoDate } from "../../shared/iso-date";
import type { RequirementProfile } from "../assessment";
import { compareFits, type Fit, fitOf } from "./fit";

export type Placement<Place> = { place: Place; fit: Fit };

/**
 * Where may this product go? Every zone with its verdict and what is missing for it, best first; zones that fit alike
 * stay in the order in which they came.
 */
export function placements<Place>(
  declaration: DeclarationContent,
  zones: ReadonlyArray<{ place: Place; profile: RequirementProfile }>,
  asOf: IsoDate,
): ReadonlyArray<Placement<Place>> {
  return zones
    .map(({ place, profile }) => ({ place, fit: fitOf(profile, declaration, asOf) }))
    .sort((a, b) => compareFits(a.fit, b.fit));
}
