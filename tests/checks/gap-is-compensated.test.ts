import type { AcceptedCountermeasure } from "~/domain/assessment/assessment";
import { gapIsCompensated } from "~/domain/assessment/checks/rows/gap-is-compensated";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 7.1"), aRow("CR 7.2"), aRow("CR 7.3", { minSl: 3 })];
const slTarget = { RA: 1 } as const;

function aCountermeasure(overrides: Partial<AcceptedCountermeasure> = {}): AcceptedCountermeasure {
  return {
    id: "filter",
    title: "Filter at the boundary",
    requirementIds: ["CR 7.1"],
    acceptedOn: "2026-01-01",
    expiresOn: "2026-12-31",
    ...overrides,
  };
}

scenarios(gapIsCompensated, [
  {
    name: "what the product meets alone needs nothing from the ledger",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "met", "CR 7.2": "met" },
      countermeasures: [aCountermeasure()],
    },
    expect: [],
  },
  {
    name: "a gap that the ledger makes up for is a condition until its last day",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "not-met", "CR 7.2": "met" },
      countermeasures: [aCountermeasure()],
    },
    expect: [
      {
        about: "filter",
        outcome: "conforms-with-conditions",
        severity: "condition",
        rows: ["CR 7.1"],
        reason: "CR 7.1 is made up for by “Filter at the boundary”, accepted until 2026-12-31.",
        area: null,
        close: [
          "hospital: Keep “Filter at the boundary” in place, and review in time whether it still holds.",
          "supplier: Meet CR 7.1 in the product, so that nothing is asked of the zone.",
        ],
      },
    ],
  },
  {
    name: "it also stands in for what the supplier asks of the zone; without an end it says none",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "met-with-countermeasure", "CR 7.2": "not-met" },
      countermeasures: [aCountermeasure({ requirementIds: ["CR 7.2", "CR 7.1"], expiresOn: null })],
    },
    expect: [
      {
        about: "filter",
        outcome: "conforms-with-conditions",
        rows: ["CR 7.1", "CR 7.2"],
        reason: "2 requirements are made up for by “Filter at the boundary”: CR 7.1, CR 7.2.",
      },
    ],
  },
  {
    name: "of two for one row the first by id counts; findings come by id",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "not-met", "CR 7.2": "not-met" },
      countermeasures: [
        aCountermeasure({ id: "b", requirementIds: ["CR 7.1", "CR 7.2"] }),
        aCountermeasure({ id: "a" }),
      ],
    },
    expect: [
      { about: "a", outcome: "conforms-with-conditions", rows: ["CR 7.1"] },
      { about: "b", outcome: "conforms-with-conditions", rows: ["CR 7.2"] },
    ],
  },
  {
    name: "the day before acceptance and the day after the last day it makes up for nothing",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "not-met", "CR 7.2": "not-met" },
      countermeasures: [
        aCountermeasure({ id: "tomorrow", acceptedOn: "2026-11-22" }),
        aCountermeasure({ id: "yesterday", expiresOn: "2026-11-20" }),
      ],
    },
    expect: [],
  },
  {
    name: "on its first and on its last day it counts",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.1": "not-met", "CR 7.2": "not-met" },
      countermeasures: [
        aCountermeasure({ id: "from-today", acceptedOn: "2026-11-21" }),
        aCountermeasure({ id: "until-today", requirementIds: ["CR 7.2"], expiresOn: "2026-11-21" }),
      ],
    },
    expect: [
      { about: "from-today", outcome: "conforms-with-conditions", rows: ["CR 7.1"] },
      { about: "until-today", outcome: "conforms-with-conditions", rows: ["CR 7.2"] },
    ],
  },
  {
    name: "silence and an unfounded not-applicable are the supplier's to mend",
    given: {
      slTarget,
      rows,
      answers: { "CR 7.2": "not-applicable" },
      countermeasures: [aCountermeasure({ requirementIds: ["CR 7.1", "CR 7.2"] })],
    },
    expect: [],
  },
]);
