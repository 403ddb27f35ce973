import { essentialFunctionIsKept } from "~/domain/assessment/checks/rows/essential-function-is-kept";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 2.5"), aRow("CR 2.8"), aRow("CR 2.7", { minSl: 3 })];
const slTarget = { UC: 1 } as const;
const essentialFunction = {
  functions: "alarms at the bedside",
  requirementIds: ["CR 2.5", "CR 2.7", "CR 2.8"],
  reason: "A locked screen hides an alarm.",
  compensation: "The room is staffed, and service menus are behind a key.",
};

scenarios(essentialFunctionIsKept, [
  {
    name: "no essential function, nothing gives way",
    given: { slTarget, rows, answers: { "CR 2.5": "not-met", "CR 2.8": "met" } },
    expect: [],
  },
  {
    name: "a bedside device without a session lock is no gap when justified and compensated",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "not-met", "CR 2.8": "met" },
      facts: { essentialFunction },
    },
    expect: [
      {
        about: "CR 2.5",
        outcome: "conforms-with-conditions",
        severity: "condition",
        rows: ["CR 2.5"],
        reason:
          "CR 2.5 gives way to “alarms at the bedside”. This is accepted as long as what stands in for it " +
          "is in place: The room is staffed, and service menus are behind a key.",
        area: "UC",
        close: [
          "hospital: See that this is in place: The room is staffed, and service menus are behind a key.",
        ],
      },
    ],
  },
  {
    name: "a row that cannot stand in the way of care does not give way",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "met", "CR 2.8": "not-met" },
      facts: { essentialFunction },
    },
    expect: [],
  },
  {
    name: "a row that is not named does not give way",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "not-met", "CR 2.8": "met" },
      facts: { essentialFunction: { ...essentialFunction, requirementIds: ["CR 2.7"] } },
    },
    expect: [],
  },
  {
    name: "without a reason nothing gives way",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "not-met", "CR 2.8": "met" },
      facts: { essentialFunction: { ...essentialFunction, reason: "" } },
    },
    expect: [],
  },
  {
    name: "without anything in its place nothing gives way",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "not-met", "CR 2.8": "met" },
      facts: { essentialFunction: { ...essentialFunction, compensation: "" } },
    },
    expect: [],
  },
  {
    name: "a countermeasure that the supplier names is not repeated here",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "met-with-countermeasure", "CR 2.8": "met" },
      facts: { essentialFunction },
    },
    expect: [],
  },
  {
    name: "what the ledger makes up for is said there",
    given: {
      slTarget,
      rows,
      answers: { "CR 2.5": "not-met", "CR 2.8": "met" },
      facts: { essentialFunction },
      countermeasures: [
        { id: "key", title: "Key", requirementIds: ["CR 2.5"], acceptedOn: "2026-01-01", expiresOn: null },
      ],
    },
    expect: [],
  },
]);
