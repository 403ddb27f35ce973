import type { Db } from "~db/client";
import { listProducts, listReleases } from "~db/repositories/products";

/** The supplier's releases by product and version; those that are offered no more too, because they are still in use. */
export async function namedReleases(db: Db, supplierId: string) {
  const products = await listProducts(db, supplierId);
  const names = new Map(products.map(({ id, name }) => [id, name]));
  const releases = await listReleases(db, supplierId);
  return releases
    .map(({ id, productId, version }) => ({ id, name: `${names.get(productId) ?? ""} ${version}`.trim() }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
}
