import { logsReachTheSiem } from "~/domain/assessment/checks/protection/logs-reach-the-siem";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { siemChannels: ["syslog-tls", "api"] };

factScenarios(logsReachTheSiem, [
  { name: "no rule, nothing to say", given: { facts: { siemChannels: [] } }, expect: [] },
  {
    name: "a rule that names nothing asks for nothing",
    given: { policy: { siemChannels: [] }, facts: { siemChannels: [] } },
    expect: [],
  },
  {
    name: "one that the zone accepts is enough",
    given: { policy, facts: { siemChannels: ["syslog", "syslog-tls"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected:
          "The log can be sent on in at least one of these ways: Syslog over TLS and an interface for programs.",
        declared: "The log can be sent on by: Syslog without TLS and Syslog over TLS.",
        reason: "The log reaches the hospital's monitoring by: Syslog over TLS.",
        close: [],
      },
    ],
  },
  {
    name: "none that the zone accepts does not conform",
    given: { policy, facts: { siemChannels: ["syslog"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected:
          "The log can be sent on in at least one of these ways: Syslog over TLS and an interface for programs.",
        declared: "The log can be sent on by: Syslog without TLS.",
        reason:
          "The hospital's monitoring does not accept any of the ways in which the product sends its log: Syslog without TLS.",
        close: [
          "supplier: Send the log on in one of these ways: Syslog over TLS and an interface for programs.",
          "hospital: Accept it by a written exception, and fetch the log by hand or through a collector of the zone at set times.",
        ],
      },
    ],
  },
  {
    name: "a product that says it has none does not conform",
    given: { policy, facts: { siemChannels: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected:
          "The log can be sent on in at least one of these ways: Syslog over TLS and an interface for programs.",
        declared: "The log stays on the product.",
        reason: "The log stays on the product, so nobody sees an attack while it runs.",
        close: [
          "supplier: Send the log on in one of these ways: Syslog over TLS and an interface for programs.",
          "hospital: Accept it by a written exception, and fetch the log by hand or through a collector of the zone at set times.",
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
        expected:
          "The log can be sent on in at least one of these ways: Syslog over TLS and an interface for programs.",
        declared: "The supplier does not say how the log leaves the product.",
        reason: "How the log reaches the hospital's monitoring is not stated.",
        close: ["supplier: State how the log can be sent on."],
      },
    ],
  },
]);
