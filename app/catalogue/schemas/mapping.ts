import { z } from "zod";
import { ConfidenceSchema } from "~/domain/requirement/component-requirement";
import { SourceCodesSchema, TextSchema } from "./standard";

/** How the row at the `from` end relates to the row at the `to` end. */
export const MAPPING_RELATIONS = ["equal", "superset", "subset", "intersects", "none"] as const;
export type MappingRelation = (typeof MAPPING_RELATIONS)[number];

export const MappingRowSchema = z.strictObject({
  from: TextSchema,
  /** null: nothing corresponds; then the relation is `none` or a note says how it is reached instead. */
  to: TextSchema.nullable(),
  /** null: the rows correspond, but nobody has said how far. */
  relation: z.enum(MAPPING_RELATIONS).nullable(),
  /** 62443-3-3 to 4-2 only: what carries the system requirement into a component. */
  counterpart: z.enum(["component-requirement", "type-specific", "enhancement", "none"]).optional(),
  /** MDS2 to 4-2 only: the unfavourable answer says that the row is not met, not only that this evidence is missing. */
  denies: z.literal(true).optional(),
  confidence: ConfidenceSchema,
  note: TextSchema.optional(),
});
export type MappingRow = z.output<typeof MappingRowSchema>;

/** `mappings/<from>--<to>.json` */
export const MappingSchema = z.strictObject({
  from: TextSchema,
  to: TextSchema,
  about: TextSchema,
  /** Codes of the sources of either standard. */
  sources: SourceCodesSchema,
  remarks: z.array(TextSchema),
  rows: z.array(MappingRowSchema).min(1),
});
export type Mapping = z.output<typeof MappingSchema>;

/** The same relation seen from the other end. */
export function toInverse(relation: MappingRelation | null): MappingRelation | null {
  switch (relation) {
    case "superset":
      return "subset";
    case "subset":
      return "superset";
    case "equal":
    case "intersects":
    case "none":
    case null:
      return relation;
  }
}
