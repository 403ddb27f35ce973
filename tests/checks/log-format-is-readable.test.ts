import { logFormatIsReadable } from "~/domain/assessment/checks/protection/log-format-is-readable";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { logFormats: ["syslog-rfc5424", "ihe-atna"] };

factScenarios(logFormatIsReadable, [
  { name: "no rule, nothing to say", given: { facts: { logFormats: [] } }, expect: [] },
  {
    name: "a rule that names nothing asks for nothing",
    given: { policy: { logFormats: [] }, facts: { logFormats: [] } },
    expect: [],
  },
  {
    name: "one that the zone accepts is enough",
    given: { policy, facts: { logFormats: ["proprietary", "ihe-atna"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "The log is written in at least one of these forms: Syslog (RFC 5424) and IHE ATNA.",
        declared: "The log is written as: IHE ATNA and a format of its own.",
        reason: "The hospital's tools can read the log: IHE ATNA.",
        close: [],
      },
    ],
  },
  {
    name: "none that the zone accepts does not conform",
    given: { policy, facts: { logFormats: ["proprietary", "json"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected: "The log is written in at least one of these forms: Syslog (RFC 5424) and IHE ATNA.",
        declared: "The log is written as: JSON and a format of its own.",
        reason:
          "The log is written in a form that the hospital's tools do not read: JSON and a format of its own.",
        close: [
          "supplier: Write the log in one of these forms: Syslog (RFC 5424) and IHE ATNA.",
          "hospital: Accept it by a written exception, and put a converter between the product and the hospital's tools.",
        ],
      },
    ],
  },
  {
    name: "a product that says it has none does not conform",
    given: { policy, facts: { logFormats: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected: "The log is written in at least one of these forms: Syslog (RFC 5424) and IHE ATNA.",
        declared: "The product writes no log in any known form.",
        reason: "The product writes no log that a program could read.",
        close: [
          "supplier: Write the log in one of these forms: Syslog (RFC 5424) and IHE ATNA.",
          "hospital: Accept it by a written exception, and put a converter between the product and the hospital's tools.",
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
        expected: "The log is written in at least one of these forms: Syslog (RFC 5424) and IHE ATNA.",
        declared: "The supplier does not say in which form the log is written.",
        reason: "The form of the log is not stated.",
        close: ["supplier: State in which form the log is written."],
      },
    ],
  },
]);
