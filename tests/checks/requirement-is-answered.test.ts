import { requirementIsAnswered } from "~/domain/assessment/checks/rows/requirement-is-answered";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 7.1"), aRow("CR 7.2"), aRow("CR 7.3", { minSl: 3 }), aRow("CR 1.1")];

scenarios(requirementIsAnswered, [
  {
    name: "everything up to the target is answered, whatever the answer",
    given: { slTarget: { RA: 1 }, rows, answers: { "CR 7.1": "met", "CR 7.2": "not-met" } },
    expect: [],
  },
  {
    name: "one row without an answer keeps the verdict open",
    given: { slTarget: { RA: 1 }, rows, answers: { "CR 7.1": "met" } },
    expect: [
      {
        about: "RA",
        outcome: "incomplete",
        severity: "open",
        rows: ["CR 7.2"],
        reason: "In resource availability (RA), one requirement is not answered yet: CR 7.2.",
        area: "RA",
        close: ["supplier: Answer CR 7.2."],
      },
    ],
  },
  {
    name: "one finding per foundational requirement, rows in order; rows above the target are not asked for",
    given: { slTarget: { IAC: 1, RA: 1 }, rows },
    expect: [
      { about: "IAC", outcome: "incomplete", rows: ["CR 1.1"] },
      {
        about: "RA",
        outcome: "incomplete",
        rows: ["CR 7.1", "CR 7.2"],
        reason: "In resource availability (RA), 2 requirements are not answered yet: CR 7.1, CR 7.2.",
      },
    ],
  },
  {
    name: "a countermeasure of the zone does not answer for the supplier",
    given: {
      slTarget: { RA: 1 },
      rows,
      answers: { "CR 7.1": "met" },
      countermeasures: [
        {
          id: "filter",
          title: "A filter",
          requirementIds: ["CR 7.2"],
          acceptedOn: "2026-01-01",
          expiresOn: null,
        },
      ],
    },
    expect: [{ about: "RA", outcome: "incomplete", rows: ["CR 7.2"] }],
  },
]);
