import type { Confidence } from "../requirement/component-requirement";
import {
  FOUNDATIONAL_REQUIREMENTS,
  type FoundationalRequirement,
  perFoundation,
  type SecurityLevel,
  type SlVector,
  vectorOf,
} from "../security-level/security-level";
import {
  CONSEQUENCE_CATEGORIES,
  type ConsequenceCategory,
  type Rating,
  type RiskAssessment,
  type ThreatRating,
} from "./risk-assessment";
import { type RiskScale, riskOf } from "./risk-matrix";

/**
 * SL = min(4, ⌊CRRF − 0.25⌋), never below 0, with CRRF = unmitigated risk / tolerable risk. Recalled from the
 * informative annex of IEC 62443-3-2:2020 and found in no public source: whoever uses it compares it with their copy.
 */
export const LEVEL_FORMULA = {
  standard: "iec-62443-3-2",
  confidence: "recalled",
} as const satisfies { standard: string; confidence: Confidence };

/** A threat whose risk is known (IEC 62443-3-2 ZCR 5.5, 5.7). */
export type RatedThreat = {
  threat: ThreatRating;
  consequence: Rating;
  likelihood: Rating;
  /** Without countermeasures, 1 to 25. */
  risk: number;
  /** Cyber risk reduction factor: how many times the risk is what the hospital lives with. */
  reductionFactor: number;
  level: SecurityLevel;
};

export type DerivedLevel = {
  level: SecurityLevel;
  /** The threats of the highest risk among those that this requirement's countermeasures work against. */
  drivers: ReadonlyArray<RatedThreat>;
  /** `untouched`: no threat of the list concerns it; `unrated`: some do, none has been rated. */
  basis: "rated" | "unrated" | "untouched";
};

export type DerivedTarget = {
  vector: SlVector;
  levels: Readonly<Record<FoundationalRequirement, DerivedLevel>>;
  /** The worst risk first. */
  threats: ReadonlyArray<RatedThreat>;
  worstConsequence: WorstConsequence | null;
  tolerableRisk: number;
};
export type WorstConsequence = { rating: Rating; categories: ReadonlyArray<ConsequenceCategory> };

/**
 * The level that brings a risk down to what is tolerable, 0 to 4. Computed in whole numbers (quarters), so that a
 * risk exactly on a step is on it in every engine.
 */
export function levelOfRisk(risk: number, tolerableRisk: number): SecurityLevel {
  const level = Math.floor((4 * risk - tolerableRisk) / (4 * tolerableRisk));
  return level >= 4 ? 4 : level === 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0;
}

/** The smallest risk that asks for a level: what a matrix of whole numbers makes of the formula. */
export function riskFromWhich(level: Exclude<SecurityLevel, 0>, tolerableRisk: number): number {
  return Math.ceil(((4 * level + 1) * tolerableRisk) / 4);
}

/** The highest consequence of those that have been rated, with what it concerns (ZCR 5.3). */
export function worstConsequence({
  consequence,
}: Pick<RiskAssessment, "consequence">): WorstConsequence | null {
  const rated = CONSEQUENCE_CATEGORIES.flatMap((category) => consequence[category] ?? []);
  if (rated.length === 0) return null;
  const rating = rated.reduce<Rating>((worst, one) => (one > worst ? one : worst), 1);
  return {
    rating,
    categories: CONSEQUENCE_CATEGORIES.filter((category) => consequence[category] === rating),
  };
}

/**
 * What the hospital can live with at this element: its own word, else the matrix (ZCR 5.7).
 */
export function tolerableRiskOf(
  assessment: Pick<RiskAssessment, "tolerableRisk">,
  matrix: RiskScale,
): number {
  return assessment.tolerableRisk ?? matrix.tolerableRisk;
}

/** What a threat does at worst: no more than the worst that can happen to the element at all. */
export function consequenceOf(threat: Pick<ThreatRating, "consequence">, worst: Rating): Rating {
  return threat.consequence !== null && threat.consequence < worst ? threat.consequence : worst;
}

/**
 * The target that follows from a risk assessment (IEC 62443-3-2 ZCR 5.6): per foundational requirement the level of
 * the worst risk among the threats that its countermeasures work against. What is not rated yet raises nothing; the
 * result says where that is so. The order of threats does not matter.
 */
export function deriveTarget(assessment: RiskAssessment, matrix: RiskScale): DerivedTarget {
  const worst = worstConsequence(assessment);
  const tolerableRisk = tolerableRiskOf(assessment, matrix);
  const threats = assessment.threats
    .flatMap((threat) => (worst ? rated(threat, worst.rating, tolerableRisk, matrix) : []))
    .toSorted((a, b) => b.risk - a.risk || (a.threat.id < b.threat.id ? -1 : 1));
  const levels = perFoundation((fr) => derivedLevel(fr, assessment, threats));
  return {
    vector: vectorOf((fr) => levels[fr].level),
    levels,
    threats,
    worstConsequence: worst,
    tolerableRisk,
  };
}

function rated(
  threat: ThreatRating,
  worst: Rating,
  tolerableRisk: number,
  matrix: RiskScale,
): ReadonlyArray<RatedThreat> {
  const { likelihood } = threat;
  if (likelihood === null) return [];
  const consequence = consequenceOf(threat, worst);
  const risk = riskOf(matrix, consequence, likelihood);
  const reductionFactor = risk / tolerableRisk;
  return [
    { threat, consequence, likelihood, risk, reductionFactor, level: levelOfRisk(risk, tolerableRisk) },
  ];
}

function derivedLevel(
  fr: FoundationalRequirement,
  { threats: all }: RiskAssessment,
  threats: ReadonlyArray<RatedThreat>,
): DerivedLevel {
  const against = threats.filter(({ threat }) => threat.foundationalRequirements.includes(fr));
  const [first] = against;
  if (!first) {
    const isTouched = all.some(({ foundationalRequirements }) => foundationalRequirements.includes(fr));
    return { level: 0, drivers: [], basis: isTouched ? "unrated" : "untouched" };
  }
  return { level: first.level, drivers: against.filter(({ risk }) => risk === first.risk), basis: "rated" };
}

/** The foundational requirements that no threat of the list concerns. */
export function untouchedRequirements({ levels }: DerivedTarget): ReadonlyArray<FoundationalRequirement> {
  return FOUNDATIONAL_REQUIREMENTS.filter((fr) => levels[fr].basis === "untouched");
}
