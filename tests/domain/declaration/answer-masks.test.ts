import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { standingOf } from "~/domain/assessment/capability";
import { answerMasks, MASK_CAPACITY, type MaskWords } from "~/domain/declaration/answer-masks";
import { ANSWER_VALUES, type Answers } from "~/domain/declaration/declaration";
import { COMPONENT_TYPES, isApplicable } from "~/domain/requirement/component-requirement";
import { aContent, aRow } from "../assessment/rows";

const hasBit = (words: MaskWords, index: number) => (((words[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
const many = Array.from({ length: 128 }, (_, index) => aRow(`CR 1.${index + 1}`));
const EMPTY = [0, 0, 0, 0];

test("every state has its own mask, at the row's index", () => {
  const content = aContent({
    "CR 1.1": "met",
    "CR 1.2": "met-by-configuration",
    "CR 1.33": "met-with-countermeasure",
    "CR 1.64": "not-met",
    "CR 1.128": { value: "not-applicable", note: "why" },
  });
  expect(answerMasks(content, many)).toEqual({
    met: [3, 0, 0, 0],
    countermeasure: [0, 1, 0, 0],
    notMet: [0, 2 ** 31, 0, 0],
    notApplicable: [0, 0, 0, 2 ** 31],
  });
});

test("not applicable without a reason is marked as not met too", () => {
  const masks = answerMasks(aContent({ "CR 1.1": { value: "not-applicable", note: " " } }), many);
  expect(masks).toMatchObject({ notMet: [1, 0, 0, 0], notApplicable: [1, 0, 0, 0] });
});

test("answers to rows that do not apply or do not exist leave no bit", () => {
  const rows = [aRow("NDR 5.2", { appliesTo: ["network-device"] })];
  const masks = answerMasks(aContent({ "NDR 5.2": "met", "CR 9.9": "met" }), rows);
  expect(masks).toEqual({ met: EMPTY, countermeasure: EMPTY, notMet: EMPTY, notApplicable: EMPTY });
});

test("the catalogue fits and more rows than bits are a bug", () => {
  expect(COMPONENT_REQUIREMENTS.length).toBeLessThanOrEqual(MASK_CAPACITY);
  expect(() => answerMasks(aContent(), [...many, aRow("CR 2.1")])).toThrow(RangeError);
});

test("masks say of every row what the answer is worth", () => {
  const answer = fc.record({
    value: fc.constantFrom(...ANSWER_VALUES),
    note: fc.constantFrom(undefined, "", "why"),
  });
  const answers = fc.tuple(...COMPONENT_REQUIREMENTS.map(() => fc.option(answer)));
  fc.assert(
    fc.property(answers, fc.subarray([...COMPONENT_TYPES]), (list, componentTypes) => {
      const given: Answers = {};
      for (const [index, row] of COMPONENT_REQUIREMENTS.entries()) {
        const stated = list[index];
        if (stated) given[row.id] = stated;
      }
      const masks = answerMasks({ componentTypes, answers: given, facts: {} }, COMPONENT_REQUIREMENTS);
      for (const [index, row] of COMPONENT_REQUIREMENTS.entries()) {
        const applies = isApplicable(row, componentTypes);
        const standing = applies ? standingOf(row.id, { answers: given, facts: {} }) : "unanswered";
        const isNotApplicable = hasBit(masks.notApplicable, index);
        const counts = hasBit(masks.met, index) || (isNotApplicable && !hasBit(masks.notMet, index));
        expect(counts).toBe(standing === "counts");
        expect(hasBit(masks.countermeasure, index)).toBe(standing === "needs-countermeasure");
        expect(hasBit(masks.notMet, index) && !isNotApplicable).toBe(standing === "not-met");
      }
    }),
    { numRuns: 50 },
  );
});
