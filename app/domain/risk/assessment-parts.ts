import { z } from "zod";
import { FOUNDATIONAL_REQUIREMENTS } from "../security-level/security-level";
import { fingerprintOf } from "../shared/fingerprint";
import { textBlock } from "../shared/text";
import {
  MAX_THREATS,
  RatingSchema,
  type RiskAssessment,
  RiskAssessmentSchema,
  type ThreatRating,
  ThreatRatingSchema,
} from "./risk-assessment";

/** The steps in which an assessment is filled in; each writes its own fields, so that two people can work in two. */
export const RISK_PARTS = ["consequence", "threats", "likelihood", "residual"] as const;
export type RiskPart = (typeof RISK_PARTS)[number];

const ById = <Schema extends z.ZodType>(schema: Schema) => z.record(ThreatRatingSchema.shape.id, schema);

const ConsequencePart = z.strictObject({
  part: z.literal("consequence"),
  ...RiskAssessmentSchema.pick({
    consequence: true,
    consequenceReason: true,
    vulnerabilities: true,
    tolerableRisk: true,
  }).shape,
});
const ThreatsPart = z.strictObject({
  part: z.literal("threats"),
  threats: z.array(
    ThreatRatingSchema.pick({ id: true, threatId: true, name: true, foundationalRequirements: true }),
  ),
});
/** `ratings` are by threat; those of threats that have gone are left out. */
const LikelihoodPart = z.strictObject({
  part: z.literal("likelihood"),
  ratings: ById(ThreatRatingSchema.pick({ likelihood: true, consequence: true, reason: true })),
});
const ResidualPart = z.strictObject({
  part: z.literal("residual"),
  ratings: ById(
    ThreatRatingSchema.pick({ residualLikelihood: true }).extend({
      residualConsequence: RatingSchema.nullable(),
      residualReason: textBlock(500),
    }),
  ),
});
/** What a form says of the threats: those offered that are ticked, and the hospital's own; a new one has no id. */
const ThreatChoicePart = z.strictObject({
  part: z.literal("threats"),
  offered: z.array(z.string().max(64)).max(MAX_THREATS),
  own: z
    .array(
      ThreatRatingSchema.pick({ name: true, foundationalRequirements: true }).extend({
        id: z.union([z.literal(""), ThreatRatingSchema.shape.id]),
      }),
    )
    .max(MAX_THREATS),
});

/** What one step says. */
export const RiskPartChangeSchema = z.discriminatedUnion("part", [
  ConsequencePart,
  ThreatsPart,
  LikelihoodPart,
  ResidualPart,
]);
/** The same as a form says it. */
export const RiskPartFormSchema = z.discriminatedUnion("part", [
  ConsequencePart,
  ThreatChoicePart,
  LikelihoodPart,
  ResidualPart,
]);
export type RiskPartForm = z.output<typeof RiskPartFormSchema>;
export type RiskPartChange = z.output<typeof RiskPartChangeSchema>;

/**
 * The assessment with one step filled in. A threat that stays keeps its ratings, one that is new has none; FRs stand
 * in the standard's order, so that the same choice is the same value.
 */
export function withPart(assessment: RiskAssessment, change: RiskPartChange): RiskAssessment {
  switch (change.part) {
    case "consequence": {
      const { part: _, ...values } = change;
      return { ...assessment, ...values };
    }
    case "threats":
      return { ...assessment, threats: change.threats.map((threat) => merged(assessment, threat)) };
    case "likelihood":
      return rated(assessment, change.ratings);
    case "residual":
      return rated(
        assessment,
        Object.fromEntries(
          Object.entries(change.ratings).map(([id, { residualConsequence, residualReason, ...rating }]) => [
            id,
            {
              ...rating,
              residualConsequence: residualConsequence ?? undefined,
              residualReason: residualReason || undefined,
            },
          ]),
        ),
      );
  }
}

type Ratings = Readonly<Record<string, Partial<ThreatRating>>>;

function rated(assessment: RiskAssessment, ratings: Ratings): RiskAssessment {
  const rate = (threat: ThreatRating) => (Object.hasOwn(ratings, threat.id) ? ratings[threat.id] : {});
  return { ...assessment, threats: assessment.threats.map((threat) => ({ ...threat, ...rate(threat) })) };
}

function merged(
  assessment: RiskAssessment,
  threat: Pick<ThreatRating, "id" | "threatId" | "name" | "foundationalRequirements">,
): ThreatRating {
  const known = assessment.threats.find(({ id }) => id === threat.id);
  const chosen = new Set(threat.foundationalRequirements);
  return {
    consequence: null,
    likelihood: null,
    residualLikelihood: null,
    reason: "",
    ...known,
    ...threat,
    foundationalRequirements: FOUNDATIONAL_REQUIREMENTS.filter((fr) => chosen.has(fr)),
  };
}

/** What an assessment says in one step: the fields that the step writes. */
export function partOf(
  { consequence, consequenceReason, vulnerabilities, tolerableRisk, threats }: RiskAssessment,
  part: RiskPart,
): object {
  switch (part) {
    case "consequence":
      return { consequence, consequenceReason, vulnerabilities, tolerableRisk };
    case "threats":
      return threats.map(({ id, threatId, name, foundationalRequirements }) => ({
        ...{ id, threatId, name, foundationalRequirements },
      }));
    case "likelihood":
      return threats.map(({ id, likelihood, consequence: own, reason }) => ({ id, likelihood, own, reason }));
    case "residual":
      return threats.map(({ id, residualLikelihood, residualConsequence, residualReason }) => ({
        ...{ id, residualLikelihood, residualConsequence, residualReason },
      }));
  }
}

/** Whoever saves a step names what they saw of it: another value means that somebody else was faster. */
export function partToken(assessment: RiskAssessment | null, part: RiskPart): string {
  return assessment === null ? "" : fingerprintOf(partOf(assessment, part)).slice(0, 16);
}
