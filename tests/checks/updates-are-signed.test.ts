import { updatesAreSigned } from "~/domain/assessment/checks/protection/updates-are-signed";
import { factScenarios } from "./fact-scenarios";

const policy = { signedUpdates: true };

factScenarios(updatesAreSigned, [
  { name: "no rule, nothing to say", given: { facts: { signedUpdates: false } }, expect: [] },
  {
    name: "signed updates conform",
    given: { policy, facts: { signedUpdates: true } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "The product installs only updates whose signature it has checked.",
        declared: "Updates are signed, and the product checks the signature.",
        reason: "Updates are signed and checked.",
        close: [],
      },
    ],
  },
  {
    name: "unsigned updates do not conform",
    given: { policy, facts: { signedUpdates: false } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Updates are not signed, or the product does not check the signature.",
        reason: "The product would install an update that somebody else has made.",
        close: [
          "supplier: Sign updates and let the product check them before installation.",
          "hospital: Accept it by a written exception, with updates only by the supplier on site.",
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
        declared: "The supplier does not say whether updates are signed.",
        reason: "Whether updates are signed is not stated.",
        close: ["supplier: State whether updates are signed and checked."],
      },
    ],
  },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { signedUpdates: false }, facts: { signedUpdates: false } },
    expect: [],
  },
]);
