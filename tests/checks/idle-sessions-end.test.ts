import { idleSessionsEnd } from "~/domain/assessment/checks/protection/idle-sessions-end";
import { factScenarios } from "./fact-scenarios";

const policy = { autoLogoff: true };
const bedside = {
  functions: "watching vital signs",
  requirementIds: ["CR 2.5", "CR 2.7"],
  reason: "A locked screen hides an alarm.",
  compensation: "The device stands in sight of the nurses.",
};

factScenarios(idleSessionsEnd, [
  { name: "no rule, nothing to say", given: { facts: { autoLogoff: false } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { autoLogoff: false }, facts: { autoLogoff: false } },
    expect: [],
  },
  {
    name: "sessions that end conform",
    given: { policy, facts: { autoLogoff: true, essentialFunction: bedside } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "The product locks or ends a session that has not been used for some time.",
        declared: "Idle sessions are locked or ended.",
        reason: "Sessions that nobody uses are locked or ended.",
        close: [],
      },
    ],
  },
  {
    name: "sessions that stay open do not conform",
    given: { policy, facts: { autoLogoff: false } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Idle sessions stay open.",
        reason: "A session that was left open can be used by whoever comes by.",
        close: [
          "supplier: Let the product lock or end idle sessions after a time that the hospital can set.",
          "supplier: If a lock would stand in the way of care, name the function, the reason and what stands in for it (CR 2.5).",
          "hospital: Accept it by a written exception, and let nobody but staff reach the screen.",
        ],
      },
    ],
  },
  {
    name: "a lock that would stand in the way of care is a condition",
    given: { policy, facts: { autoLogoff: false, essentialFunction: bedside } },
    expect: [
      {
        about: "product",
        outcome: "conforms-with-conditions",
        severity: "condition",
        declared:
          "Idle sessions stay open for the sake of watching vital signs: A locked screen hides an alarm.",
        reason:
          "The lock of idle sessions gives way to “watching vital signs”. This is accepted as long as what stands in for it is in place: The device stands in sight of the nurses.",
        close: ["hospital: See that this is in place: The device stands in sight of the nurses."],
      },
    ],
  },
  {
    name: "what gives way must be this row",
    given: {
      policy,
      facts: { autoLogoff: false, essentialFunction: { ...bedside, requirementIds: ["CR 1.1 RE(1)"] } },
    },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "without a reason and something in its place nothing gives way",
    given: {
      policy,
      facts: { autoLogoff: false, essentialFunction: { ...bedside, reason: "", compensation: "" } },
    },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "what is not stated is open, whatever gives way",
    given: { policy, facts: { essentialFunction: bedside } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether idle sessions end.",
        reason: "Whether idle sessions end is not stated.",
        close: ["supplier: State whether the product locks or ends idle sessions."],
      },
    ],
  },
]);
