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

const id = "logs-reach-the-siem";
const finding = findingsOf(id, "TRE");

/** An attack is seen while it runs only where the log leaves the product by itself (IEC 62443-4-2 CR 6.1 RE(1), CR 6.2). */
export const logsReachTheSiem = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 6.1 RE(1)" },
    { standard: "iec-62443-4-2", ref: "CR 6.2" },
    { standard: "mds2-2019", ref: "AUDT-5.2" },
    { standard: "mds2-2019", ref: "AUDT-5.3" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.siemChannels),
  subjectOf: ({ facts }) => facts.siemChannels ?? null,
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
      return { supplier: ["send"], hospital: ["collect"] };
    case "kept":
      return {};
  }
}
