import type { ComponentType, Confidence } from "~/domain/requirement/component-requirement";
import type { MappingRelation } from "./mapping";
import type { StandardHeading } from "./standard";

export type RelatedRow = Readonly<{
  standard: string;
  id: string;
  /** How this row relates to the other one; null = nobody has said. */
  relation: MappingRelation | null;
  confidence: Confidence;
}>;

/** One row as every standard shows it, whatever its kind. */
export type CatalogueRow = Readonly<{
  id: string;
  title: string;
  /** Id of one of the standard's groups. */
  group: string;
  /** Lowest level that needs the row; null where the standard has no levels. */
  minSl: 1 | 2 | 3 | 4 | null;
  /** null where the row is not about components. */
  componentTypes: ReadonlyArray<ComponentType> | null;
  confidence: Confidence;
  /** Codes of the standard's `sources`. */
  sources: ReadonlyArray<string>;
  note?: string;
  /** Id of the row it is part of. */
  parent?: string;
  /** True where at least one source contradicts the row. */
  conflict?: boolean;
  relatedTo?: ReadonlyArray<RelatedRow>;
}>;

export type Standard = Readonly<StandardHeading & { rows: ReadonlyArray<CatalogueRow> }>;
