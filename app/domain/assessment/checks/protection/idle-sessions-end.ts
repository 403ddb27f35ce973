import { factCheck } from "../../check";
import { type Care, careBehind, compareFlag, findingsOf, OUTCOME_OF } from "../../check-parts";

const id = "idle-sessions-end";
const finding = findingsOf(id, "UC");
const ROW = "CR 2.5";

/**
 * A session left open belongs to whoever comes by (IEC 62443-4-2 CR 2.5; MDS2 ALOF-1). At a bed the lock itself may
 * harm: justified, and with something that stands in for it, its absence is a condition (CCSC 1, 62443-3-3 4.2).
 */
export const idleSessionsEnd = factCheck<true, { doEnd: boolean | null; care: Care | null }>({
  id,
  clauses: [
    { standard: "iec-62443-4-2", ref: ROW },
    { standard: "iec-62443-4-2", ref: "CCSC 1" },
    { standard: "mds2-2019", ref: "ALOF-1" },
  ],
  demandOf: ({ policy }) => (policy.autoLogoff ? true : null),
  subjectOf: ({ facts }) => ({ doEnd: facts.autoLogoff ?? null, care: careBehind(ROW, facts) }),
  evaluate: (_demand, { doEnd, care }) => {
    const state = compareFlag(doEnd);
    const outcome = OUTCOME_OF[state];
    switch (state) {
      case "unstated":
        return [finding({ outcome, state: "unstated", supplier: ["state"] })];
      case "broken":
        return care === null
          ? [finding({ outcome, state: "open", supplier: ["lock", "justify"], hospital: ["except"] })]
          : [
              finding({
                outcome: "conforms-with-conditions",
                state: "gives-way",
                params: { functions: care.functions, why: care.reason, compensation: care.compensation },
                hospital: ["compensate"],
              }),
            ];
      case "kept":
        return [finding({ outcome, state: "ended" })];
    }
  },
});
