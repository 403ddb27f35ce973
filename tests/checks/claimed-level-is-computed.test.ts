import { claimedLevelIsComputed } from "~/domain/assessment/checks/rows/claimed-level-is-computed";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const rows = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 1.3", { minSl: 3 })];

scenarios(claimedLevelIsComputed, [
  {
    name: "without a claim there is nothing to compare",
    given: { slTarget: { IAC: 2 }, rows, answers: { "CR 1.1": "not-met" } },
    expect: [],
  },
  {
    name: "a claim that the answers show is silent",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met" },
      claimed: { IAC: 2 },
    },
    expect: [],
  },
  {
    name: "a claim below the computed level is silent",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met" },
      claimed: { IAC: 1 },
    },
    expect: [],
  },
  {
    name: "a claim above the computed level is a note where the target does not need it",
    given: {
      slTarget: { IAC: 1 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "not-met" },
      claimed: { IAC: 2 },
    },
    expect: [
      {
        about: "IAC",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.2"],
        reason:
          "The supplier claims SL 2 in identification and authentication control (IAC), but the answers show SL 1. What contradicts the claim: CR 1.2.",
        area: "IAC",
        close: [
          "supplier: Show the claimed level: meet or answer CR 1.2.",
          "supplier: Lower the claim in identification and authentication control (IAC) to SL 1.",
        ],
      },
    ],
  },
  {
    name: "a claim that would not reach the target anyway is a note",
    given: {
      slTarget: { IAC: 3 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "not-met", "CR 1.3": "met" },
      claimed: { IAC: 2 },
    },
    expect: [{ about: "IAC", outcome: "conforms", severity: "note", rows: ["CR 1.2"] }],
  },
  {
    name: "a claim that the target needs comes out like the gap it contradicts",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "not-met" },
      claimed: { IAC: 2 },
    },
    expect: [{ about: "IAC", outcome: "does-not-conform", severity: "gap", rows: ["CR 1.2"] }],
  },
  {
    name: "a claim that the target needs stays open while rows are unanswered",
    given: { slTarget: { IAC: 2 }, rows, answers: { "CR 1.1": "met" }, claimed: { IAC: 3 } },
    expect: [
      {
        about: "IAC",
        outcome: "incomplete",
        severity: "open",
        rows: ["CR 1.2", "CR 1.3"],
        reason:
          "The supplier claims SL 3 in identification and authentication control (IAC), but the answers cannot show it yet. Not answered: CR 1.2, CR 1.3.",
      },
    ],
  },
  {
    name: "a level reached only with countermeasures is no capability of the product",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met-with-countermeasure" },
      claimed: { IAC: 2 },
    },
    expect: [
      {
        about: "IAC",
        outcome: "conforms-with-conditions",
        severity: "condition",
        rows: ["CR 1.2"],
        reason:
          "The supplier claims SL 2 in identification and authentication control (IAC), but the product reaches it only with countermeasures of the zone for CR 1.2. A claimed level is one that the product reaches alone.",
      },
    ],
  },
  {
    name: "what the ledger makes up for is not shown by the product",
    given: {
      slTarget: { IAC: 1 },
      rows,
      answers: { "CR 1.1": "not-met" },
      claimed: { IAC: 1 },
      countermeasures: [
        { id: "door", title: "Door", requirementIds: ["CR 1.1"], acceptedOn: "2026-01-01", expiresOn: null },
      ],
    },
    expect: [{ about: "IAC", outcome: "conforms-with-conditions", severity: "condition", rows: ["CR 1.1"] }],
  },
  {
    name: "a claim that is needed in one area is a note in another",
    given: {
      slTarget: { IAC: 1 },
      rows: [...rows, aRow("CR 2.1")],
      answers: { "CR 1.1": "not-met", "CR 2.1": "not-met" },
      claimed: { IAC: 1, UC: 1 },
    },
    expect: [
      { about: "IAC", outcome: "does-not-conform", area: "IAC", rows: ["CR 1.1"] },
      { about: "UC", outcome: "conforms", severity: "note", area: "UC", rows: ["CR 2.1"] },
    ],
  },
  {
    name: "without a component type there is no level to compare with",
    given: { slTarget: { IAC: 2 }, rows, componentTypes: [], claimed: { IAC: 2 } },
    expect: [],
  },
]);
