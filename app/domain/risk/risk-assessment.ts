import { z } from "zod";
import { FOUNDATIONAL_REQUIREMENTS } from "../security-level/security-level";
import { lineOfText, textBlock } from "../shared/text";

/** What somebody rated, from 1 (least) to 5 (worst); the hospital's matrix says in words what each means. */
export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];
export const RatingSchema = z.union(RATINGS.map((rating) => z.literal(rating)));

/** What can come to harm (IEC 62443-3-2 ZCR 5.3, product.md §2). */
export const CONSEQUENCE_CATEGORIES = ["patientSafety", "careContinuity", "data"] as const;
export type ConsequenceCategory = (typeof CONSEQUENCE_CATEGORIES)[number];

/** A cell of the matrix: 1 to 25, higher is worse. */
export const RiskSchema = z.int().min(1).max(25);

export const MAX_THREATS = 60;

/** One threat to a zone or a conduit (ZCR 5.1, 5.4, 5.9). */
export const ThreatRatingSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
  /** Id in the list of threats that Cordon offers; null = the hospital's own. */
  threatId: z.string().max(64).nullable(),
  name: lineOfText(160),
  /** The foundational requirements whose countermeasures work against it. */
  foundationalRequirements: z.array(z.enum(FOUNDATIONAL_REQUIREMENTS)).min(1).max(7),
  /** Where this threat does less harm than the worst; null = the worst consequence of the element. */
  consequence: RatingSchema.nullable(),
  /** Without countermeasures; null = nobody has rated it yet. */
  likelihood: RatingSchema.nullable(),
  /** With the countermeasures that exist; null = not rated again. */
  residualLikelihood: RatingSchema.nullable(),
  /** The same, where they make the harm less too (ZCR 5.9); absent = the harm stays as it is. */
  residualConsequence: RatingSchema.optional(),
  /** What exists against it and what it does (ZCR 5.8); absent = nobody has said. */
  residualReason: textBlock(500).optional(),
  reason: textBlock(500),
});
export type ThreatRating = z.output<typeof ThreatRatingSchema>;

/**
 * The guided risk assessment of one zone or conduit (IEC 62443-3-2 ZCR 5): what was rated, not what follows from it.
 * The vector that follows is computed from it and the hospital's matrix.
 */
export const RiskAssessmentSchema = z.strictObject({
  /** Version of the hospital's matrix it was rated with; 0 = the one that Cordon comes with. */
  matrixVersion: z.int().min(0).max(1_000_000),
  consequence: z.strictObject({
    patientSafety: RatingSchema.nullable(),
    careContinuity: RatingSchema.nullable(),
    data: RatingSchema.nullable(),
  }),
  consequenceReason: textBlock(1_000),
  /** Known weaknesses of what is in it (ZCR 5.2). */
  vulnerabilities: textBlock(2_000),
  threats: z
    .array(ThreatRatingSchema)
    .max(MAX_THREATS)
    .refine((threats) => new Set(threats.map(({ id }) => id)).size === threats.length, "duplicate-value"),
  /** What the hospital can live with here; null = as the matrix says (ZCR 5.7). */
  tolerableRisk: RiskSchema.nullable(),
});
export type RiskAssessment = z.output<typeof RiskAssessmentSchema>;

/** An assessment that says nothing yet. */
export function newRiskAssessment(matrixVersion: number): RiskAssessment {
  return {
    matrixVersion,
    consequence: { patientSafety: null, careContinuity: null, data: null },
    consequenceReason: "",
    vulnerabilities: "",
    threats: [],
    tolerableRisk: null,
  };
}
