import type { RowsByKind } from "./kinds";
import type { Mapping, ProvenanceRow, Standard } from "./schemas";
import type { Supplements } from "./supplements";

export type Catalogue = Readonly<{
  version: string;
  /** In the order of the registry. */
  standards: ReadonlyArray<Standard>;
  mappings: ReadonlyArray<Mapping>;
  /** Rows in full, by the kind of their standard. */
  requirements: RowsByKind;
  /** By standard: what each source reads as the level of each row. */
  provenance: Readonly<Record<string, ReadonlyArray<ProvenanceRow>>>;
  supplements: Supplements;
}>;
