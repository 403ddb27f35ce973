import { z } from "zod";
import { ComponentTypeSchema, ConfidenceSchema } from "~/domain/requirement/component-requirement";
import {
  FoundationalRequirementSchema,
  SecurityLevelSchema,
  SlVectorSchema,
} from "~/domain/security-level/security-level";
import { SourceCodesSchema, TextSchema } from "./standard";

const DayOrNull = z.iso.date().nullable();
const Iec81001ClassSchema = z.enum(["maintained", "supported", "required"]);

/** An invented product for the demonstration. */
export const SampleProductSchema = z.strictObject({
  id: TextSchema,
  fictional: z.literal(true),
  name: TextSchema,
  supplier: TextSchema,
  productVersion: TextSchema,
  componentTypes: z.array(ComponentTypeSchema).min(1),
  regulatory: z.strictObject({
    regime: TextSchema,
    class: TextSchema,
    udiDi: TextSchema.nullable(),
    /** null: the supplier has not decided. */
    craScope: z.boolean().nullable(),
    craNote: TextSchema.optional(),
    aiAct: TextSchema.optional(),
  }),
  /** Id of a reference zone type. */
  targetZone: TextSchema,
  /** null: the supplier has declared none. */
  slCapability: SlVectorSchema.nullable(),
  slCapabilityBasis: TextSchema,
  claims: z.array(
    z.strictObject({
      standard: TextSchema,
      claimType: z.enum([
        "development-process",
        "management-system",
        "product-capability",
        "product-safety",
        "legal-conformity",
      ]),
      issuer: TextSchema.nullable(),
      scope: TextSchema.nullable(),
      validUntil: DayOrNull,
      evidenceKind: z.enum(["self-declaration", "certificate"]),
    }),
  ),
  mds2: z.strictObject({
    edition: TextSchema,
    released: DayOrNull,
    /** By question id. */
    answers: z.record(TextSchema, TextSchema),
  }),
  sbom: z.strictObject({
    format: TextSchema.nullable(),
    components: z.array(
      z.strictObject({
        name: TextSchema,
        version: TextSchema,
        purl: TextSchema,
        supportLevel: z.enum([
          "supported",
          "not-maintained-by-supplier",
          "extended-by-vendor",
          "end-of-life",
        ]),
        iec81001Class: Iec81001ClassSchema,
      }),
    ),
  }),
  commercialComponents: z.array(
    z.strictObject({
      name: TextSchema,
      version: TextSchema,
      vendorEndOfSupport: z.iso.date(),
      confidence: ConfidenceSchema,
      iec81001Class: Iec81001ClassSchema.nullable(),
    }),
  ),
  support: z.strictObject({
    endOfSecuritySupport: DayOrNull,
    updateChannel: TextSchema.nullable(),
    severityTimesInDays: z
      .strictObject({ critical: z.int().optional(), high: z.int().optional() })
      .nullable(),
  }),
  /** Against the suggested target of the reference zone type. */
  expectedGaps: z.array(
    z.strictObject({
      foundationalRequirement: FoundationalRequirementSchema,
      slTarget: SecurityLevelSchema,
      slCapability: SecurityLevelSchema,
      gap: SecurityLevelSchema,
    }),
  ),
  teachingPoints: z.array(TextSchema),
  confidence: ConfidenceSchema,
});
export type SampleProduct = z.output<typeof SampleProductSchema>;

/** A network to try the zone model with. Nothing in it is a quotation. */
export const ArchitectureSchema = z.strictObject({
  id: TextSchema,
  name: TextSchema,
  basis: z.enum(["recalled-guide", "published-pattern"]),
  /** The publication it was modelled on; see `fidelity` before naming it anywhere. */
  modelledOn: TextSchema,
  licence: TextSchema,
  publicationConfidence: ConfidenceSchema,
  publicationSources: SourceCodesSchema,
  fidelity: TextSchema,
  zones: z.array(
    z.strictObject({
      id: TextSchema,
      name: TextSchema,
      vlan: z.int().nullable(),
      subnet: TextSchema.nullable(),
      confidence: ConfidenceSchema,
      components: z.array(
        z.strictObject({
          id: TextSchema,
          name: TextSchema,
          /** null: outside the hospital. */
          componentType: ComponentTypeSchema.nullable(),
          productNamed: TextSchema.nullable(),
          confidence: ConfidenceSchema,
        }),
      ),
    }),
  ),
  /** `from` and `to` are ids of components or of whole zones. */
  flows: z.array(
    z.strictObject({
      from: TextSchema,
      to: TextSchema,
      protocol: TextSchema,
      purpose: TextSchema,
      confidence: ConfidenceSchema,
    }),
  ),
  forbiddenFlows: z.array(z.strictObject({ from: TextSchema, to: TextSchema, why: TextSchema })),
  /** The weakest of everything inside. */
  confidence: ConfidenceSchema,
});
export type Architecture = z.output<typeof ArchitectureSchema>;
