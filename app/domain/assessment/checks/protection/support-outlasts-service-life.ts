import { addYears, type IsoDate } from "../../../shared/iso-date";
import { factCheck } from "../../check";
import { compareSupport, findingsOf, OUTCOME_OF, type SupportState, type Ways } from "../../check-parts";

const id = "support-outlasts-service-life";
const finding = findingsOf(id, null);

/**
 * A device stays at the bed for longer than software is looked after: from the end of support every new hole stays open
 * (MDS2 RDMP-3; CRA Art. 13(8) ties the period to expected use). Counted from the day of the assessment.
 */
export const supportOutlastsServiceLife = factCheck<number, IsoDate | null>({
  id,
  clauses: [
    { standard: "mds2-2019", ref: "RDMP-3" },
    { standard: "eu-cra", ref: "Art. 13(8)" },
  ],
  demandOf: ({ policy }) => policy.plannedServiceYears,
  subjectOf: ({ facts }) => facts.supportEndsOn ?? null,
  evaluate: (years, endsOn, asOf) => {
    const params = { endsOn: endsOn ?? "" };
    const demand = { needed: addYears(asOf, years) };
    const state = compareSupport(endsOn, asOf, years);
    return [finding({ outcome: OUTCOME_OF[state], state, params, demand, ...waysToClose(state) })];
  },
});

function waysToClose(state: SupportState): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["state"] };
    case "ended":
      return { supplier: ["successor"], hospital: ["isolate"] };
    case "ends-early":
      return { supplier: ["extend"], hospital: ["replace-in-time"] };
    case "kept":
      return {};
  }
}
