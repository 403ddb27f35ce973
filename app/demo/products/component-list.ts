import { createHash } from "node:crypto";
import type { SampleProduct } from "~/catalogue/schemas";
import type { ProductFacts } from "~/domain/declaration/facts";
import { nameOf } from "./sample-products";

type Listed = { name: string; version: string; purl: string };

/**
 * The list of components that goes with what a supplier states of it: CycloneDX as JSON, which carries the elements that it is
 * said to carry and no others. Digests and licences are as invented as the products.
 */
export function componentList(product: SampleProduct, stated: NonNullable<ProductFacts["sbom"]>): Uint8Array {
  const { id, productVersion, supplier, sbom } = product;
  const has = (element: (typeof stated.elements)[number]) => stated.elements.includes(element);
  const written = ({ name, version, purl }: Listed, maker: string) => ({
    "bom-ref": purl,
    ...{ name, version, purl },
    ...(has("supplier") ? { supplier: { name: maker } } : {}),
    ...(has("hash") ? { hashes: [{ alg: "SHA-256", content: digestOf(purl) }] } : {}),
    ...(has("licence") ? { licenses: [{ license: { name: "As the notices of the product say" } }] } : {}),
  });
  const components = sbom.components.map(({ name, version, purl }) => ({ name, version, purl }));
  const whole = {
    name: nameOf(product),
    version: productVersion,
    purl: `pkg:generic/${id}@${encodeURIComponent(productVersion)}`,
  };
  const document = {
    bomFormat: "CycloneDX",
    specVersion: stated.formatVersion,
    version: 1,
    metadata: {
      timestamp: `${stated.createdOn}T08:00:00Z`,
      ...(has("author") ? { authors: [{ name: supplier }] } : {}),
      component: { type: "device", ...written(whole, supplier) },
    },
    components: components.map((one) => ({ type: "library", ...written(one, `Makers of ${one.name}`) })),
    ...(has("dependencies")
      ? {
          dependencies: [
            { ref: whole.purl, dependsOn: components.map(({ purl }) => purl) },
            ...components.map(({ purl }) => ({ ref: purl, dependsOn: [] })),
          ],
        }
      : {}),
  };
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
