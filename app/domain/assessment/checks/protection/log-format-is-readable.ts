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

const id = "log-format-is-readable";
const finding = findingsOf(id, "TRE");

/** A log that the tools of the hospital cannot read is read by nobody (IEC 62443-4-2 CR 6.1; MDS2 AUDT-5, AUDT-6). */
export const logFormatIsReadable = factCheck<Values, Values | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "CR 6.1" },
    { standard: "mds2-2019", ref: "AUDT-5" },
  ],
  demandOf: ({ policy }) => demandedValues(policy.logFormats),
  subjectOf: ({ facts }) => facts.logFormats ?? null,
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
      return { supplier: ["write"], hospital: ["translate"] };
    case "kept":
      return {};
  }
}
