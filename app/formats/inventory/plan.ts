import type { ComponentType } from "~/domain/requirement/component-requirement";
import type { Asset } from "~/domain/zone-model/zone-model";
import type { InventoryField } from "./fields";
import type { Columns } from "./guess-columns";

export const ZONE_CHOICES = ["create", "none", "refuse"] as const;
/** What to do with rows whose zone the model does not have. */
export type ZoneChoice = (typeof ZONE_CHOICES)[number];

export const DUPLICATE_CHOICES = ["skip", "update", "add"] as const;
/** What to do with a row whose asset the model already has: same name, same zone. */
export type DuplicateChoice = (typeof DUPLICATE_CHOICES)[number];

/** How a table is read: what a person chooses before anything is imported. */
export type InventoryPlan = {
  /** Index of the row that names the columns; -1 where none does. */
  headIndex: number;
  columns: Columns;
  /** For every unknown zone that is not named in `zones`. */
  unknownZones: ZoneChoice;
  /** By `foldedName` of the zone. */
  zones: Readonly<Record<string, ZoneChoice>>;
  duplicates: DuplicateChoice;
  /** Links assets to the releases that their product and version name. */
  linksProducts: boolean;
};

export type ReleaseOption = {
  releaseId: string;
  productName: string;
  releaseVersion: string;
  supplierName: string;
  componentTypes: ReadonlyArray<ComponentType>;
};

export type ProblemCode =
  | "missing-name"
  | "too-long"
  | "deceptive-characters"
  | "not-a-quantity"
  | "unknown-flag"
  | "unknown-component-type"
  | "unknown-zone"
  | "ambiguous-zone"
  | "duplicate-in-file"
  | "too-many";

export type Problem = {
  code: ProblemCode;
  field: InventoryField;
  /** Place of the column from 0, or null where no column holds the field. */
  column: number | null;
  /** What stands there. */
  value: string;
  /** The row that a doubled one repeats; the limit that is reached. */
  number?: number;
};

export type RowZone =
  | { kind: "known"; id: string; name: string }
  | { kind: "new"; key: string; name: string }
  | { kind: "none" };

export type AssetFacts = Omit<Asset, "id" | "zoneId">;

export type PreviewRow = {
  /** Line or row of the file. */
  number: number;
  cells: ReadonlyArray<string>;
  outcome: "add" | "update" | "skip" | "refuse";
  /** What becomes of it; null where the row is refused. */
  facts: AssetFacts | null;
  zone: RowZone;
  /** The asset of the model that is updated or left as it is. */
  existingId: string | null;
  release: ReleaseOption | null;
  problems: ReadonlyArray<Problem>;
};

export type InventoryPreview = {
  rows: ReadonlyArray<PreviewRow>;
  counts: Readonly<Record<PreviewRow["outcome"], number>>;
  /** Zones of the file that the model does not have, with how many rows name each. */
  unknownZones: ReadonlyArray<{ key: string; name: string; rows: number; choice: ZoneChoice }>;
};
