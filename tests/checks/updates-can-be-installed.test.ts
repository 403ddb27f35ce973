import { updatesCanBeInstalled } from "~/domain/assessment/checks/protection/updates-can-be-installed";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const policy: PolicyLayer = { updateMechanisms: ["remote-by-owner", "local-by-owner"] };

factScenarios(updatesCanBeInstalled, [
  { name: "no rule, nothing to say", given: { facts: { updateMechanisms: [] } }, expect: [] },
  {
    name: "a rule that names nothing asks for nothing",
    given: { policy: { updateMechanisms: [] }, facts: { updateMechanisms: [] } },
    expect: [],
  },
  {
    name: "one that the zone accepts is enough",
    given: { policy, facts: { updateMechanisms: ["vendor-on-site", "local-by-owner"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected:
          "Updates can be installed in at least one of these ways: remotely by the hospital and on site by the hospital.",
        declared: "Updates are installed in this way: on site by the hospital and on site by the supplier.",
        reason: "Updates can be installed in a way that suits the zone: on site by the hospital.",
        close: [],
      },
    ],
  },
  {
    name: "none that the zone accepts does not conform",
    given: { policy, facts: { updateMechanisms: ["vendor-remote"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected:
          "Updates can be installed in at least one of these ways: remotely by the hospital and on site by the hospital.",
        declared: "Updates are installed in this way: remotely by the supplier.",
        reason:
          "The zone does not accept any of the ways in which the product is updated: remotely by the supplier.",
        close: [
          "supplier: Offer updates in one of these ways: remotely by the hospital and on site by the hospital.",
          "hospital: Accept it by a written exception, with fixed times for updates agreed with the supplier.",
        ],
      },
    ],
  },
  {
    name: "a product that says it has none does not conform",
    given: { policy, facts: { updateMechanisms: [] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        expected:
          "Updates can be installed in at least one of these ways: remotely by the hospital and on site by the hospital.",
        declared: "The product cannot be updated.",
        reason: "The product cannot be updated, so every hole stays open for as long as it is used.",
        close: [
          "supplier: Make the product able to take updates, in one of these ways: remotely by the hospital and on site by the hospital.",
          "hospital: Accept it by a written exception, keep the product apart from all it does not need, and plan its replacement.",
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
          "Updates can be installed in at least one of these ways: remotely by the hospital and on site by the hospital.",
        declared: "The supplier does not say how updates are installed.",
        reason: "How updates are installed is not stated.",
        close: ["supplier: State how updates are installed."],
      },
    ],
  },
]);
