import { notApplicableHasAReason } from "~/domain/assessment/checks/rows/not-applicable-has-a-reason";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 2.1"), aRow("CR 2.2"), aRow("CR 2.3", { minSl: 3 })];

scenarios(notApplicableHasAReason, [
  {
    name: "a reason settles it",
    given: {
      slTarget: { UC: 1 },
      rows,
      answers: { "CR 2.1": { value: "not-applicable", note: "no radio" }, "CR 2.2": "met" },
    },
    expect: [],
  },
  {
    name: "one row without a reason is a gap",
    given: { slTarget: { UC: 1 }, rows, answers: { "CR 2.1": "not-applicable", "CR 2.2": "met" } },
    expect: [
      {
        about: "UC",
        outcome: "does-not-conform",
        severity: "gap",
        rows: ["CR 2.1"],
        reason:
          "In use control (UC), CR 2.1 is called not applicable without a reason. It counts as not met until there is one.",
        area: "UC",
        close: [
          "supplier: Write down why each of these does not concern the product: CR 2.1.",
          "supplier: If it does concern the product after all, change the answer to CR 2.1.",
        ],
      },
    ],
  },
  {
    name: "rows of one foundational requirement stand in one finding",
    given: {
      slTarget: { UC: 1 },
      rows,
      answers: { "CR 2.1": { value: "not-applicable", note: " \n" }, "CR 2.2": "not-applicable" },
    },
    expect: [
      {
        about: "UC",
        outcome: "does-not-conform",
        rows: ["CR 2.1", "CR 2.2"],
        reason:
          "In use control (UC), 2 requirements are called not applicable without a reason: CR 2.1, CR 2.2. They count as not met until there is one.",
      },
    ],
  },
  {
    name: "a row above the target is not asked for a reason",
    given: {
      slTarget: { UC: 1 },
      rows,
      answers: { "CR 2.1": "met", "CR 2.2": "met", "CR 2.3": "not-applicable" },
    },
    expect: [],
  },
  {
    name: "other answers need no reason",
    given: { slTarget: { UC: 1 }, rows, answers: { "CR 2.1": "not-met", "CR 2.2": "met" } },
    expect: [],
  },
]);
