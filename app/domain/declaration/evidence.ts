import { z } from "zod";
import { ComponentTypeSchema } from "../requirement/component-requirement";
import { SecurityLevelSchema } from "../security-level/security-level";
import { IsoDateSchema } from "../shared/iso-date";
import { lineOfText, textBlock } from "../shared/text";

export const EVIDENCE_TYPES = [
  "certificate",
  "test-report",
  "audit-report",
  "self-declaration",
  "mds2",
  "sbom",
  "manual",
  "other",
] as const;

/** What a piece of evidence can speak for (the evidence classes of the catalogue). */
export const EVIDENCE_SUBJECTS = [
  "product-capability",
  "development-process",
  "management-system",
  "legal-conformity",
  "other",
] as const;
export type EvidenceSubject = (typeof EVIDENCE_SUBJECTS)[number];

/** How much weight the issuer gives it, weakest first. */
export const EVIDENCE_STRENGTHS = ["none", "declared", "third-party", "accredited"] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];
/** Of a piece of evidence: somebody always stands behind it. */
export const ASSURANCES = ["declared", "third-party", "accredited"] as const;

/**
 * A file or reference that backs what is declared. Of the scope, what is empty or null is not stated, and what is not
 * stated does not count.
 */
export const EvidenceSchema = z.strictObject({
  id: z.string().regex(/^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/),
  type: z.enum(EVIDENCE_TYPES),
  subject: z.enum(EVIDENCE_SUBJECTS),
  title: lineOfText(200),
  issuer: textBlock(200),
  assurance: z.enum(ASSURANCES),
  /** Id of the standard or scheme in the catalogue, e.g. `iec-62443-4-2`, or the issuer's own name for it. */
  scheme: lineOfText(80),
  /** Edition, e.g. `2019`. */
  schemeVersion: textBlock(40),
  scope: z.strictObject({
    /** Product as named on the document; empty = not stated. */
    product: textBlock(120),
    /** Releases: `3.4.1` exactly, or `3.x` for all that begin with `3.`. */
    releases: z.array(lineOfText(80)).max(50),
    componentTypes: z.array(ComponentTypeSchema).max(4),
    /** SL-C that the document states; null = none. */
    level: SecurityLevelSchema.nullable(),
  }),
  validFrom: IsoDateSchema.nullable(),
  /** Last day on which it counts; null = without end. */
  validUntil: IsoDateSchema.nullable(),
  /** Where the document can be found; empty = on request. */
  reference: textBlock(500),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type Evidence = z.output<typeof EvidenceSchema>;
export const MAX_EVIDENCE = 200;
