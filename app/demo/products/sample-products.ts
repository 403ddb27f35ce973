import { loadCatalogue } from "~/catalogue/index.server";
import type { SampleProduct } from "~/catalogue/schemas";

/** The twelve invented products of the catalogue. */
export function sampleProducts(): ReadonlyArray<SampleProduct> {
  return loadCatalogue().requirements.products;
}

export function sampleProduct(id: string): SampleProduct {
  const product = sampleProducts().find((one) => one.id === id);
  if (!product) throw new Error(`the catalogue has no sample product ${id}`);
  return product;
}

/** Its supplier carries the mark "fictional" already. */
export function nameOf({ name }: Pick<SampleProduct, "name">): string {
  return name.replace(/ \(fictional\)$/, "");
}
