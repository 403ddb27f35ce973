import { accountsAreIndividual } from "~/domain/assessment/checks/protection/accounts-are-individual";
import { factScenarios } from "./fact-scenarios";

const policy = { individualAccounts: true };
const wardCode = {
  functions: "starting ventilation",
  requirementIds: ["CR 1.1 RE(1)"],
  reason: "Staff of several wards help in an emergency.",
  compensation: "The room is open to staff only.",
};

factScenarios(accountsAreIndividual, [
  { name: "no rule, nothing to say", given: { facts: { individualAccounts: false } }, expect: [] },
  {
    name: "a rule that the zone has switched off is silent",
    given: { policy: { individualAccounts: false }, facts: { individualAccounts: false } },
    expect: [],
  },
  {
    name: "accounts of one person each conform",
    given: { policy, facts: { individualAccounts: true, essentialFunction: wardCode } },
    expect: [
      {
        about: "product",
        outcome: "conforms",
        severity: "none",
        expected: "Each person signs in with an account of their own.",
        declared: "Accounts belong to one person each.",
        reason: "Each person has an account of their own.",
        close: [],
      },
    ],
  },
  {
    name: "shared accounts do not conform",
    given: { policy, facts: { individualAccounts: false } },
    expect: [
      {
        about: "product",
        outcome: "does-not-conform",
        severity: "gap",
        declared: "Accounts are shared.",
        reason: "Accounts are shared, so nobody can say afterwards who did what.",
        close: [
          "supplier: Let each person sign in with an account of their own, for example with a badge.",
          "supplier: If a shared account is needed for care, name the function, the reason and what stands in for it (CR 1.1 RE(1)).",
          "hospital: Accept it by a written exception, and limit by other means who can reach the product.",
        ],
      },
    ],
  },
  {
    name: "a code shared by a ward for the sake of care is a condition",
    given: { policy, facts: { individualAccounts: false, essentialFunction: wardCode } },
    expect: [
      {
        about: "product",
        outcome: "conforms-with-conditions",
        severity: "condition",
        declared:
          "Accounts are shared for the sake of starting ventilation: Staff of several wards help in an emergency.",
        reason:
          "Accounts of one person each give way to “starting ventilation”. This is accepted as long as what stands in for them is in place: The room is open to staff only.",
        close: ["hospital: See that this is in place: The room is open to staff only."],
      },
    ],
  },
  {
    name: "what gives way must be this row",
    given: {
      policy,
      facts: { individualAccounts: false, essentialFunction: { ...wardCode, requirementIds: ["CR 2.5"] } },
    },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "without a reason nothing gives way",
    given: { policy, facts: { individualAccounts: false, essentialFunction: { ...wardCode, reason: " " } } },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "without something in its place nothing gives way",
    given: {
      policy,
      facts: { individualAccounts: false, essentialFunction: { ...wardCode, compensation: "" } },
    },
    expect: [{ about: "product", outcome: "does-not-conform" }],
  },
  {
    name: "what is not stated is open, whatever gives way",
    given: { policy, facts: { essentialFunction: wardCode } },
    expect: [
      {
        about: "product",
        outcome: "incomplete",
        severity: "open",
        declared: "The supplier does not say whether accounts belong to one person each.",
        reason: "Whether each person has an account of their own is not stated.",
        close: ["supplier: State whether each person can have an account of their own."],
      },
    ],
  },
]);
