import { deriveTarget, type RatedThreat } from "./derive-target";
import type { Rating, RiskAssessment } from "./risk-assessment";
import { type RiskScale, riskOf } from "./risk-matrix";

/** A threat with what is left of its risk (IEC 62443-3-2 ZCR 5.9, 5.10). */
export type ResidualThreat = RatedThreat & {
  /** null = not rated again. */
  residualLikelihood: Rating | null;
  residualConsequence: Rating | null;
  residualRisk: number | null;
  /** null = above tolerable without countermeasures, and nobody has said what these do. */
  isTolerable: boolean | null;
};

export type ResidualRisk = {
  /** In the order of the unmitigated risk, the worst first. */
  threats: ReadonlyArray<ResidualThreat>;
  tolerableRisk: number;
  /** The highest that is left, where every threat is rated. */
  worst: number | null;
  /** Those that need additional countermeasures or a written acceptance (ZCR 5.12). */
  aboveTolerable: ReadonlyArray<ResidualThreat>;
  /** Those whose residual risk nobody has rated although it matters. */
  open: ReadonlyArray<ResidualThreat>;
};

/**
 * What is left of each risk with the countermeasures that exist, compared with what is tolerable (ZCR 5.8 to 5.11).
 * Countermeasures change likelihood or consequence, never upwards: a residual rating above the first one counts as the
 * first, and of two the one that nobody has rated again stays as it was.
 */
export function residualRisk(assessment: RiskAssessment, matrix: RiskScale): ResidualRisk {
  const { threats: rated, tolerableRisk } = deriveTarget(assessment, matrix);
  const threats = rated.map((one) => withResidual(one, tolerableRisk, matrix));
  const left = threats.map(({ risk, residualRisk: rest, isTolerable }) =>
    rest === null && isTolerable ? risk : rest,
  );
  return {
    threats,
    tolerableRisk,
    worst: left.length === 0 || left.includes(null) ? null : Math.max(...left.map((risk) => risk ?? 0)),
    aboveTolerable: threats.filter(({ isTolerable }) => isTolerable === false),
    open: threats.filter(({ isTolerable }) => isTolerable === null),
  };
}

function withResidual(one: RatedThreat, tolerableRisk: number, matrix: RiskScale): ResidualThreat {
  const { residualLikelihood: likelihood, residualConsequence: consequence = null } = one.threat;
  if (likelihood === null && consequence === null) {
    const isTolerable = one.risk <= tolerableRisk ? true : null;
    return { ...one, residualLikelihood: null, residualConsequence: null, residualRisk: null, isTolerable };
  }
  const residualLikelihood = lowerOf(one.likelihood, likelihood);
  const residualConsequence = lowerOf(one.consequence, consequence);
  const rest = riskOf(matrix, residualConsequence, residualLikelihood);
  return {
    ...{ ...one, residualLikelihood, residualConsequence, residualRisk: rest },
    isTolerable: rest <= tolerableRisk,
  };
}

function lowerOf(first: Rating, again: Rating | null): Rating {
  return again !== null && again < first ? again : first;
}
