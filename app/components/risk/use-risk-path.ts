import { paths } from "~/paths";
import type { RiskPageParts } from "./risk-parts";
import type { RiskStep } from "./risk-steps";

/** The address of a step of the same zone or conduit. */
export function useRiskPath({ modelId, element }: Pick<RiskPageParts, "modelId" | "element">) {
  return (step: RiskStep) => paths.elementRisk(modelId, element, { step });
}
