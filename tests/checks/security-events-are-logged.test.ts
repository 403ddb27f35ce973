import { securityEventsAreLogged } from "~/domain/assessment/checks/protection/security-events-are-logged";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { loggedEvents: ["sign-on", "failed-sign-on", "update"] };
const expected = "The log records: sign-on/sign-off, failed sign-on and updates.";

factScenarios(securityEventsAreLogged, [
  { name: "no rule, nothing to say", given: { facts: { loggedEvents: [] } }, expect: [] },
  {
    name: "a rule that names no event asks for none",
    given: { policy: { loggedEvents: [] }, facts: { loggedEvents: [] } },
    expect: [],
  },
  {
    name: "emergency access is left to its own check",
    given: { policy: { loggedEvents: ["emergency-access"] }, facts: { loggedEvents: ["sign-on"] } },
    expect: [],
  },
  {
    name: "a log of all that is asked for conforms, also without emergency access",
    given: {
      policy: { loggedEvents: ["sign-on", "emergency-access"] },
      facts: { loggedEvents: ["update", "sign-on"] },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "The log records: sign-on/sign-off.",
        declared: "The log records: sign-on/sign-off and updates.",
        reason: "The log records everything that the zone asks for.",
        close: [],
      },
    ],
  },
  {
    name: "each event that is missing is named, in the order of the list",
    given: { policy, facts: { loggedEvents: ["failed-sign-on"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected,
        declared: "The log records: failed sign-on.",
        reason: "The log leaves out 2 things that the zone asks for: sign-on/sign-off and updates.",
        close: [
          "supplier: Record in the log: sign-on/sign-off and updates.",
          "hospital: Accept it by a written exception, and record at the network or at a gateway what can be seen there.",
        ],
      },
    ],
  },
  {
    name: "one that is missing is one thing",
    given: { policy, facts: { loggedEvents: ["failed-sign-on", "sign-on"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        reason: "The log leaves out one thing that the zone asks for: updates.",
      },
    ],
  },
  {
    name: "no log at all does not conform",
    given: { policy, facts: { loggedEvents: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product records no events.",
        reason: "The product keeps no log, so nobody can find out afterwards what happened on it.",
        close: [
          "supplier: Record in the log: sign-on/sign-off, failed sign-on and updates.",
          "hospital: Accept it by a written exception, and record at the network or at a gateway what can be seen there.",
        ],
      },
    ],
  },
  {
    name: "what is not stated is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected,
        declared: "The supplier does not say what the log records.",
        reason: "What the log records is not stated.",
        close: ["supplier: State which events the log records."],
      },
    ],
  },
]);
