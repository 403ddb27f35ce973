import { z } from "zod";
import { ConfidenceSchema } from "~/domain/requirement/component-requirement";
import { PartialDateSchema, SourceCodesSchema, TextSchema } from "./standard";

/** Who an obligation is addressed to. */
export const ADDRESSEES = ["hospital", "supplier", "both"] as const;

/** What evidence from an instrument can say; an organisation's certificate never speaks for a product. */
export const EVIDENCE_CLASSES = [
  "organisation-management-system",
  "development-process",
  "product-capability",
  "system-design",
  "legal-conformity",
  "self-disclosure",
  "guidance",
] as const;

const provenance = {
  confidence: ConfidenceSchema,
  sources: SourceCodesSchema,
  agreesWithRecollection: z.literal(true).optional(),
};

/** A law, guidance document or standard that binds or guides hospitals or suppliers. */
export const InstrumentSchema = z.strictObject({
  id: TextSchema,
  title: TextSchema,
  citation: TextSchema,
  celex: TextSchema.nullable(),
  jurisdiction: z.enum(["EU", "CZ", "US", "international"]),
  kind: z.enum([
    "legislation",
    "guidance",
    "policy-communication",
    "management-system-standard",
    "product-technical-standard",
    "system-engineering-standard",
    "self-disclosure-form",
  ]),
  kindNote: TextSchema.optional(),
  evidenceClass: z.enum(EVIDENCE_CLASSES),
  binds: z.enum(ADDRESSEES),
  bindsNote: TextSchema.optional(),
  demonstratesProductSecurity: TextSchema,
  whyRelevant: TextSchema.optional(),
  note: TextSchema.optional(),
  /** True where the articles read on hospital zoning name it. */
  namedInArticles: z.boolean(),
  aliases: z.array(TextSchema),
  keyDates: z.array(z.strictObject({ date: PartialDateSchema, event: TextSchema, ...provenance })),
  relatedActs: z.array(z.strictObject({ citation: TextSchema, about: TextSchema, ...provenance })),
  /** Proposals: never to be treated as law. */
  pendingChanges: z.array(z.strictObject({ what: TextSchema, status: TextSchema, ...provenance })),
  sections: z.array(z.strictObject({ ref: TextSchema, title: TextSchema, ...provenance })),
  sectionsNote: TextSchema.optional(),
  /** What is often told wrongly about it. */
  misreadings: z.array(TextSchema),
  ...provenance,
});
export type Instrument = z.output<typeof InstrumentSchema>;

export const ObligationSchema = z.strictObject({
  /** Instrument and reference, e.g. `eu-cra Art. 13(8)`. */
  id: TextSchema,
  instrument: TextSchema,
  ref: TextSchema,
  addressee: z.enum(ADDRESSEES),
  topics: z.array(TextSchema).min(1),
  summary: TextSchema,
  supplierEvidence: z.array(TextSchema),
  ...provenance,
});
export type Obligation = z.output<typeof ObligationSchema>;

/** Something hospitals and suppliers do, with the standards behind it and the place for it in the portal. */
export const PracticeSchema = z.strictObject({
  id: TextSchema,
  name: TextSchema,
  by: z.enum(ADDRESSEES),
  summary: TextSchema,
  standards: z.array(z.strictObject({ instrument: TextSchema, ref: TextSchema.nullable() })),
  evidence: z.array(TextSchema),
  portalObject: TextSchema,
  ...provenance,
});
export type Practice = z.output<typeof PracticeSchema>;

export const RegulatoryActorSchema = z.strictObject({
  id: TextSchema,
  name: TextSchema,
  role: TextSchema,
  confidence: ConfidenceSchema,
});
export type RegulatoryActor = z.output<typeof RegulatoryActorSchema>;

/** What a reporting period runs from. `measure-available`: a corrective or mitigating measure exists. */
export const CLOCK_STARTS = [
  "awareness",
  "detection",
  "measure-available",
  "notification",
  "first-report",
  "notification-or-end-of-incident",
] as const;

export const ReportingClockSchema = z.strictObject({
  id: TextSchema,
  /** `CRA Art. 14(2)` */
  regime: TextSchema,
  instruments: z.array(TextSchema).min(1),
  who: z.enum(["hospital", "supplier"]),
  whoNote: TextSchema,
  trigger: TextSchema,
  steps: z
    .array(
      z.strictObject({
        name: TextSchema,
        amount: z.int().min(1),
        unit: z.enum(["hours", "days", "months"]),
        from: z.enum(CLOCK_STARTS),
        /** The authority answers; nobody here has to report. */
        incoming: z.literal(true).optional(),
      }),
    )
    .min(1),
  confidence: ConfidenceSchema,
});
export type ReportingClock = z.output<typeof ReportingClockSchema>;
