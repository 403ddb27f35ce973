import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import {
  DENIED_BY_FACT,
  factsAgreeWithAnswers,
} from "~/domain/assessment/checks/documents/facts-agree-with-answers";
import type { ProductFacts } from "~/domain/declaration/facts";
import type { FoundationalRequirement } from "~/domain/security-level/security-level";
import { aRow } from "../domain/assessment/rows";
import { type FactScenario, factScenarios } from "./fact-scenarios";
import { aNeed } from "./flows";
import { handled } from "./handled-data";

const slTarget = { IAC: 3, UC: 2, SI: 2, DC: 1, TRE: 3 } as const;
const requirements = [
  aRow("CR 1.1 RE(1)", { minSl: 2 }),
  aRow("CR 1.1 RE(2)", { minSl: 3 }),
  aRow("CR 1.5"),
  aRow("CR 2.2"),
  aRow("CR 2.5"),
  aRow("CR 2.8"),
  aRow("CR 2.11 RE(1)", { minSl: 2 }),
  aRow("CR 3.1 RE(1)", { minSl: 2 }),
  aRow("EDR 3.2", { appliesTo: ["embedded-device"] }),
  aRow("SAR 3.2", { appliesTo: ["software-application"] }),
  aRow("EDR 3.10", { appliesTo: ["embedded-device"] }),
  aRow("EDR 3.10 RE(1)", { minSl: 2, appliesTo: ["embedded-device"] }),
  aRow("HDR 3.10 RE(1)", { minSl: 2, appliesTo: ["host-device"] }),
  aRow("CR 4.1"),
  aRow("CR 6.1 RE(1)", { minSl: 3 }),
];

const given = (facts: ProductFacts, answers: FactScenario["given"]["answers"]): FactScenario["given"] => ({
  facts,
  answers,
  slTarget,
  profile: { requirements },
});

/** A fact, the row that cannot be met beside it, and a fact beside which it can. */
const DENIALS: ReadonlyArray<
  [about: string, row: string, area: FoundationalRequirement, denying: ProductFacts, agreeing: ProductFacts]
> = [
  ["accounts-shared", "CR 1.1 RE(1)", "IAC", { individualAccounts: false }, { individualAccounts: true }],
  [
    "one-factor",
    "CR 1.1 RE(2)",
    "IAC",
    { remoteAccess: ["on-demand"], remoteMultiFactor: false },
    { remoteAccess: [], remoteMultiFactor: false },
  ],
  [
    "credentials-fixed",
    "CR 1.5",
    "IAC",
    { defaultCredentials: "fixed" },
    { defaultCredentials: "changeable" },
  ],
  [
    "credentials-in-clear",
    "CR 1.5",
    "IAC",
    { dataHandling: [handled({ dataClass: "credentials", encryptedAtRest: false })] },
    { dataHandling: [handled({ dataClass: "credentials", encryptedInTransit: false })] },
  ],
  ["session-stays-open", "CR 2.5", "UC", { autoLogoff: false }, { autoLogoff: true }],
  ["no-log", "CR 2.8", "UC", { loggedEvents: [] }, { loggedEvents: ["sign-on"] }],
  ["clock-alone", "CR 2.11 RE(1)", "UC", { timeSources: ["manual"] }, { timeSources: ["manual", "ntp"] }],
  ["clock-alone", "CR 2.11 RE(1)", "UC", { timeSources: [] }, { timeSources: ["ptp"] }],
  [
    "anybody-can-connect",
    "CR 3.1 RE(1)",
    "SI",
    { networkNeeds: [aNeed({ authenticated: false })] },
    { networkNeeds: [aNeed({ authenticated: false, required: false })] },
  ],
  [
    "no-malware-protection",
    "EDR 3.2",
    "SI",
    { malwareProtection: "not-possible" },
    { malwareProtection: "not-possible", malwareJustification: "Only signed images start." },
  ],
  ["no-updates", "EDR 3.10", "SI", { updateMechanisms: [] }, { updateMechanisms: ["vendor-on-site"] }],
  ["updates-unsigned", "EDR 3.10 RE(1)", "SI", { signedUpdates: false }, { signedUpdates: true }],
  [
    "people-in-clear",
    "CR 4.1",
    "DC",
    { dataHandling: [handled({ stored: false, sent: true, encryptedInTransit: false })] },
    { dataHandling: [handled({ stored: false, sent: true, encryptedAtRest: false })] },
  ],
  [
    "people-in-clear",
    "CR 4.1",
    "DC",
    { dataHandling: [handled({ dataClass: "personal", encryptedAtRest: false })] },
    { dataHandling: [handled({ dataClass: "technical", encryptedAtRest: false }), handled()] },
  ],
  ["log-stays", "CR 6.1 RE(1)", "TRE", { siemChannels: [] }, { siemChannels: ["syslog"] }],
];

const condition = (about: string, rows: ReadonlyArray<string>) => ({
  about,
  outcome: "conforms-with-conditions" as const,
  severity: "condition" as const,
  rows,
});

factScenarios(factsAgreeWithAnswers, [
  { name: "nothing stated, nothing to compare", given: given({}, { "CR 2.5": "met" }), expect: [] },
  {
    name: "a fact against a row that is met is a condition that names both",
    given: given({ defaultCredentials: "fixed" }, { "CR 1.5": "met" }),
    expect: [
      {
        ...condition("credentials-fixed", ["CR 1.5"]),
        area: "IAC",
        expected: "Facts and answers that can both be true.",
        declared: "Default passwords cannot be changed.",
        reason:
          "The product's facts say: Default passwords cannot be changed. The answer to CR 1.5 says otherwise. One of the two is wrong.",
        close: [
          "supplier: Correct the answer to CR 1.5 if the facts are right.",
          "supplier: Correct the facts if the answers are right.",
          "hospital: Have the supplier say which is true before the product goes into use, and keep the reply.",
        ],
      },
    ],
  },
  ...DENIALS.flatMap(([about, row, area, denying, agreeing]) => [
    {
      name: `${about} speaks against ${row}`,
      given: given(denying, { [row]: "met" }),
      expect: [{ ...condition(about, [row]), area }],
    },
    {
      name: `${about}: also against what is met by configuration`,
      given: given(denying, { [row]: "met-by-configuration" }),
      expect: [condition(about, [row])],
    },
    { name: `not ${about}: nothing against ${row}`, given: given(agreeing, { [row]: "met" }), expect: [] },
    ...(["not-met", "met-with-countermeasure"] as const).map((value) => ({
      name: `${about} agrees with ${row} ${value}`,
      given: given(denying, { [row]: value }),
      expect: [],
    })),
    {
      name: `${about} agrees with ${row} that does not apply`,
      given: given(denying, { [row]: { value: "not-applicable" as const, note: "There is none." } }),
      expect: [],
    },
    { name: `${about}: silence on ${row} is not contradicted`, given: given(denying, {}), expect: [] },
  ]),
  {
    name: "a radio speaks against “there is none”",
    given: given({ wireless: ["wifi"] }, { "CR 2.2": { value: "not-applicable", note: "No radio." } }),
    expect: [
      {
        ...condition("has-radio", ["CR 2.2"]),
        area: "UC",
        reason:
          "The product's facts say: The product uses a radio. The answer to CR 2.2 says otherwise. One of the two is wrong.",
      },
    ],
  },
  {
    name: "and against nothing else",
    given: given({ wireless: ["wifi"] }, { "CR 2.2": "met" }),
    expect: [],
  },
  {
    name: "a product without a radio may say that the row does not apply",
    given: given({ wireless: [] }, { "CR 2.2": { value: "not-applicable", note: "No radio." } }),
    expect: [],
  },
  {
    name: "all rows that one fact speaks against stand in one finding",
    given: {
      ...given({ signedUpdates: false }, { "HDR 3.10 RE(1)": "met", "EDR 3.10 RE(1)": "met" }),
      content: { componentTypes: ["host-device", "embedded-device"] },
    },
    expect: [
      {
        ...condition("updates-unsigned", ["EDR 3.10 RE(1)", "HDR 3.10 RE(1)"]),
        area: "SI",
        reason:
          "The product's facts say: Updates are not signed. The answers to 2 requirements say otherwise: EDR 3.10 RE(1), HDR 3.10 RE(1). Either the facts or the answers are wrong.",
      },
    ],
  },
  {
    name: "only rows of the product's component types are contradicted",
    given: given({ signedUpdates: false }, { "EDR 3.10 RE(1)": "met", "HDR 3.10 RE(1)": "met" }),
    expect: [condition("updates-unsigned", ["EDR 3.10 RE(1)"])],
  },
  {
    name: "a row of another component type alone is not contradicted",
    given: given({ signedUpdates: false }, { "HDR 3.10 RE(1)": "met" }),
    expect: [],
  },
  {
    name: "above the target a contradiction is a note",
    given: { ...given({ individualAccounts: false }, { "CR 1.1 RE(1)": "met" }), slTarget: { IAC: 1 } },
    expect: [
      {
        about: "accounts-shared",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.1 RE(1)"],
        reason:
          "The product's facts say: Several people share one account. The answer to CR 1.1 RE(1) says otherwise. The zone does not ask for CR 1.1 RE(1).",
        close: [
          "supplier: Correct the answer to CR 1.1 RE(1) if the facts are right.",
          "supplier: Correct the facts if the answers are right.",
        ],
      },
    ],
  },
  {
    name: "a row that gives way to care, with a reason and something in its place, says the same as the fact",
    given: given(
      {
        autoLogoff: false,
        essentialFunction: {
          functions: "Infusion",
          requirementIds: ["CR 2.5"],
          reason: "Nobody may be locked out.",
          compensation: "A staffed area.",
        },
      },
      { "CR 2.5": "not-met" },
    ),
    expect: [],
  },
  {
    name: "several contradictions come in one order",
    given: given(
      { signedUpdates: false, updateMechanisms: [], autoLogoff: false },
      { "EDR 3.10": "met", "EDR 3.10 RE(1)": "met", "CR 2.5": "met" },
    ),
    expect: [
      condition("session-stays-open", ["CR 2.5"]),
      condition("no-updates", ["EDR 3.10"]),
      condition("updates-unsigned", ["EDR 3.10 RE(1)"]),
    ],
  },
]);

test("every row that a fact denies is one of the catalogue", () => {
  const known = COMPONENT_REQUIREMENTS.map(({ id }) => id);
  expect(known).toEqual(expect.arrayContaining(Object.values(DENIED_BY_FACT).flat()));
});

test("every fact that denies has its scenarios here", () => {
  const shown = [...DENIALS.map(([about]) => about), "has-radio"];
  expect(Object.keys(DENIED_BY_FACT).sort()).toEqual([...new Set(shown)].sort());
});
