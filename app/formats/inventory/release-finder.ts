import { foldedWords } from "../folded";
import type { ReleaseOption } from "./plan";

export type ProductWords = { product: string; manufacturer: string; name: string; softwareVersion: string };

/**
 * The release that a row names, or null. The product must be named in full, with or without its supplier; where
 * several releases are known, or the row names a version, the version must be the release's own: a wrong link would
 * claim what another version is capable of.
 */
export function releaseFinder(
  releases: ReadonlyArray<ReleaseOption>,
): (row: ProductWords) => ReleaseOption | null {
  const byProduct = new Map<string, Array<ReleaseOption>>();
  for (const release of releases) {
    const product = foldedWords(release.productName);
    const supplier = foldedWords(release.supplierName);
    for (const key of new Set([product, `${supplier} ${product}`, `${product} ${supplier}`]))
      byProduct.set(key, [...(byProduct.get(key) ?? []), release]);
  }
  return ({ product, manufacturer, name, softwareVersion }) => {
    const version = foldedWords(softwareVersion).replace(/^(v|version|release|sw) ?/, "");
    const spellings = [product, `${manufacturer} ${product}`, name]
      .map(foldedWords)
      .filter((words) => words !== "");
    for (const spelling of spellings) {
      const known =
        byProduct.get(spelling) ?? byProduct.get(spelling.replace(new RegExp(` v?${version}$`), ""));
      if (!known) continue;
      const fitting = known.filter(
        ({ releaseVersion }) => version === "" || foldedWords(releaseVersion) === version,
      );
      return fitting.length === 1 ? (fitting[0] ?? null) : null;
    }
    return null;
  };
}
