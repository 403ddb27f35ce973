import { capabilityMeetsTarget } from "~/domain/assessment/checks/rows/capability-meets-target";
import { aRow } from "../domain/assessment/rows";
import { scenarios } from "./scenarios";

const base = aRow("CR 1.1");
const second = aRow("CR 1.2", { minSl: 2 });
const enhancement = aRow("CR 1.1 RE(1)", { minSl: 2 });
const rows = [base, second, enhancement];

scenarios(capabilityMeetsTarget, [
  {
    name: "every row up to the target met conforms",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met-by-configuration", "CR 1.1 RE(1)": "met" },
    },
    expect: [
      {
        about: "IAC",
        outcome: "conforms",
        severity: "none",
        rows: [],
        reason:
          "The product reaches SL 4 in identification and authentication control (IAC) on its own. The zone asks for SL 2.",
        close: [],
      },
    ],
  },
  {
    name: "a target of zero asks for nothing",
    given: { slTarget: {}, rows },
    expect: [
      {
        about: "IAC",
        outcome: "conforms",
        reason: "The zone asks for nothing in identification and authentication control (IAC).",
      },
    ],
  },
  {
    name: "a foundational requirement without rows is reached at any target",
    given: { slTarget: { RA: 4 }, rows },
    expect: [{ about: "RA", outcome: "conforms", rows: [] }],
  },
  {
    name: "rows above the target decide nothing",
    given: { slTarget: { IAC: 1 }, rows, answers: { "CR 1.1": "met", "CR 1.2": "not-met" } },
    expect: [{ about: "IAC", outcome: "conforms" }],
  },
  {
    name: "a row that is not met is a shortfall and is named",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "not-met", "CR 1.1 RE(1)": "met" },
    },
    expect: [
      {
        about: "IAC",
        outcome: "does-not-conform",
        severity: "gap",
        rows: ["CR 1.2"],
        reason:
          "The product falls short of SL 2 in identification and authentication control (IAC). One requirement is missing: CR 1.2.",
        area: "IAC",
        close: [
          "supplier: Meet CR 1.2 in the product, lowest level first, and declare it.",
          "hospital: Agree with the supplier on a countermeasure of the zone that makes up for CR 1.2.",
          "hospital: Place the product in a zone that asks for SL 1 or less in identification and authentication control (IAC).",
        ],
      },
    ],
  },
  {
    name: "missing rows come lowest level first, then by number",
    given: {
      slTarget: { IAC: 2 },
      rows: [second, enhancement, base],
      answers: { "CR 1.1": "not-met", "CR 1.2": "not-met", "CR 1.1 RE(1)": "not-met" },
    },
    expect: [{ about: "IAC", outcome: "does-not-conform", rows: ["CR 1.1", "CR 1.1 RE(1)", "CR 1.2"] }],
  },
  {
    name: "silence is not compliance, but no gap either",
    given: { slTarget: { IAC: 2 }, rows, answers: { "CR 1.1": "met" } },
    expect: [
      {
        about: "IAC",
        outcome: "incomplete",
        severity: "open",
        rows: ["CR 1.1 RE(1)", "CR 1.2"],
        close: ["supplier: Answer CR 1.1 RE(1), CR 1.2."],
        reason:
          "2 requirements for SL 2 in identification and authentication control (IAC) are not answered yet: CR 1.1 RE(1), CR 1.2.",
      },
    ],
  },
  {
    name: "one gap beside silence is a shortfall that names both",
    given: { slTarget: { IAC: 2 }, rows, answers: { "CR 1.1": "met", "CR 1.2": "not-met" } },
    expect: [
      {
        about: "IAC",
        outcome: "does-not-conform",
        rows: ["CR 1.1 RE(1)", "CR 1.2"],
        reason:
          "The product falls short of SL 2 in identification and authentication control (IAC). One requirement is missing: CR 1.2. Not answered yet: CR 1.1 RE(1).",
      },
    ],
  },
  {
    name: "several rows without an answer beside a gap are named one after the other",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.2": "not-met" },
    },
    expect: [
      {
        about: "IAC",
        outcome: "does-not-conform",
        reason:
          "The product falls short of SL 2 in identification and authentication control (IAC). One requirement is missing: CR 1.2. Not answered yet: CR 1.1, CR 1.1 RE(1).",
      },
    ],
  },
  {
    name: "a countermeasure of the zone closes the gap on a condition",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met-with-countermeasure", "CR 1.1 RE(1)": "met" },
    },
    expect: [
      {
        about: "IAC",
        outcome: "conforms-with-conditions",
        severity: "condition",
        rows: ["CR 1.2"],
        reason:
          "SL 2 in identification and authentication control (IAC) is reached only as long as the zone provides the countermeasure for CR 1.2.",
        close: [
          "hospital: Provide in the zone what the supplier names for CR 1.2.",
          "supplier: Meet CR 1.2 in the product itself, so that nothing is asked of the zone.",
        ],
      },
    ],
  },
  {
    name: "a countermeasure beside silence stays undecided",
    given: {
      slTarget: { IAC: 2 },
      rows,
      answers: { "CR 1.1": "met", "CR 1.2": "met-with-countermeasure" },
    },
    expect: [{ about: "IAC", outcome: "incomplete", rows: ["CR 1.1 RE(1)"] }],
  },
  {
    name: "not applicable counts with a reason",
    given: {
      slTarget: { IAC: 1 },
      rows: [base],
      answers: { "CR 1.1": { value: "not-applicable", note: "no users" } },
    },
    expect: [{ about: "IAC", outcome: "conforms" }],
  },
  {
    name: "not applicable without a reason does not count",
    given: {
      slTarget: { IAC: 1 },
      rows: [base],
      answers: { "CR 1.1": { value: "not-applicable", note: "  " } },
    },
    expect: [{ about: "IAC", outcome: "does-not-conform", rows: ["CR 1.1"] }],
  },
  {
    name: "a missing row lowers only its own foundational requirement",
    given: {
      slTarget: { IAC: 1, UC: 1 },
      rows: [base, aRow("CR 2.1")],
      answers: { "CR 1.1": "met", "CR 2.1": "not-met" },
    },
    expect: [
      { about: "IAC", outcome: "conforms" },
      { about: "UC", outcome: "does-not-conform", rows: ["CR 2.1"] },
    ],
  },
  {
    name: "rows of another component type do not apply",
    given: {
      slTarget: { IAC: 1 },
      rows: [base, aRow("NDR 1.6", { appliesTo: ["network-device"] })],
      answers: { "CR 1.1": "met", "NDR 1.6": "not-met" },
    },
    expect: [{ about: "IAC", outcome: "conforms" }],
  },
  {
    name: "a product of two types needs the rows of both",
    given: {
      slTarget: { IAC: 1 },
      rows: [base, aRow("NDR 1.6", { appliesTo: ["network-device"] })],
      answers: { "CR 1.1": "met", "NDR 1.6": "not-met" },
      componentTypes: ["embedded-device", "network-device"],
    },
    expect: [{ about: "IAC", outcome: "does-not-conform", rows: ["NDR 1.6"] }],
  },
  {
    name: "without a component type nothing is shown",
    given: { slTarget: { IAC: 1 }, rows, componentTypes: [] },
    expect: [
      {
        about: "IAC",
        outcome: "incomplete",
        rows: [],
        reason:
          "The supplier has not said what kind of component the product is, so nobody can tell what SL 1 in identification and authentication control (IAC) asks of it.",
        close: [
          "supplier: Say whether the product is a software application, an embedded device, a host device or a network device.",
        ],
      },
    ],
  },
]);
