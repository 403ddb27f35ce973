import type { SBOM_ELEMENTS } from "~/domain/declaration/fact-values";
import type { Sbom } from "~/domain/declaration/sbom";
import { IsoDateSchema } from "~/domain/shared/iso-date";
import type { SbomDocument } from "./document";
import { countElements } from "./quality";
import { type ComponentElement, DOCUMENT_ELEMENTS } from "./quality-elements";

type Element = (typeof SBOM_ELEMENTS)[number];

const OF_COMPONENTS = {
  supplier: "supplier",
  "component-name": "component-name",
  version: "version",
  "unique-identifier": "unique-identifier",
  dependencies: "dependencies",
  hash: "hash",
  licence: "licence",
} as const satisfies Partial<Record<Element, ComponentElement>>;

/**
 * What a declaration states of its list of components, as this file shows it. An element is named only where every component
 * has it; a list without components names none of theirs.
 */
export function sbomFact(document: SbomDocument): Sbom {
  const { format, formatVersion, createdAt, components, primary } = document;
  const counts = countElements(primary ? [primary, ...components] : components);
  // Object.entries forgets the names of the closed table.
  const table = Object.entries(OF_COMPONENTS) as ReadonlyArray<[Element, ComponentElement]>;
  const complete = table.flatMap(([element, of]) =>
    components.length > 0 && counts[of].absent === 0 ? [element] : [],
  );
  const ofDocument = (["author", "timestamp"] as const).filter((one) => DOCUMENT_ELEMENTS[one](document));
  const created = IsoDateSchema.safeParse((createdAt ?? "").slice(0, 10));
  return {
    format,
    formatVersion,
    createdOn: created.success ? created.data : null,
    componentCount: components.length,
    elements: [...complete, ...ofDocument],
  };
}
