import { remoteAccessIsPermitted } from "~/domain/assessment/checks/surroundings/remote-access-is-permitted";
import { factScenarios } from "./fact-scenarios";

factScenarios(remoteAccessIsPermitted, [
  { name: "no rule, nothing to say", given: { facts: { remoteAccess: ["permanent"] } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { remoteAccess: null }, facts: { remoteAccess: ["permanent"] } },
    expect: [],
  },
  {
    name: "remote access that is not stated is open",
    given: { policy: { remoteAccess: ["on-demand"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        expected: "No other remote access than this kind: opened on demand.",
        reason: "Whether there is remote access is not stated.",
        close: ["supplier: State whether and how the product is reached from afar."],
      },
    ],
  },
  {
    name: "a product without remote access conforms, also where none is permitted",
    given: { policy: { remoteAccess: [] }, facts: { remoteAccess: [] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "No remote access at all.",
        reason: "The product has no remote access.",
        close: [],
      },
    ],
  },
  {
    name: "remote access of a permitted kind conforms",
    given: { policy: { remoteAccess: ["on-demand"] }, facts: { remoteAccess: ["on-demand"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        declared: "There is remote access: opened on demand.",
        reason: "Remote access is of a kind that the zone permits.",
        close: [],
      },
    ],
  },
  {
    name: "a kind that the zone does not permit does not conform, even beside one that it does",
    given: { policy: { remoteAccess: ["on-demand"] }, facts: { remoteAccess: ["on-demand", "permanent"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "There is remote access: opened on demand and permanent.",
        reason: "The zone does not permit remote access of this kind: permanent.",
        close: [
          "supplier: Offer remote access only as the zone permits: opened on demand.",
          "hospital: Place the product in a zone that permits this remote access.",
        ],
      },
    ],
  },
  {
    name: "a zone without remote access says so",
    given: { policy: { remoteAccess: [] }, facts: { remoteAccess: ["on-demand"] } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        expected: "No remote access at all.",
        reason: "The zone permits no remote access, and the product has it.",
        close: [
          "supplier: Supply and maintain the product without remote access, and declare it so.",
          "hospital: Place the product in a zone that permits this remote access.",
        ],
      },
    ],
  },
]);
