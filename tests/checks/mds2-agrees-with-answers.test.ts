import { expect, test } from "vitest";
import type { ProfileMds2Question, RequirementProfile } from "~/domain/assessment/assessment";
import { mds2AgreesWithAnswers } from "~/domain/assessment/checks/documents/mds2-agrees-with-answers";
import type { Mds2 } from "~/domain/declaration/mds2";
import { aContent, aProfile, aRow } from "../domain/assessment/rows";
import { type FactScenario, factScenarios } from "./fact-scenarios";

const rows = [
  aRow("CR 2.5"),
  aRow("CR 2.8", { minSl: 2 }),
  aRow("CR 4.1"),
  aRow("CR 1.3", { minSl: 3 }),
  aRow("EDR 3.10", { appliesTo: ["embedded-device"] }),
  aRow("HDR 3.10", { appliesTo: ["host-device"] }),
];
/** In no order: the order of findings is that of the ids. */
const mds2Questions: ReadonlyArray<ProfileMds2Question> = [
  { id: "SAHD-6", favourable: "Yes", requirementIds: ["CR 2.8", "CCSC 3", "CR 1.3"] },
  { id: "CSUP-7", favourable: "Yes", requirementIds: ["HDR 3.10", "EDR 3.10"] },
  { id: "ALOF-1", favourable: "Yes", requirementIds: ["CR 2.5"] },
  { id: "AUDT-1.2", favourable: "No", requirementIds: ["CR 4.1"] },
  { id: "AUDT-5", favourable: "Yes", requirementIds: ["CR 4.1", "CR 2.8"] },
  { id: "MPII-1", favourable: "context", requirementIds: ["CR 4.1"] },
  { id: "SGUD-4", favourable: "Yes", requirementIds: ["CCSC 2"] },
];
const profile: Partial<RequirementProfile> = { requirements: rows, mds2Questions };
const slTarget = { UC: 2, SI: 1, DC: 1, IAC: 2 } as const;

const formWith = (answers: Readonly<Record<string, Mds2["answers"][string]["answer"]>>): Mds2 => ({
  edition: "2019",
  releasedOn: null,
  answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
});

const given = (
  form: Parameters<typeof formWith>[0],
  answers: FactScenario["given"]["answers"] = {},
): FactScenario["given"] => ({ profile, slTarget, facts: { mds2: formWith(form) }, answers });

const condition = (about: string, contradicted: ReadonlyArray<string>) => ({
  about,
  outcome: "conforms-with-conditions" as const,
  severity: "condition" as const,
  rows: contradicted,
});

factScenarios(mds2AgreesWithAnswers, [
  {
    name: "no catalogue of questions, nothing to say",
    given: { ...given({ "ALOF-1": "No" }, { "CR 2.5": "met" }), profile: { requirements: rows } },
    expect: [],
  },
  {
    name: "no form, nothing to compare",
    given: { profile, slTarget, answers: { "CR 2.5": "met" } },
    expect: [],
  },
  {
    name: "questions of another edition mean something else",
    given: {
      profile,
      slTarget,
      facts: { mds2: { ...formWith({ "ALOF-1": "No" }), edition: "2013" } },
      answers: { "CR 2.5": "met" },
    },
    expect: [],
  },
  { name: "the secure answer agrees", given: given({ "ALOF-1": "Yes" }, { "CR 2.5": "met" }), expect: [] },
  {
    name: "a question that is not answered says nothing",
    given: given({ "AUDT-1": "No" }, { "CR 2.5": "met" }),
    expect: [],
  },
  ...(["N/A", "See note"] as const).map((answer) => ({
    name: `“${answer}” contradicts nothing`,
    given: given({ "ALOF-1": answer }, { "CR 2.5": "met" }),
    expect: [],
  })),
  {
    name: "“No” against a row that is met is a condition that names both sources",
    given: given({ "ALOF-1": "No" }, { "CR 2.5": "met" }),
    expect: [
      {
        ...condition("ALOF-1", ["CR 2.5"]),
        area: "UC",
        expected: "Answers that agree with the MDS2: “Yes” to ALOF-1.",
        declared: "“No” to ALOF-1 in the MDS2. By the answers, this is met or does not apply: CR 2.5.",
        reason:
          "The MDS2 says “No” to ALOF-1, which speaks against CR 2.5. The answer to CR 2.5 says otherwise. One of the two is wrong.",
        close: [
          "supplier: Correct the answer to CR 2.5 if the MDS2 is right.",
          "supplier: Correct ALOF-1 in the MDS2 if the answers are right.",
          "hospital: Have the supplier say which is true before the product goes into use, and keep the reply.",
        ],
      },
    ],
  },
  {
    name: "of an inverted question “Yes” is the answer that speaks against it",
    given: given({ "AUDT-1.2": "Yes" }, { "CR 4.1": "met" }),
    expect: [
      {
        ...condition("AUDT-1.2", ["CR 4.1"]),
        area: "DC",
        expected: "Answers that agree with the MDS2: “No” to AUDT-1.2.",
        reason:
          "The MDS2 says “Yes” to AUDT-1.2, which speaks against CR 4.1. The answer to CR 4.1 says otherwise. One of the two is wrong.",
      },
    ],
  },
  { name: "and “No” agrees", given: given({ "AUDT-1.2": "No" }, { "CR 4.1": "met" }), expect: [] },
  ...(["Yes", "No"] as const).map((answer) => ({
    name: `a question that only informs contradicts nothing with “${answer}”`,
    given: given({ "MPII-1": answer }, { "CR 4.1": "met" }),
    expect: [],
  })),
  {
    name: "what counts by configuration or for a reason is contradicted too",
    given: given(
      { "ALOF-1": "No", "AUDT-1.2": "Yes" },
      { "CR 2.5": "met-by-configuration", "CR 4.1": { value: "not-applicable", note: "No data." } },
    ),
    expect: [condition("ALOF-1", ["CR 2.5"]), condition("AUDT-1.2", ["CR 4.1"])],
  },
  ...(["met-with-countermeasure", "not-met", "not-applicable"] as const).map((value) => ({
    name: `what does not count by itself is not contradicted: ${value}`,
    given: given({ "ALOF-1": "No" }, { "CR 2.5": value }),
    expect: [],
  })),
  { name: "an unanswered row is not contradicted", given: given({ "ALOF-1": "No" }), expect: [] },
  {
    name: "one finding per question, with all its rows in the standard's order",
    given: given({ "AUDT-5": "No" }, { "CR 4.1": "met", "CR 2.8": "met" }),
    expect: [
      {
        ...condition("AUDT-5", ["CR 2.8", "CR 4.1"]),
        area: null,
        reason:
          "The MDS2 says “No” to AUDT-5, which speaks against 2 requirements: CR 2.8, CR 4.1. Their answers say otherwise. Either the form or the answers are wrong.",
      },
    ],
  },
  {
    name: "only rows of the product's component types are contradicted",
    given: given({ "CSUP-7": "No" }, { "EDR 3.10": "met", "HDR 3.10": "met" }),
    expect: [{ ...condition("CSUP-7", ["EDR 3.10"]), area: "SI" }],
  },
  {
    name: "above the target a contradiction is a note",
    given: given({ "SAHD-6": "No" }, { "CR 1.3": "met" }),
    expect: [
      {
        about: "SAHD-6",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.3"],
        area: "IAC",
        declared: "“No” to SAHD-6 in the MDS2. By the answers, this is met or does not apply: CR 1.3.",
        reason:
          "The MDS2 says “No” to SAHD-6, and the answer to CR 1.3 says otherwise. The zone does not ask for CR 1.3.",
        close: [
          "supplier: Correct the answer to CR 1.3 if the MDS2 is right.",
          "supplier: Correct SAHD-6 in the MDS2 if the answers are right.",
        ],
      },
    ],
  },
  {
    name: "several rows above the target",
    given: { ...given({ "SAHD-6": "No" }, { "CR 1.3": "met", "CR 2.8": "met" }), slTarget: { UC: 1 } },
    expect: [
      {
        about: "SAHD-6",
        outcome: "conforms",
        severity: "note",
        rows: ["CR 1.3", "CR 2.8"],
        area: null,
        reason:
          "The MDS2 says “No” to SAHD-6, and the answers to 2 requirements say otherwise: CR 1.3, CR 2.8. The zone does not ask for them.",
      },
    ],
  },
  {
    name: "where one row is asked for, those above the target are left out",
    given: given({ "SAHD-6": "No" }, { "CR 1.3": "met", "CR 2.8": "met" }),
    expect: [{ ...condition("SAHD-6", ["CR 2.8"]), area: "UC" }],
  },
  {
    name: "a row exactly at the target is asked for",
    given: { ...given({ "SAHD-6": "No" }, { "CR 1.3": "met" }), slTarget: { IAC: 3 } },
    expect: [condition("SAHD-6", ["CR 1.3"])],
  },
  {
    name: "findings are in the order of the questions",
    given: given(
      { "SAHD-6": "No", "CSUP-7": "No", "ALOF-1": "No" },
      { "CR 2.8": "met", "EDR 3.10": "met", "CR 2.5": "met" },
    ),
    expect: [
      condition("ALOF-1", ["CR 2.5"]),
      condition("CSUP-7", ["EDR 3.10"]),
      condition("SAHD-6", ["CR 2.8"]),
    ],
  },
]);

function demandOf(given: Parameters<typeof aProfile>[0]) {
  if (mds2AgreesWithAnswers.kind !== "facts") throw new Error("not a fact check");
  return mds2AgreesWithAnswers.demandOf(aProfile(given));
}

test("profiles of one catalogue and target share one demand", () => {
  expect(demandOf({ slTarget, rows, mds2Questions })).toBe(
    demandOf({ slTarget: { ...slTarget }, rows, mds2Questions }),
  );
});

test("another target or other rows make another demand", () => {
  const demand = demandOf({ slTarget: { UC: 1 }, rows, mds2Questions });
  expect(demand).toContainEqual({
    id: "ALOF-1",
    favourable: "Yes",
    rows: [{ id: "CR 2.5", foundationalRequirement: "UC", appliesTo: rows[0]?.appliesTo, isDemanded: true }],
  });
  expect(demandOf({ slTarget: {}, rows, mds2Questions })).toContainEqual({
    id: "ALOF-1",
    favourable: "Yes",
    rows: [{ id: "CR 2.5", foundationalRequirement: "UC", appliesTo: rows[0]?.appliesTo, isDemanded: false }],
  });
  expect(demandOf({ slTarget: { UC: 1 }, rows: [], mds2Questions })).toEqual([]);
  expect(demandOf({ slTarget: { UC: 1 }, rows, mds2Questions })).toEqual(demand);
});

test("questions that only inform, and rows that a catalogue does not have, are left out", () => {
  const ids = demandOf({ slTarget, rows, mds2Questions });
  expect(ids).toMatchObject([
    { id: "ALOF-1" },
    { id: "AUDT-1.2" },
    { id: "AUDT-5" },
    { id: "CSUP-7" },
    { id: "SAHD-6", rows: [{ id: "CR 1.3" }, { id: "CR 2.8" }] },
  ]);
});

test("the same answers make the same subject, in whatever order they were given", () => {
  if (mds2AgreesWithAnswers.kind !== "facts") throw new Error("not a fact check");
  const facts = { mds2: formWith({ "ALOF-1": "No" }) };
  const forth = aContent({ "CR 1.1": "met", "CR 2.5": "met", "CR 2.6": "not-met" }, { facts });
  const back = aContent({ "CR 2.6": "not-met", "CR 2.5": "met", "CR 1.1": "met" }, { facts });
  expect(mds2AgreesWithAnswers.subjectOf(back)).toEqual(mds2AgreesWithAnswers.subjectOf(forth));
  expect(mds2AgreesWithAnswers.subjectOf(forth)).toEqual({
    componentTypes: ["embedded-device"],
    form: { "ALOF-1": "No" },
    counting: ["CR 1.1", "CR 2.5"],
  });
});
