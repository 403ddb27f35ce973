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
    name: "without a component type there is no level to compare with",
    given: { slTarget: { IAC: 2 }, rows, componentTypes: [], claimed: { IAC: 2 } },
    expect: [],
  },
]);
