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

const id = "updates-can-be-installed";
const finding = findingsOf(id, "SI");

/** A hole that nobody can close stays open for as long as the product is used (IEC 62443-4-2 EDR/HDR/NDR 3.10; MDS2 CSUP). */
export const updatesCanBeInstalled = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "EDR 3.10" },
    { standard: "iec-62443-4-2", ref: "HDR 3.10" },
    { standard: "iec-62443-4-2", ref: "NDR 3.10" },
    { standard: "iec-62443-4-1", ref: "SUM-4" },
    { standard: "mds2-2019", ref: "CSUP-1" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.updateMechanisms),
  subjectOf: ({ facts }) => facts.updateMechanisms ?? null,
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
      return { supplier: ["make-updatable"], hospital: ["isolate"] };
    case "broken":
      return { supplier: ["offer"], hospital: ["agree"] };
    case "kept":
      return {};
  }
}
