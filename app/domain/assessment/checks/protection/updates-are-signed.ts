import { factCheck } from "../../check";
import { compareFlag, findingsOf, OUTCOME_OF, type Ways } from "../../check-parts";

const id = "updates-are-signed";
const finding = findingsOf(id, "SI");

/** An update that anybody could have made is a way in (IEC 62443-4-2 EDR/HDR/NDR 3.10 RE(1); MDS2 SAHD-3.2). */
export const updatesAreSigned = factCheck<true, boolean | null>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: "EDR 3.10 RE(1)" },
    { standard: "iec-62443-4-2", ref: "HDR 3.10 RE(1)" },
    { standard: "iec-62443-4-2", ref: "NDR 3.10 RE(1)" },
    { standard: "iec-62443-4-1", ref: "SUM-4" },
    { standard: "mds2-2019", ref: "SAHD-3.2" },
  ],
  demandOf: ({ policy }) => (policy.signedUpdates ? true : null),
  subjectOf: ({ facts }) => facts.signedUpdates ?? null,
  evaluate: (_demand, areSigned) => {
    const state = compareFlag(areSigned);
    return [finding({ outcome: OUTCOME_OF[state], state, ...waysToClose(state) })];
  },
});

function waysToClose(state: ReturnType<typeof compareFlag>): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["state"] };
    case "broken":
      return { supplier: ["sign"], hospital: ["except"] };
    case "kept":
      return {};
  }
}
