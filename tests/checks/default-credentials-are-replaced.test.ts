import { defaultCredentialsAreReplaced } from "~/domain/assessment/checks/protection/default-credentials-are-replaced";
import { factScenarios } from "./fact-scenarios";

factScenarios(defaultCredentialsAreReplaced, [
  { name: "no rule, nothing to say", given: { facts: { defaultCredentials: "fixed" } }, expect: [] },
  {
    name: "no default password conforms",
    given: { policy: { defaultCredentials: ["none"] }, facts: { defaultCredentials: "none" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "What the zone accepts for default passwords, at worst: none.",
        declared: "Default passwords: none.",
        reason: "The product comes without default passwords.",
        close: [],
      },
    ],
  },
  {
    name: "passwords that must be changed conform where the zone permits them",
    given: {
      policy: { defaultCredentials: ["none", "forced-change"] },
      facts: { defaultCredentials: "forced-change" },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "What the zone accepts for default passwords, at worst: must be changed at first use.",
        declared: "Default passwords: must be changed at first use.",
        reason: "Default passwords must be changed at first use, so none stays in use.",
        close: [],
      },
    ],
  },
  {
    name: "what is better than the zone permits is permitted",
    given: { policy: { defaultCredentials: ["changeable"] }, facts: { defaultCredentials: "forced-change" } },
    expect: [{ about: "product", outcome: "conforms", severity: "none" }],
  },
  {
    name: "passwords that must be changed do not conform where the zone wants none",
    given: { policy: { defaultCredentials: ["none"] }, facts: { defaultCredentials: "forced-change" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Default passwords: must be changed at first use.",
        reason:
          "The product comes with default passwords. They must be changed at first use, but the zone accepts none at all.",
        close: [
          "supplier: Deliver the product without default passwords.",
          "hospital: Accept it by a written exception, and set all passwords before the product is connected.",
        ],
      },
    ],
  },
  {
    name: "where the zone permits nothing there must be no default password",
    given: { policy: { defaultCredentials: [] }, facts: { defaultCredentials: "forced-change" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "What the zone accepts for default passwords, at worst: none.",
      },
    ],
  },
  {
    name: "where the zone permits nothing no default password conforms",
    given: { policy: { defaultCredentials: [] }, facts: { defaultCredentials: "none" } },
    expect: [{ about: "product", outcome: "conforms" }],
  },
  {
    name: "passwords that nobody has to change do not conform",
    given: { policy: { defaultCredentials: ["forced-change"] }, facts: { defaultCredentials: "changeable" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Default passwords: can be changed.",
        reason: "Default passwords can be changed, but nothing makes anybody do it.",
        close: [
          "supplier: Make the product demand a new password at first use.",
          "hospital: Change all default passwords before the product goes into use, and have that confirmed in writing.",
        ],
      },
    ],
  },
  {
    name: "where they are permitted, that somebody has to change them is worth a note",
    given: { policy: { defaultCredentials: ["changeable"] }, facts: { defaultCredentials: "changeable" } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "note",
        expected: "What the zone accepts for default passwords, at worst: can be changed.",
        reason: "Default passwords can be changed, but nothing makes anybody do it.",
      },
    ],
  },
  {
    name: "passwords that cannot be changed do not conform",
    given: { policy: { defaultCredentials: ["changeable", "none"] }, facts: { defaultCredentials: "fixed" } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Default passwords: cannot be changed.",
        reason:
          "Default passwords cannot be changed. Whoever has read the manual can sign in for as long as the product is used.",
        close: [
          "supplier: Let all passwords be changed.",
          "hospital: Let nobody but named people reach the product, on the network and at the device, and put that in writing.",
        ],
      },
    ],
  },
  {
    name: "where even they are permitted, it is worth a note",
    given: { policy: { defaultCredentials: ["fixed"] }, facts: { defaultCredentials: "fixed" } },
    expect: [{ about: "product", outcome: "conforms", severity: "note" }],
  },
  {
    name: "what is not stated is open",
    given: { policy: { defaultCredentials: ["none", "forced-change"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "What the zone accepts for default passwords, at worst: must be changed at first use.",
        declared: "The supplier does not say how the product handles default passwords.",
        reason:
          "Whether the product comes with default passwords, and whether they can be changed, is not stated.",
        close: [
          "supplier: State whether the product comes with default passwords and whether they can or must be changed.",
        ],
      },
    ],
  },
]);
