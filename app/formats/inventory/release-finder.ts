import { foldedWords } from "../folded";
import type { ReleaseOption } from "./plan";

export type ProductWords = {
  product: string;
  manufacturer: string;
  name: string;
  softwareVersion: string;
  /** The release itself, as the export of an inventory names it. */
  release: string;
};

/**
 * The release that a row names, or null. The product must be named in full, with or without its supplier; where
 * several releases are known, or the row names a version, the version must be the release's own: a wrong link would
 * claim what another version is capable of.
 */
export function releaseFinder(
  releases: ReadonlyArray<ReleaseOption>,
): (row: ProductWords) => ReleaseOption | null {
  const byProduct = new Map<string, Array<ReleaseOption>>();
  const byName = new Map<string, Array<ReleaseOption>>();
  for (const release of releases) {
    const product = foldedWords(release.productName);
    const supplier = foldedWords(release.supplierName);
    for (const key of new Set([product, `${supplier} ${product}`, `${product} ${supplier}`]))
      byProduct.set(key, [...(byProduct.get(key) ?? []), release]);
    const named = foldedWords(releaseName(release));
    byName.set(named, [...(byName.get(named) ?? []), release]);
  }
  return ({ product, manufacturer, name, softwareVersion, release }) => {
    const known = byName.get(foldedWords(release)) ?? [];
    if (known.length === 1) return known[0] ?? null;
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

/** A release as an inventory names it, so that reading it finds that one and no other. */
export function releaseName({
  productName,
  releaseVersion,
  supplierName,
}: Pick<ReleaseOption, "productName" | "releaseVersion" | "supplierName">): string {
  return `${productName} ${releaseVersion} (${supplierName})`;
}
