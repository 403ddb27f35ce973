import { factCheck } from "../../check";
import {
  type Comparison,
  compareAllOf,
  demandedValues,
  findingsOf,
  OUTCOME_OF,
  type Values,
  type Ways,
} from "../../check-parts";

const id = "security-events-are-logged";
const finding = findingsOf(id, "UC");

/**
 * What is not recorded cannot be found out afterwards (IEC 62443-4-2 CR 2.8; MDS2 AUDT-2). Emergency access is left to
 * `emergency-access-is-logged`: a product that has none cannot log it.
 */
export const securityEventsAreLogged = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 2.8" },
    { standard: "mds2-2019", ref: "AUDT-2" },
  ],
  demandOf: ({ policy }) =>
    demandedValues(policy.loggedEvents?.filter((event) => event !== "emergency-access") ?? null),
  subjectOf: ({ facts }) => facts.loggedEvents ?? null,
  evaluate: (demanded, logged) => {
    const missing = demanded.filter((event) => !logged?.includes(event));
    const params = { logged: logged ?? [] };
    const demand = { demanded, missing, count: missing.length };
    const state = compareAllOf(demanded, logged);
    return [finding({ outcome: OUTCOME_OF[state], state, params, demand, ...waysToClose(state) })];
  },
});

function waysToClose(state: Comparison): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["state"] };
    case "none":
    case "broken":
      return { supplier: ["log"], hospital: ["watch"] };
    case "kept":
      return {};
  }
}
