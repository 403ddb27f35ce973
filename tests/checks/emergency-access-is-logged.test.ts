import { emergencyAccessIsLogged } from "~/domain/assessment/checks/protection/emergency-access-is-logged";
import type { PolicyLayer } from "~/domain/policy/policy";
import { factScenarios } from "./fact-scenarios";

const named: PolicyLayer = { loggedEvents: ["sign-on", "emergency-access"] };
const otherEvents: PolicyLayer = { loggedEvents: ["sign-on"] };
const resuscitation = {
  functions: "resuscitation",
  requirementIds: ["CR 2.1 RE(3)"],
  reason: "Nobody can sign in with a patient in their hands.",
  compensation: "",
};

factScenarios(emergencyAccessIsLogged, [
  { name: "without emergency access and without a rule there is nothing to say", given: {}, expect: [] },
  {
    name: "no emergency access is nothing to say where the zone does not ask for it",
    given: { policy: otherEvents, facts: { breakGlass: false, loggedEvents: [] } },
    expect: [],
  },
  {
    name: "where the zone names it, no emergency access conforms",
    given: { policy: named, facts: { breakGlass: false, loggedEvents: ["sign-on"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "Every use of emergency access leaves an entry in the log.",
        declared: "The product has no emergency access.",
        reason: "The product has no emergency access, so there is nothing to record.",
        close: [],
      },
    ],
  },
  {
    name: "emergency access for care that is recorded conforms",
    given: {
      policy: named,
      facts: { breakGlass: true, loggedEvents: ["emergency-access"], essentialFunction: resuscitation },
    },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        declared: "Emergency access is recorded in the log.",
        reason: "Emergency access leaves an entry in the log.",
        close: [],
      },
    ],
  },
  {
    name: "recorded but not explained is a note",
    given: { policy: named, facts: { breakGlass: true, loggedEvents: ["emergency-access"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "note",
        declared: "Emergency access is recorded in the log. The supplier does not say which care needs it.",
        reason:
          "Emergency access leaves an entry in the log, but it is not said which care would wait without it.",
        close: ["supplier: Say which essential function needs emergency access, and why."],
      },
    ],
  },
  {
    name: "a function without a reason explains nothing",
    given: {
      facts: {
        breakGlass: true,
        loggedEvents: ["emergency-access"],
        essentialFunction: { ...resuscitation, reason: "" },
      },
    },
    expect: [{ about: "product", outcome: "conforms", severity: "note" }],
  },
  {
    name: "what is recorded needs no word on whether it exists",
    given: { policy: named, facts: { loggedEvents: ["emergency-access"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        reason: "Emergency access leaves an entry in the log.",
      },
    ],
  },
  {
    name: "neither stated nor recorded is open where the zone names it",
    given: { policy: named, facts: { loggedEvents: ["sign-on"] } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether the product has emergency access.",
        reason: "Whether the product has emergency access is not stated, and its log does not record any.",
        close: [
          "supplier: State whether the product has emergency access, and whether each use is recorded.",
        ],
      },
    ],
  },
  {
    name: "whether it exists is not asked where the zone does not name it",
    given: { policy: otherEvents, facts: { loggedEvents: ["sign-on"] } },
    expect: [],
  },
  {
    name: "unrecorded emergency access does not conform where the zone names it",
    given: {
      policy: named,
      facts: { breakGlass: true, loggedEvents: ["sign-on"], essentialFunction: resuscitation },
    },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "The product has emergency access, which its log does not record.",
        reason: "Whoever uses emergency access leaves no entry in the log.",
        close: [
          "supplier: Record each use of emergency access in the log.",
          "hospital: Have each use of emergency access taken down and looked at afterwards, and record that as a condition or exception.",
        ],
      },
    ],
  },
  {
    name: "unrecorded emergency access is a condition where the zone asks for a log of other events",
    given: { policy: otherEvents, facts: { breakGlass: true, loggedEvents: ["sign-on"] } },
    expect: [{ about: "product", outcome: "conforms-with-conditions", severity: "condition" }],
  },
  {
    name: "unrecorded emergency access is a note where the zone asks for no log",
    given: { facts: { breakGlass: true, loggedEvents: ["sign-on"] } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "note",
        reason: "Whoever uses emergency access leaves no entry in the log.",
      },
    ],
  },
  {
    name: "a rule that names no event is no rule",
    given: { policy: { loggedEvents: [] }, facts: { breakGlass: true, loggedEvents: [] } },
    expect: [{ about: "product", outcome: "conforms", severity: "note" }],
  },
  {
    name: "what the log records not being stated is open where the zone names it",
    given: { policy: named, facts: { breakGlass: true } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The product has emergency access. The supplier does not say what its log records.",
        reason: "Whether the use of emergency access is recorded is not stated.",
        close: ["supplier: State which events the log records."],
      },
    ],
  },
  {
    name: "what the log records not being stated is open where the zone asks for other events",
    given: { policy: otherEvents, facts: { breakGlass: true } },
    expect: [{ about: "product", outcome: "incomplete", severity: "open" }],
  },
  {
    name: "what the log records not being stated is a note where the zone asks for no log",
    given: { facts: { breakGlass: true } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "note",
        reason: "Whether the use of emergency access is recorded is not stated.",
      },
    ],
  },
]);
