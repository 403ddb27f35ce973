import { countermeasureIsDescribed } from "~/domain/assessment/checks/rows/countermeasure-is-described";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 7.1"), aRow("CR 7.2"), aRow("CR 7.3", { minSl: 3 })];

scenarios(countermeasureIsDescribed, [
  {
    name: "no countermeasure, nothing to describe",
    given: { slTarget: { RA: 1 }, rows, answers: { "CR 7.1": "met", "CR 7.2": "not-met" } },
    expect: [],
  },
  {
    name: "what the zone must provide is one condition per row, in the supplier's words",
    given: {
      slTarget: { RA: 1 },
      rows,
      answers: {
        "CR 7.1": { value: "met-with-countermeasure", note: " a rate limit at the boundary " },
        "CR 7.2": { value: "met-with-countermeasure", note: "a filter" },
      },
    },
    expect: [
      {
        about: "CR 7.1",
        outcome: "conforms-with-conditions",
        severity: "condition",
        rows: ["CR 7.1"],
        reason: "CR 7.1 is met only with something that the zone must provide: a rate limit at the boundary",
        area: "RA",
        close: [
          "hospital: Provide in the zone what CR 7.1 leans on, and keep it for as long as the product is there.",
        ],
      },
      { about: "CR 7.2", outcome: "conforms-with-conditions" },
    ],
  },
  {
    name: "without a description the description is the condition",
    given: { slTarget: { RA: 1 }, rows, answers: { "CR 7.1": "met-with-countermeasure", "CR 7.2": "met" } },
    expect: [
      {
        about: "CR 7.1",
        outcome: "conforms-with-conditions",
        reason:
          "CR 7.1 is met only with something that the zone must provide, and the supplier does not say what.",
        close: [
          "supplier: Describe the countermeasure that CR 7.1 needs, so that the hospital can provide it.",
        ],
      },
    ],
  },
  {
    name: "a row above the target asks nothing of the zone",
    given: {
      slTarget: { RA: 1 },
      rows,
      answers: { "CR 7.1": "met", "CR 7.2": "met", "CR 7.3": "met-with-countermeasure" },
    },
    expect: [],
  },
]);
