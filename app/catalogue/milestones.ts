import type { LegalMilestone } from "~/domain/assessment/assessment";
import type { Confidence } from "~/domain/requirement/component-requirement";
import { deepFreeze } from "./freeze";
import rows from "./milestones.json";

/** `confidence`: that of the date or of the article, whichever is less sure. */
export type CatalogueMilestone = LegalMilestone & { confidence: Confidence };

/**
 * Days on which a law begins to ask something of a product; of a transition its last day. Each day stands in the
 * catalogue's entry of its instrument, and a test compares them: a day that is not there is not invented here.
 */
export const LEGAL_MILESTONES: ReadonlyArray<CatalogueMilestone> = deepFreeze(
  // TypeScript reads the members of JSON as plain strings; tests/catalogue/milestones.test.ts checks them.
  rows as ReadonlyArray<unknown> as ReadonlyArray<CatalogueMilestone>,
);
