import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import type { MaskedCatalogue } from "~db/repositories/declaration-masks";

/** The rows that answers are given to and masks follow. */
export const CATALOGUE: MaskedCatalogue = {
  version: CATALOGUE_VERSION,
  requirements: COMPONENT_REQUIREMENTS,
};
