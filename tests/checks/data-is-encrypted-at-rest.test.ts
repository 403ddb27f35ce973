import { dataIsEncryptedAtRest } from "~/domain/assessment/checks/protection/data-is-encrypted-at-rest";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { encryptedAtRest: ["health", "logs"] };

/** Data that the product handles at this place; at the other place everything is the opposite. */
function handled(dataClass: "health" | "logs" | "technical", isEncrypted: boolean | null, isUsed = true) {
  return {
    dataClass,
    stored: isUsed,
    sent: !isUsed,
    encryptedAtRest: isEncrypted,
    encryptedInTransit: !isEncrypted,
  };
}

factScenarios(dataIsEncryptedAtRest, [
  {
    name: "no rule, nothing to say",
    given: { facts: { dataHandling: [handled("health", false)] } },
    expect: [],
  },
  {
    name: "a rule that names no data asks for nothing",
    given: { policy: { encryptedAtRest: [] }, facts: { dataHandling: [handled("health", false)] } },
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
        expected: "If the product stores it, this is encrypted there: health data.",
        declared: "The product stores this encrypted: health data.",
        reason: "Encrypted where it is stored: health data.",
        close: [],
      },
      {
        about: "logs",
        outcome: "conforms",
        severity: "none",
        expected: "If the product stores it, this is encrypted there: logs.",
        declared: "The product does not store this: logs.",
        reason: "There is nothing to encrypt, because the product does not store this: logs.",
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
        expected: "If the product stores it, this is encrypted there: health data.",
        declared: "The product stores this in the clear: health data.",
        reason:
          "Whoever gets hold of the device or its storage can read what it stores in the clear: health data.",
        close: [
          "supplier: Encrypt this where it is stored: health data.",
          "hospital: Lock the device away or encrypt the storage under it, keep its zone apart, and record that as a countermeasure.",
          "hospital: Accept the remaining risk by a written exception with an end date, and have the storage wiped or removed before the device leaves the hospital.",
        ],
      },
      {
        about: "logs",
        outcome: "incomplete",
        severity: "open",
        expected: "If the product stores it, this is encrypted there: logs.",
        declared: "The product stores this, and the supplier does not say whether encrypted: logs.",
        reason: "Whether this is encrypted where it is stored is not stated: logs.",
        close: ["supplier: State whether this is encrypted where it is stored: logs."],
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
        expected: "If the product stores it, this is encrypted there: logs.",
        declared: "The supplier does not say how the product handles this: logs.",
        reason: "Whether and how the product stores this is not stated: logs.",
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
      policy: { encryptedAtRest: ["health"] },
      facts: { dataHandling: [handled("health", true), handled("health", false, false)] },
    },
    expect: [{ about: "health", outcome: "conforms", reason: "Encrypted where it is stored: health data." }],
  },
]);
