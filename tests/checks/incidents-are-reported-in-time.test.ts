import { incidentsAreReportedInTime } from "~/domain/assessment/checks/surroundings/incidents-are-reported-in-time";
import { factScenarios } from "./fact-scenarios";

const policy = { incidentNoticeHours: 24 };

factScenarios(incidentsAreReportedInTime, [
  { name: "no rule, nothing to say", given: { facts: { incidentNoticeHours: 720 } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { incidentNoticeHours: null }, facts: { incidentNoticeHours: 720 } },
    expect: [],
  },
  {
    name: "a time that is not stated is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "Word of incidents and exploited vulnerabilities within 24 hours.",
        reason: "How soon the supplier tells the hospital of incidents is not stated.",
        close: ["supplier: State within how many hours the hospital is told."],
      },
    ],
  },
  {
    name: "the last permitted hour is in time",
    given: { policy, facts: { incidentNoticeHours: 24 } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "The supplier tells the hospital within 24 hours.",
        reason: "The supplier tells the hospital in time.",
        close: [],
      },
    ],
  },
  {
    name: "at once is in time",
    given: { policy, facts: { incidentNoticeHours: 0 } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "one hour later is too late",
    given: { policy, facts: { incidentNoticeHours: 25 } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The supplier tells the hospital within 25 hours.",
        reason: "The supplier takes up to 25 hours to tell the hospital. The zone allows 24.",
        close: [
          "supplier: Tell hospitals within 24 hours, and declare it.",
          "hospital: Agree on a shorter time in the contract with the supplier.",
        ],
      },
    ],
  },
]);
