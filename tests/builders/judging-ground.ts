import type { JudgingGround } from "~/domain/assessment/placed-products";
import { aContent, aRow } from "../domain/assessment/rows";

/** A product that answers one of two rows, and one that answers both. */
export const WEAK = {
  releaseId: "weak",
  name: "Weak 1.0",
  content: aContent({ "CR 1.1": "met", "CR 1.2": "not-met" }),
};
export const STRONG = {
  releaseId: "strong",
  name: "Strong 2.0",
  content: aContent({ "CR 1.1": "met", "CR 1.2": "met" }),
};

/** What products are judged on: two rows, one from level 2 on, and no policy. */
export function aGround(overrides: Partial<JudgingGround> = {}): JudgingGround {
  return {
    modelId: "campus",
    knowledge: {
      requirements: [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 })],
      catalogueVersion: "test",
      mds2Questions: [],
      milestones: [],
      baseline: {},
      referencePolicies: {},
      protocolIds: {},
    },
    organisationPolicy: {},
    ledger: [],
    products: [WEAK, STRONG],
    asOf: "2026-11-21",
    ...overrides,
  };
}
