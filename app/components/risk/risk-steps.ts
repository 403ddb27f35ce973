import type { RiskPageParts } from "./risk-parts";

type Progress = Pick<RiskPageParts, "open" | "assessment" | "residual" | "acceptance">;

/** The guided assessment in its order (IEC 62443-3-2 ZCR 5.1 to 5.13); `summary` is the document of it. */
export const RISK_STEPS = [
  "consequence",
  "threats",
  "likelihood",
  "result",
  "residual",
  "target",
  "summary",
] as const;
export type RiskStep = (typeof RISK_STEPS)[number];

export function toStep(value: string | null): RiskStep {
  return RISK_STEPS.find((step) => step === value) ?? "consequence";
}

/** Whether a step says all that it is asked for; the document of it all is never done. */
export function isStepDone(step: RiskStep, page: Progress): boolean {
  const { open, assessment, residual, acceptance } = page;
  switch (step) {
    case "consequence":
      return !open.some(({ kind }) => kind === "consequence");
    case "threats":
      return assessment.threats.length > 0;
    case "likelihood":
      return assessment.threats.length > 0 && !open.some(({ kind }) => kind === "likelihood");
    case "result":
      return open.length === 0;
    case "residual":
      return open.length === 0 && residual.open.length === 0;
    case "target":
      return acceptance.standing === "accepted";
    case "summary":
      return false;
  }
}

/** The step after this one; the last one stays. */
export function nextStep(step: RiskStep): RiskStep {
  return RISK_STEPS[RISK_STEPS.indexOf(step) + 1] ?? step;
}
