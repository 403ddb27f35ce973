import { factCheck } from "../../check";
import { compareAtMost, findingsOf, OUTCOME_OF, type Ways } from "../../check-parts";

const id = "fixes-arrive-in-time";
const finding = findingsOf(id, "SI");

const SEVERITIES = ["critical", "high"] as const;
type Days = Readonly<Record<(typeof SEVERITIES)[number], number | null>>;

/**
 * From disclosure to a released fix everybody knows the hole but nobody can close it (IEC 62443-4-1 SUM-5; 81001-5-1
 * 6.1.1; MDS2 CSUP-11). Each severity has a limit of its own, and either may be off.
 */
export const fixesArriveInTime = factCheck<Days, Days>({
  id,
  clauses: [
    { standard: "iec-62443-4-1", ref: "SUM-5" },
    { standard: "iec-81001-5-1", ref: "6.1.1" },
    { standard: "mds2-2019", ref: "CSUP-11" },
  ],
  demandOf: ({ policy: { patchDaysCritical: critical, patchDaysHigh: high } }) =>
    critical === null && high === null ? null : { critical, high },
  subjectOf: ({ facts }) => ({
    critical: facts.patchDaysCritical ?? null,
    high: facts.patchDaysHigh ?? null,
  }),
  evaluate: (limits, stated) =>
    SEVERITIES.flatMap((severity) => {
      const limit = limits[severity];
      if (limit === null) return [];
      const days = stated[severity];
      const state = compareAtMost(limit, days);
      const params = { severity: [severity], days: days ?? "" };
      const demand = { count: limit };
      return [
        finding({
          about: severity,
          outcome: OUTCOME_OF[state],
          state,
          params,
          demand,
          ...waysToClose(state),
        }),
      ];
    }),
});

function waysToClose(state: ReturnType<typeof compareAtMost>): Ways {
  switch (state) {
    case "unstated":
      return { supplier: ["state"] };
    case "broken":
      return { supplier: ["commit"], hospital: ["shield", "except"] };
    case "kept":
      return {};
  }
}
