import { factCheck } from "../../check";
import { compareAtMost, findingsOf, OUTCOME_OF } from "../../check-parts";

const id = "incidents-are-reported-in-time";
const finding = findingsOf(id, "TRE");

/**
 * The hospital's own clocks run from the moment it knows (NIS2 Art. 23, GDPR Art. 33), so it has to hear of incidents
 * and exploited vulnerabilities early enough to act (CRA Art. 14(8)).
 */
export const incidentsAreReportedInTime = factCheck<number, number | null>({
  id,
  clauses: [
    { standard: "eu-cra", ref: "Art. 14(8)" },
    { standard: "eu-nis2", ref: "Art. 23" },
    { standard: "eu-gdpr", ref: "Art. 33" },
  ],
  demandOf: ({ policy }) => policy.incidentNoticeHours,
  subjectOf: ({ facts }) => facts.incidentNoticeHours ?? null,
  evaluate: (limit, hours) => {
    const comparison = compareAtMost(limit, hours);
    const params = { limit, hours: hours ?? "" };
    switch (comparison) {
      case "unstated":
        return [finding({ outcome: OUTCOME_OF[comparison], state: "unstated", params, supplier: ["state"] })];
      case "kept":
        return [finding({ outcome: OUTCOME_OF[comparison], state: "in-time", params })];
      case "broken":
        return [
          finding({
            outcome: OUTCOME_OF[comparison],
            state: "too-late",
            params,
            supplier: ["report-sooner"],
            hospital: ["agree"],
          }),
        ];
    }
  },
});
