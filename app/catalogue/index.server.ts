import { readCatalogue } from "./read-catalogue";
import { CATALOGUE_FILES } from "./registry.server";
import type { CatalogueRow, Mapping, Standard } from "./schemas";
import type { Catalogue } from "./shape";

export type { Catalogue } from "./shape";

/** Read while the server starts: a faulty catalogue must stop it, not the first page that needs a row. */
const CATALOGUE = readCatalogue(CATALOGUE_FILES);

const STANDARD_BY_ID: ReadonlyMap<string, Standard> = new Map(
  CATALOGUE.standards.map((standard) => [standard.id, standard]),
);

/** The whole catalogue, validated and deeply frozen. The same object every time. */
export function loadCatalogue(): Catalogue {
  return CATALOGUE;
}

export function findStandard(id: string): Standard | undefined {
  return STANDARD_BY_ID.get(id);
}

/** A row by standard and id: `SR-1` of 62443-4-1 and `SR 1.1` of 62443-3-3 are different things. */
export function findRow(standardId: string, id: string): CatalogueRow | undefined {
  return findStandard(standardId)?.rows.find((row) => row.id === id);
}

export function findMapping(from: string, to: string): Mapping | undefined {
  return CATALOGUE.mappings.find((mapping) => mapping.from === from && mapping.to === to);
}
