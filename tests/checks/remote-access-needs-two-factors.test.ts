import { remoteAccessNeedsTwoFactors } from "~/domain/assessment/checks/surroundings/remote-access-needs-two-factors";
import { factScenarios } from "./fact-scenarios";

const policy = { remoteMultiFactor: true };

factScenarios(remoteAccessNeedsTwoFactors, [
  { name: "no rule, nothing to say", given: { facts: { remoteMultiFactor: false } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { remoteMultiFactor: false }, facts: { remoteMultiFactor: false } },
    expect: [],
  },
  {
    name: "without remote access no factor is missing",
    given: { policy, facts: { remoteAccess: [], remoteMultiFactor: false } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "A second factor for every remote session.",
        reason: "The product has no remote access.",
        close: [],
      },
    ],
  },
  {
    name: "where nothing is stated, it is open",
    given: { policy },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        reason: "Whether remote access needs a second factor is not stated.",
        close: ["supplier: State whether remote access needs a second factor."],
      },
    ],
  },
  {
    name: "remote access with a second factor conforms",
    given: { policy, facts: { remoteAccess: ["permanent"], remoteMultiFactor: true } },
    expect: [
      { about: "product", outcome: "conforms", reason: "A stolen password alone opens nothing.", close: [] },
    ],
  },
  {
    name: "remote access with a password alone does not",
    given: { policy, facts: { remoteAccess: ["on-demand"], remoteMultiFactor: false } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Remote access needs no second factor.",
        reason: "Whoever has the password gets in from afar.",
        close: [
          "supplier: Demand a second factor for every remote session.",
          "hospital: Let every remote session pass a gateway of the hospital that demands a second factor, by a written exception.",
        ],
      },
    ],
  },
  {
    name: "a missing factor counts also where nobody has said whether there is remote access",
    given: { policy, facts: { remoteMultiFactor: false } },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
]);
