import { factCheck } from "../../check";
import {
  type Comparison,
  compareAnyOf,
  demandedValues,
  findingsOf,
  OUTCOME_OF,
  type Values,
  type Ways,
} from "../../check-parts";

const id = "time-is-synchronised";
const finding = findingsOf(id, "UC");

/** Logs of several products tell one story only with one time (IEC 62443-4-2 CR 2.11 RE(1); MDS2 AUDT-4.1.1). */
export const timeIsSynchronised = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 2.11 RE(1)" },
    { standard: "mds2-2019", ref: "AUDT-4.1.1" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.timeSources),
  subjectOf: ({ facts }) => facts.timeSources ?? null,
  evaluate: (accepted, offered) => {
    const params = { offered: offered ?? [] };
    const demand = { accepted, shared: accepted.filter((one) => offered?.includes(one)) };
    const state = compareAnyOf(accepted, offered);
    return [finding({ outcome: OUTCOME_OF[state], state, params, demand, ...waysToClose(state) })];
  },
});

function waysToClose(state: Comparison): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["state"] };
    case "none":
    case "broken":
      return { supplier: ["follow"], hospital: ["set"] };
    case "kept":
      return {};
  }
}
