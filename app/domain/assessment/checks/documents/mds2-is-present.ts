import type { Regime } from "../../../declaration/fact-values";
import { factCheck } from "../../check";
import { demandedValues, findingsOf, type Values } from "../../check-parts";
import { isOutsideMds2 } from "../../document-parts";

const id = "mds2-is-present";
const finding = findingsOf(id, null);

/**
 * The MDS2 is the form in which a medical device says how it is built. Editions before 2019 ask other questions, so that
 * one of them is recognised and does not count.
 */
export const mds2IsPresent = factCheck<Values, { edition: string | null; regime: Regime | null }>({
  id,
  clauses: [{ standard: "mds2-2019", ref: "DOC-4" }],
  demandOf: ({ policy }) => demandedValues(policy.mds2Editions),
  subjectOf: ({ facts }) => ({ edition: facts.mds2?.edition ?? null, regime: facts.regime ?? null }),
  evaluate: (editions, { edition, regime }) => {
    const params = { editions, edition: edition ?? "" };
    if (edition !== null && editions.includes(edition))
      return [finding({ outcome: "conforms", state: "present", params })];
    if (isOutsideMds2(regime)) return [finding({ outcome: "conforms", state: "not-made-for-it", params })];
    const state = edition === null ? "missing" : "other-edition";
    return [finding({ outcome: "incomplete", state, params, supplier: ["provide"], hospital: ["except"] })];
  },
});
