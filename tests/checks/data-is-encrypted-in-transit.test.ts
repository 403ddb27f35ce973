import { dataIsEncryptedInTransit } from "~/domain/assessment/checks/protection/data-is-encrypted-in-transit";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { encryptedInTransit: ["health", "logs"] };

/** Data that the product handles at this place; at the other place everything is the opposite. */
function handled(dataClass: "health" | "logs" | "technical", isEncrypted: boolean | null, isUsed = true) {
  return {
    dataClass,
    sent: isUsed,
    stored: !isUsed,
    encryptedInTransit: isEncrypted,
    encryptedAtRest: !isEncrypted,
  };
}

factScenarios(dataIsEncryptedInTransit, [
  {
    name: "no rule, nothing to say",
    given: { facts: { dataHandling: [handled("health", false)] } },
    expect: [],
  },
  {
    name: "a rule that names no data asks for nothing",
    given: { policy: { encryptedInTransit: [] }, facts: { dataHandling: [handled("health", false)] } },
    expect: [],
  },
  {
    name: "encrypted data conforms, and what the product does not handle there is fine",
    given: {
      policy,
      facts: {
        dataHandling: [handled("logs", false, false), handled("health", true), handled("technical", false)],
      },
    },
    expect: [
      {
        about: "health",
        outcome: "conforms",
        severity: "none",
        expected: "If the product sends it, this is encrypted on the way: health data.",
        declared: "The product sends this encrypted: health data.",
        reason: "Encrypted on the way: health data.",
        close: [],
      },
      {
        about: "logs",
        outcome: "conforms",
        severity: "none",
        expected: "If the product sends it, this is encrypted on the way: logs.",
        declared: "The product does not send this: logs.",
        reason: "There is nothing to encrypt on the way, because the product does not send this: logs.",
        close: [],
      },
    ],
  },
  {
    name: "data in the clear does not conform, and what is not said is open",
    given: { policy, facts: { dataHandling: [handled("health", false), handled("logs", null)] } },
    expect: [
      {
        about: "health",
        outcome: "does-not-conform",
        severity: "gap",
        expected: "If the product sends it, this is encrypted on the way: health data.",
        declared: "The product sends this in the clear: health data.",
        reason: "Whoever shares the network can read what the product sends in the clear: health data.",
        close: [
          "supplier: Encrypt this on the way, for example with TLS: health data.",
          "hospital: Lead the traffic through an encrypted tunnel or keep it in a segment of its own, and record that as a countermeasure.",
          "hospital: Accept the remaining risk by a written exception with an end date.",
        ],
      },
      {
        about: "logs",
        outcome: "incomplete",
        severity: "open",
        expected: "If the product sends it, this is encrypted on the way: logs.",
        declared: "The product sends this, and the supplier does not say whether encrypted: logs.",
        reason: "Whether this is encrypted on the way is not stated: logs.",
        close: ["supplier: State whether this is encrypted on the way: logs."],
      },
    ],
  },
  {
    name: "data that is not described is open",
    given: { policy, facts: { dataHandling: [handled("health", true)] } },
    expect: [
      { about: "health", outcome: "conforms" },
      {
        about: "logs",
        outcome: "incomplete",
        severity: "open",
        expected: "If the product sends it, this is encrypted on the way: logs.",
        declared: "The supplier does not say how the product handles this: logs.",
        reason: "Whether and how the product sends this is not stated: logs.",
        close: ["supplier: State whether the product stores or sends this, and whether encrypted: logs."],
      },
    ],
  },
  {
    name: "where nothing is described each class is open",
    given: { policy },
    expect: [
      { about: "health", outcome: "incomplete", severity: "open" },
      { about: "logs", outcome: "incomplete", severity: "open" },
    ],
  },
  {
    name: "of two entries for one class the worse counts",
    given: {
      policy,
      facts: {
        dataHandling: [
          handled("health", true),
          handled("health", false),
          handled("health", null),
          handled("logs", true),
          handled("logs", null),
        ],
      },
    },
    expect: [
      { about: "health", outcome: "does-not-conform" },
      { about: "logs", outcome: "incomplete" },
    ],
  },
  {
    name: "what holds for data that is not handled there decides nothing",
    given: {
      policy: { encryptedInTransit: ["health"] },
      facts: { dataHandling: [handled("health", true), handled("health", false, false)] },
    },
    expect: [{ about: "health", outcome: "conforms", reason: "Encrypted on the way: health data." }],
  },
]);
