import { factCheck } from "../../check";
import { type Care, careBehind, compareFlag, findingsOf, OUTCOME_OF } from "../../check-parts";

const id = "accounts-are-individual";
const finding = findingsOf(id, "IAC");
const ROW = "CR 1.1 RE(1)";

/**
 * Who did it can only be said where each person has an account (IEC 62443-4-2 CR 1.1 RE(1)). A code shared by a ward is
 * a condition, not a gap, where signing in would stand in the way of care and something else stands in (CCSC 1).
 */
export const accountsAreIndividual = factCheck<true, { areIndividual: boolean | null; care: Care | null }>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: ROW },
    { standard: "iec-62443-4-2", ref: "CCSC 1" },
    { standard: "mds2-2019", ref: "PAUT-1" },
  ],
  demandOf: ({ policy }) => (policy.individualAccounts ? true : null),
  subjectOf: ({ facts }) => ({
    areIndividual: facts.individualAccounts ?? null,
    care: careBehind(ROW, facts),
  }),
  evaluate: (_demand, { areIndividual, care }) => {
    const state = compareFlag(areIndividual);
    const outcome = OUTCOME_OF[state];
    switch (state) {
      case "unstated":
        return [finding({ outcome, state: "unstated", supplier: ["state"] })];
      case "broken":
        return care === null
          ? [finding({ outcome, state: "shared", supplier: ["separate", "justify"], hospital: ["except"] })]
          : [
              finding({
                outcome: "conforms-with-conditions",
                state: "gives-way",
                params: { functions: care.functions, why: care.reason, compensation: care.compensation },
                hospital: ["compensate"],
              }),
            ];
      case "kept":
        return [finding({ outcome, state: "individual" })];
    }
  },
});
