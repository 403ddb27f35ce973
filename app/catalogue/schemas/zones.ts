import { z } from "zod";
import { ConfidenceSchema } from "~/domain/requirement/component-requirement";
import { FOUNDATIONAL_REQUIREMENTS, SlVectorSchema } from "~/domain/security-level/security-level";
import { TRANSPORTS, TRUST_CLASSES } from "~/domain/zone-model/zone-model";
import { SourceCodesSchema, TextSchema } from "./standard";

export const MEASURE_ATTRIBUTES = [
  "configuration",
  "logging",
  "encryption",
  "updates",
  "siem",
  "network",
  "access-control",
] as const;

/** A kind of zone a hospital usually has, with everything to start one from. Suggestions, never findings. */
export const ReferenceZoneTypeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,64}$/),
  name: TextSchema,
  /** Our mapping of `trustNote` to the classes of the zone model. */
  trustClass: z.enum(TRUST_CLASSES),
  /** The original wording. */
  trustNote: TextSchema,
  alsoCalled: z.array(TextSchema),
  /** null: outside the system under consideration; its conduits carry the requirement. */
  suggestedSlTarget: SlVectorSchema.nullable(),
  slTargetReasoning: z.record(z.enum(FOUNDATIONAL_REQUIREMENTS), TextSchema).nullable(),
  slTargetNote: TextSchema.optional(),
  slTargetBasis: TextSchema,
  worstConsequence: TextSchema,
  typicalAssets: z.array(TextSchema),
  /** Ids of reference protocols. */
  typicalProtocols: z.array(TextSchema),
  /** `to`: id of a reference zone type, or null for every zone. */
  typicalConduits: z.array(z.strictObject({ to: TextSchema.nullable(), note: TextSchema.nullable() })),
  requiredMeasures: z
    .strictObject({
      configuration: TextSchema,
      logging: TextSchema,
      encryption: TextSchema,
      updates: TextSchema,
      siem: TextSchema,
      network: TextSchema,
      access: TextSchema,
    })
    .nullable(),
  subZones: z
    .array(
      z.strictObject({
        id: TextSchema,
        name: TextSchema,
        suggestedSlTarget: SlVectorSchema,
        confidence: ConfidenceSchema,
      }),
    )
    .optional(),
  cites: z.array(TextSchema),
  confidence: ConfidenceSchema,
  slTargetConfidence: ConfidenceSchema,
});
export type ReferenceZoneType = z.output<typeof ReferenceZoneTypeSchema>;

export const ReferenceProtocolSchema = z.strictObject({
  id: TextSchema,
  name: TextSchema,
  transports: z.array(z.enum(TRANSPORTS)).min(1),
  /** The usual port; null where there is none or the manufacturer chooses. */
  port: z.int().min(1).max(65535).nullable(),
  portNote: TextSchema.nullable(),
  encryption: z.enum(["yes", "no", "optional", "partly"]),
  encryptionNote: TextSchema.nullable(),
  /** What to use, or to put around it, where it must be protected. */
  secureOption: TextSchema.nullable(),
  confidence: ConfidenceSchema,
  sources: SourceCodesSchema,
  agreesWithRecollection: z.literal(true).optional(),
});
export type ReferenceProtocol = z.output<typeof ReferenceProtocolSchema>;

/** What an attribute needs in addition at one level; levels are cumulative. */
export const LevelMeasureSchema = z.strictObject({
  attribute: z.enum(MEASURE_ATTRIBUTES),
  level: z.literal([1, 2, 3, 4]),
  measure: TextSchema,
  /** Ids of component requirements; each has this level as its `minSl`. */
  requirements: z.array(TextSchema).min(1),
  confidence: ConfidenceSchema,
});
export type LevelMeasure = z.output<typeof LevelMeasureSchema>;

/** What IEC 62443-3-2 ZCR 3 says to keep apart. */
export const PartitionRuleSchema = z.strictObject({
  requirement: TextSchema,
  rule: TextSchema,
  confidence: ConfidenceSchema,
});

/** Words of published articles on hospital zoning, and the zone types meant. */
export const ZoneTermSchema = z.strictObject({ term: TextSchema, zoneTypes: z.array(TextSchema).min(1) });
