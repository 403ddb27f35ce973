import type { DeclarationContent } from "../../declaration/declaration";
import type { IsoDate } from "../../shared/iso-date";
import type { RequirementProfile } from "../assessment";
import { compareFits, type Fit, fitOf } from "./fit";

export type Candidate<Product> = { product: Product; fit: Fit };

/** What may enter this zone? Every product with its verdict and what is missing for it, best first. */
export function candidates<Product>(
  profile: RequirementProfile,
  products: ReadonlyArray<{ product: Product; declaration: DeclarationContent }>,
  asOf: IsoDate,
): ReadonlyArray<Candidate<Product>> {
  return products
    .map(({ product, declaration }) => ({ product, fit: fitOf(profile, declaration, asOf) }))
    .sort((a, b) => compareFits(a.fit, b.fit));
}
