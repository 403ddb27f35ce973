import { vulnerabilitiesHaveAnAddress } from "~/domain/assessment/checks/documents/vulnerabilities-have-an-address";
import { factScenarios } from "./fact-scenarios";

const policy = { vulnerabilityContact: true };

factScenarios(vulnerabilitiesHaveAnAddress, [
  { name: "no rule, nothing to say", given: {}, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { vulnerabilityContact: false } },
    expect: [],
  },
  {
    name: "an address conforms",
    given: { policy, facts: { vulnerabilityContact: "psirt@fiktiva.example" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        area: null,
        expected: "An address to which vulnerabilities can be reported.",
        declared: "psirt@fiktiva.example",
        reason: "Vulnerabilities can be reported to psirt@fiktiva.example.",
        close: [],
      },
    ],
  },
  {
    name: "no address is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "No address for vulnerabilities.",
        reason: "Where vulnerabilities can be reported is not stated.",
        close: [
          "supplier: State an address to which vulnerabilities can be reported and at which somebody reads.",
        ],
      },
    ],
  },
]);
