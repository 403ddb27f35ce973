import { expect, test } from "vitest";
import type { ProfileMds2Question } from "~/domain/assessment/assessment";
import { mds2ExceptionsHaveAReason } from "~/domain/assessment/checks/documents/mds2-exceptions-have-a-reason";
import type { Mds2 } from "~/domain/declaration/mds2";
import { aProfile } from "../domain/assessment/rows";
import { factScenarios } from "./fact-scenarios";

const mds2Questions: ReadonlyArray<ProfileMds2Question> = ["SAHD-1", "ALOF-1", "AUDT-1"].map((id) => ({
  id,
  favourable: "context",
  requirementIds: [],
}));
const profile = { mds2Questions };
const formWith = (answers: Mds2["answers"], edition: Mds2["edition"] = "2019"): { mds2: Mds2 } => ({
  mds2: { edition, releasedOn: null, answers },
});

factScenarios(mds2ExceptionsHaveAReason, [
  { name: "no form, nothing to say", given: { profile }, expect: [] },
  {
    name: "answers and exceptions with a note are no concern",
    given: {
      profile,
      facts: formWith({
        "ALOF-1": { answer: "N/A", note: "No sessions." },
        "AUDT-1": { answer: "See note", note: "In the recorder." },
        "SAHD-1": { answer: "No" },
      }),
    },
    expect: [],
  },
  {
    name: "N/A without a note is taken as not answered",
    given: { profile, facts: formWith({ "ALOF-1": { answer: "N/A" } }) },
    expect: [
      {
        about: "not-applicable",
        outcome: "conforms",
        severity: "note",
        area: null,
        rows: [],
        expected: "A note beside every “N/A” and every “See note”, and only questions that the form has.",
        declared: "“N/A” without a note: ALOF-1.",
        reason: "ALOF-1 is answered “N/A” without a reason. It is taken as not answered.",
        close: ["supplier: Write down why these do not apply: ALOF-1."],
      },
    ],
  },
  {
    name: "an empty note is none, and all questions are named in one order",
    given: {
      profile,
      facts: formWith({
        "SAHD-1": { answer: "N/A", note: "  " },
        "ALOF-1": { answer: "N/A" },
        "AUDT-1": { answer: "N/A", note: "x" },
      }),
    },
    expect: [
      {
        about: "not-applicable",
        outcome: "conforms",
        declared: "“N/A” without a note: ALOF-1, SAHD-1.",
        reason:
          "2 questions are answered “N/A” without a reason: ALOF-1, SAHD-1. They are taken as not answered.",
      },
    ],
  },
  {
    name: "“See note” without a note is taken as not answered",
    given: { profile, facts: formWith({ "ALOF-1": { answer: "See note" } }) },
    expect: [
      {
        about: "see-note",
        outcome: "conforms",
        severity: "note",
        declared: "“See note” without a note: ALOF-1.",
        reason: "ALOF-1 refers to a note, and there is none. It is taken as not answered.",
        close: ["supplier: Write the note that these refer to: ALOF-1."],
      },
    ],
  },
  {
    name: "a question that the form does not have is named",
    given: { profile, facts: formWith({ "SHAD-15": { answer: "Yes" }, "ALOF-1": { answer: "Yes" } }) },
    expect: [
      {
        about: "unknown-question",
        outcome: "conforms",
        severity: "note",
        declared: "Questions that the form does not have: SHAD-15.",
        reason: "SHAD-15 is no question of the 2019 form. Nothing is concluded from it.",
        close: ["supplier: Check the numbers of these questions: SHAD-15."],
      },
    ],
  },
  {
    name: "all three at once, several of each",
    given: {
      profile,
      facts: formWith({
        "SAHD-1": { answer: "See note" },
        "ALOF-1": { answer: "See note" },
        "ZZZZ-2": { answer: "N/A" },
        "ZZZZ-1": { answer: "No" },
      }),
    },
    expect: [
      { about: "not-applicable", outcome: "conforms", declared: "“N/A” without a note: ZZZZ-2." },
      {
        about: "see-note",
        outcome: "conforms",
        reason:
          "2 questions refer to a note, and there is none: ALOF-1, SAHD-1. They are taken as not answered.",
      },
      {
        about: "unknown-question",
        outcome: "conforms",
        reason:
          "2 entries are no questions of the 2019 form: ZZZZ-1, ZZZZ-2. Nothing is concluded from them.",
      },
    ],
  },
  {
    name: "other editions have other questions, and need notes all the same",
    given: { profile, facts: formWith({ "ZZZZ-1": { answer: "N/A" } }, "2013") },
    expect: [{ about: "not-applicable", outcome: "conforms" }],
  },
  {
    name: "a profile that does not bring the form with it knows no unknown question",
    given: { facts: formWith({ "ZZZZ-1": { answer: "Yes" } }) },
    expect: [],
  },
]);

test("profiles of one catalogue share one demand, in the order of the ids", () => {
  if (mds2ExceptionsHaveAReason.kind !== "facts") throw new Error("not a fact check");
  const demand = mds2ExceptionsHaveAReason.demandOf(aProfile({ slTarget: {}, rows: [], mds2Questions }));
  expect(demand).toEqual(["ALOF-1", "AUDT-1", "SAHD-1"]);
  expect(mds2ExceptionsHaveAReason.demandOf(aProfile({ slTarget: { SI: 1 }, rows: [], mds2Questions }))).toBe(
    demand,
  );
});
