import { fixesArriveInTime } from "~/domain/assessment/checks/protection/fixes-arrive-in-time";
import { factScenarios } from "./fact-scenarios";

const policy = { patchDaysCritical: 14, patchDaysHigh: 60 };

factScenarios(fixesArriveInTime, [
  { name: "no rule, nothing to say", given: { facts: { patchDaysCritical: 365 } }, expect: [] },
  {
    name: "fixes on the last day conform",
    given: { policy, facts: { patchDaysCritical: 14, patchDaysHigh: 60 } },
    expect: [
      {
        about: "critical",
        outcome: "conforms",
        severity: "none",
        expected: "A released fix within 14 days of disclosure. Severity of the vulnerability: critical.",
        declared: "Days from disclosure to a released fix: 14. Severity: critical.",
        reason:
          "Fixes are released in the time that the zone allows. Severity of the vulnerability: critical.",
        close: [],
      },
      {
        about: "high",
        outcome: "conforms",
        severity: "none",
        expected: "A released fix within 60 days of disclosure. Severity of the vulnerability: high.",
        declared: "Days from disclosure to a released fix: 60. Severity: high.",
      },
    ],
  },
  {
    name: "fixes a day later do not conform, each severity by itself",
    given: { policy, facts: { patchDaysCritical: 0, patchDaysHigh: 61 } },
    expect: [
      {
        about: "critical",
        outcome: "conforms",
        declared: "Days from disclosure to a released fix: 0. Severity: critical.",
      },
      {
        about: "high",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Days from disclosure to a released fix: 61. Severity: high.",
        reason: "A fix may take 61 days, and the zone allows 60. Severity of the vulnerability: high.",
        close: [
          "supplier: Commit to a released fix within 60 days of disclosure.",
          "hospital: Shield the product until the fix arrives, for example by filters at the edge of its zone, and record that as a countermeasure.",
          "hospital: Accept the longer time by a written exception with an end date.",
        ],
      },
    ],
  },
  {
    name: "one day is spoken as one",
    given: { policy: { patchDaysCritical: 1 }, facts: { patchDaysCritical: 2 } },
    expect: [
      {
        about: "critical",
        outcome: "does-not-conform",
        expected: "A released fix within one day of disclosure. Severity of the vulnerability: critical.",
        reason: "A fix may take 2 days, and the zone allows one. Severity of the vulnerability: critical.",
        close: [
          "supplier: Commit to a released fix within one day of disclosure.",
          "hospital: Shield the product until the fix arrives, for example by filters at the edge of its zone, and record that as a countermeasure.",
          "hospital: Accept the longer time by a written exception with an end date.",
        ],
      },
    ],
  },
  {
    name: "a limit for one severity alone asks nothing of the other",
    given: { policy: { patchDaysHigh: 60 }, facts: { patchDaysCritical: 365, patchDaysHigh: 30 } },
    expect: [{ about: "high", outcome: "conforms" }],
  },
  {
    name: "what is not stated is open",
    given: { policy, facts: { patchDaysHigh: 60 } },
    expect: [
      {
        about: "critical",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say how long a fix takes. Severity: critical.",
        reason: "How soon a vulnerability is fixed is not stated. Severity: critical.",
        close: [
          "supplier: State how many days pass at most from disclosure to a released fix. Severity: critical.",
        ],
      },
      { about: "high", outcome: "conforms" },
    ],
  },
]);
