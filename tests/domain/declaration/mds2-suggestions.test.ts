import fc from "fast-check";
import { describe, expect, test } from "vitest";
import requirements from "~/catalogue/iec-62443-4-2/requirements.json";
import { MDS2_FORM } from "~/catalogue/mds2-form";
import { type Answers, AnswersSchema } from "~/domain/declaration/declaration";
import { MDS2_ANSWERS } from "~/domain/declaration/fact-values";
import { type ProductFacts, ProductFactsSchema } from "~/domain/declaration/facts";
import type { Mds2 } from "~/domain/declaration/mds2";
import { type Mds2FormQuestion, suggestionsFromMds2 } from "~/domain/declaration/mds2-suggestions";
import { ComponentRequirementSchema, type ComponentType } from "~/domain/requirement/component-requirement";

const ROWS = ComponentRequirementSchema.pick({ id: true, appliesTo: true }).array();
const CATALOGUE = ROWS.parse(requirements.map(({ id, appliesTo }) => ({ id, appliesTo })));

const form = (answers: Mds2["answers"], edition: Mds2["edition"] = "2019"): Mds2 => ({
  edition,
  releasedOn: null,
  answers,
});
const present = (
  answers: Answers = {},
  facts: ProductFacts = {},
  componentTypes: ReadonlyArray<ComponentType> = ["host-device"],
) => ({ answers, facts, componentTypes: [...componentTypes] });

/** Three questions on one row: one denies it, one only weakens it, the third is inverted. */
const QUESTIONS: ReadonlyArray<Mds2FormQuestion> = [
  {
    id: "ALOF-1",
    favourable: "Yes",
    rows: [{ requirementId: "CR 2.5", denies: true, confidence: "single-source" }],
  },
  {
    id: "ALOF-2",
    favourable: "Yes",
    rows: [{ requirementId: "CR 2.5", denies: false, confidence: "recalled" }],
  },
  {
    id: "SAHD-12",
    favourable: "No",
    rows: [{ requirementId: "CR 2.5", denies: false, confidence: "cross-checked" }],
  },
  {
    id: "AUTH-3",
    favourable: "context",
    rows: [{ requirementId: "CR 2.1", denies: false, confidence: "recalled" }],
  },
];
const suggest = (answers: Mds2["answers"], now = present()) =>
  suggestionsFromMds2(form(answers), QUESTIONS, now, CATALOGUE);
const one = (answers: Mds2["answers"], now = present()) => suggest(answers, now).answers[0];

test.each<[string, Mds2["answers"], string | undefined]>([
  ["nothing is answered", {}, undefined],
  ["one favourable answer", { "ALOF-1": { answer: "Yes" } }, "met some-questions"],
  [
    "the favourable answer of an inverted question is No",
    { "SAHD-12": { answer: "No" } },
    "met some-questions",
  ],
  ["its Yes weakens and suggests nothing alone", { "SAHD-12": { answer: "Yes" } }, undefined],
  [
    "all favourable",
    { "ALOF-1": { answer: "Yes" }, "ALOF-2": { answer: "Yes" }, "SAHD-12": { answer: "No" } },
    "met all-questions",
  ],
  ["a denial", { "ALOF-1": { answer: "No" } }, "not-met some-questions"],
  [
    "a denial beside favourable ones",
    { "ALOF-1": { answer: "No" }, "ALOF-2": { answer: "Yes" } },
    "not-met some-questions",
  ],
  ["an unfavourable answer that denies nothing", { "ALOF-2": { answer: "No" } }, undefined],
  ["N/A without a reason", { "ALOF-1": { answer: "N/A" } }, undefined],
  ["N/A with a reason", { "ALOF-1": { answer: "N/A", note: "no session" } }, "not-applicable some-questions"],
  [
    "N/A beside a favourable answer",
    { "ALOF-1": { answer: "N/A", note: "x" }, "ALOF-2": { answer: "Yes" } },
    "met some-questions",
  ],
  [
    "N/A beside a note to read",
    { "ALOF-1": { answer: "N/A", note: "x" }, "ALOF-2": { answer: "See note" } },
    undefined,
  ],
  ["See note", { "ALOF-1": { answer: "See note", note: "after 5 minutes" } }, undefined],
  ["a question of context", { "AUTH-3": { answer: "Yes" } }, undefined],
])("what %s suggests", (_name, answers, expected) => {
  const found = one(answers);
  expect(found && `${found.value} ${found.support}`).toBe(expected);
});

test("a suggestion carries its reasons, the note where a row does not apply, and the confidence of the weakest mapping", () => {
  expect(one({ "ALOF-1": { answer: "Yes" }, "ALOF-2": { answer: "No", note: "fixed" } })).toMatchObject({
    requirementId: "CR 2.5",
    value: "met",
    note: "",
    confidence: "single-source",
    because: [
      { question: "ALOF-1", answer: "Yes", says: "supports", confidence: "single-source" },
      { question: "ALOF-2", answer: "No", note: "fixed", says: "weakens", confidence: "recalled" },
    ],
  });
  const none = one({
    "ALOF-1": { answer: "N/A", note: "no session" },
    "ALOF-2": { answer: "N/A", note: "no session" },
  });
  expect(none).toMatchObject({ value: "not-applicable", note: "no session", confidence: "recalled" });
});

test("what a person has to read and what nobody explained is listed", () => {
  const found = suggest({
    "ALOF-1": { answer: "See note", note: "x" },
    "ALOF-2": { answer: "N/A" },
    "SAHD-12": { answer: "N/A", note: "why" },
  });
  expect([found.toRead, found.unexplained]).toEqual([["ALOF-1"], ["ALOF-2"]]);
});

test.each([
  ["met", "Yes", "agrees"],
  ["met-by-configuration", "Yes", "agrees"],
  ["met-with-countermeasure", "Yes", "agrees"],
  ["not-met", "Yes", "contradicts"],
  ["not-applicable", "Yes", "contradicts"],
  ["met", "No", "contradicts"],
  ["not-met", "No", "agrees"],
] as const)("beside %s a form that says %s %s", (value, answer, standing) => {
  const given: Answers = { "CR 2.5": { value, note: "kept" } };
  const found = one({ "ALOF-1": { answer } }, present(given));
  expect(found).toMatchObject({ standing, present: { value, note: "kept" } });
  expect(given).toEqual({ "CR 2.5": { value, note: "kept" } });
});

test("rows that do not apply to the component types are not suggested; without types all are", () => {
  const questions: ReadonlyArray<Mds2FormQuestion> = [
    {
      id: "SAHD-3",
      favourable: "Yes",
      rows: ["SAR 3.2", "NDR 3.2", "CR 9.99"].map((requirementId) => ({
        requirementId,
        denies: false,
        confidence: "recalled" as const,
      })),
    },
  ];
  const rowsFor = (types: ReadonlyArray<ComponentType>) =>
    suggestionsFromMds2(
      form({ "SAHD-3": { answer: "Yes" } }),
      questions,
      present({}, {}, types),
      CATALOGUE,
    ).answers.map(({ requirementId }) => requirementId);
  expect(rowsFor(["network-device"])).toEqual(["NDR 3.2"]);
  expect(rowsFor([])).toEqual(["SAR 3.2", "NDR 3.2"]);
});

test("forms of other editions suggest nothing", () => {
  const found = suggestionsFromMds2(
    form({ "ALOF-1": { answer: "Yes" } }, "2013"),
    QUESTIONS,
    present(),
    CATALOGUE,
  );
  expect(found).toEqual({ answers: [], facts: [], toRead: [], unexplained: [] });
});

describe("facts", () => {
  const factsOf = (answers: Mds2["answers"], facts: ProductFacts = {}) =>
    Object.fromEntries(
      suggest(answers, present({}, facts)).facts.map(({ key, value, standing }) => [key, [value, standing]]),
    );

  test.each<[string, Mds2["answers"], keyof ProductFacts, unknown]>([
    ["a flag by Yes", { "ALOF-1": { answer: "Yes" } }, "autoLogoff", true],
    ["a flag by No", { "PAUT-1": { answer: "No" } }, "individualAccounts", false],
    ["fixed passwords", { "PAUT-5": { answer: "No" } }, "defaultCredentials", "fixed"],
    [
      "anti-malware as delivered",
      { "MLDP-2": { answer: "Yes" }, "MLDP-2.1": { answer: "Yes" } },
      "malwareProtection",
      "included",
    ],
    [
      "anti-malware impossible",
      { "MLDP-2": { answer: "No" }, "MLDP-3": { answer: "Yes" } },
      "malwareProtection",
      "not-possible",
    ],
    ["no remote service", { "RMOT-1": { answer: "No" } }, "remoteAccess", []],
    [
      "remote service on demand",
      { "RMOT-1": { answer: "Yes" }, "RMOT-1.1": { answer: "Yes" } },
      "remoteAccess",
      ["on-demand"],
    ],
    ["no radio", { "CONN-1.1": { answer: "No" } }, "wireless", []],
    [
      "radios",
      { "CONN-1.1.1": { answer: "Yes" }, "CONN-1.1.3": { answer: "Yes" }, "CONN-1.1.4": { answer: "Yes" } },
      "wireless",
      ["wifi", "other-radio"],
    ],
    [
      "logged events",
      { "AUDT-2.1": { answer: "Yes" }, "AUDT-2.2": { answer: "No" }, "AUDT-2.9": { answer: "Yes" } },
      "loggedEvents",
      ["sign-on", "emergency-access"],
    ],
    ["the model", { "DOC-3": { answer: "See note", note: "Pump 3" } }, "product", "Pump 3"],
  ])("%s", (_name, answers, key, value) => {
    expect(factsOf(answers)[key]).toEqual([value, "new"]);
  });

  test("what the form leaves open suggests no fact", () => {
    const open: Mds2["answers"] = {
      "MLDP-2": { answer: "No" },
      "RMOT-1": { answer: "Yes" },
      "ALOF-1": { answer: "N/A", note: "x" },
      "AUDT-2.1": { answer: "No" },
      "DOC-3": { answer: "See note", note: "a\nb" },
    };
    expect(Object.keys(factsOf(open))).toEqual(["mds2"]);
  });

  test.each<[string, ProductFacts["loggedEvents"], unknown]>([
    ["agrees", ["sign-on", "update"], [["sign-on", "update"], "agrees"]],
    ["adds", ["update"], [["update", "sign-on"], "adds"]],
    ["contradicts what the form denies", ["sign-on", "data-access"], [["sign-on"], "contradicts"]],
    ["contradicts that there is none", [], [["sign-on"], "contradicts"]],
  ])("a list beside the form %s", (_name, loggedEvents, expected) => {
    const answers: Mds2["answers"] = { "AUDT-2.1": { answer: "Yes" }, "AUDT-2.5": { answer: "No" } };
    expect(factsOf(answers, { loggedEvents })?.loggedEvents).toEqual(expected);
  });

  test("a fact that is stated otherwise is a contradiction, and stays as it is", () => {
    const facts: ProductFacts = { autoLogoff: false };
    expect(factsOf({ "ALOF-1": { answer: "Yes" } }, facts).autoLogoff).toEqual([true, "contradicts"]);
    expect(facts).toEqual({ autoLogoff: false });
  });
});

describe("with the catalogue", () => {
  test("the form has 240 questions, five inverted, 94 of context; every mapping to rows stays marked recalled", () => {
    const favourable = (word: string) => MDS2_FORM.filter((question) => question.favourable === word).length;
    expect([MDS2_FORM.length, favourable("No"), favourable("context"), favourable("Yes")]).toEqual([
      240, 5, 94, 141,
    ]);
    expect(new Set(MDS2_FORM.flatMap(({ rows }) => rows.map(({ confidence }) => confidence)))).toEqual(
      new Set(["recalled"]),
    );
  });

  test("whatever a form answers, suggestions fit the schemas, name only rows that exist, and change nothing", () => {
    const answers = fc.dictionary(
      fc.constantFrom(...MDS2_FORM.map(({ id }) => id)),
      fc.record({ answer: fc.constantFrom(...MDS2_ANSWERS), note: fc.string({ maxLength: 30 }) }),
      { maxKeys: 240 },
    );
    const ids = new Set(CATALOGUE.map(({ id }) => id));
    fc.assert(
      fc.property(answers, (given) => {
        const now = Object.freeze(present());
        const found = suggestionsFromMds2(form(given), MDS2_FORM, now, CATALOGUE);
        expect(now).toEqual(present());
        for (const { requirementId, because, standing } of found.answers) {
          expect(ids.has(requirementId)).toBe(true);
          expect(standing).toBe("new");
          expect(because.length).toBeGreaterThan(0);
        }
        const asAnswers = Object.fromEntries(
          found.answers.map(({ requirementId, value, note }) => [requirementId, { value, note }]),
        );
        expect(AnswersSchema.safeParse(asAnswers).success).toBe(true);
        const asFacts = Object.fromEntries(
          found.facts.filter(({ key }) => key !== "mds2").map(({ key, value }) => [key, value]),
        );
        expect(ProductFactsSchema.safeParse(asFacts).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("an empty form suggests nothing but itself", () => {
    const found = suggestionsFromMds2(form({}), MDS2_FORM, present(), CATALOGUE);
    expect(found.answers).toEqual([]);
    expect(found.facts.map(({ key }) => key)).toEqual(["mds2"]);
  });
});
