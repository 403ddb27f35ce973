import { expect, test } from "vitest";
import { toRowChanges } from "~/use-cases/declarations/answer-form.server";

const row = { requirementId: "CR 1.1", value: "met", note: "", beforeValue: "", beforeNote: "" };

test("a form without scripts becomes the rows that were changed, each with what it replaces", () => {
  const untouched = { ...row, requirementId: "CR 1.3", beforeValue: "met" };
  expect(toRowChanges({ rows: { 0: row, 1: untouched } })).toEqual([
    { requirementId: "CR 1.1", before: null, answer: { value: "met", note: "" } },
  ]);
});

test("the line ends of a form are no change", () => {
  const same = { ...row, beforeValue: "met", note: "a\r\nb", beforeNote: "a\nb" };
  expect(toRowChanges({ rows: { 0: same } })).toBeNull();
});

test("an answer taken back is a change, a note without an answer is none", () => {
  expect(toRowChanges({ rows: { 0: { ...row, value: "", beforeValue: "met" } } })).toEqual([
    { requirementId: "CR 1.1", before: { value: "met", note: "" }, answer: null },
  ]);
  expect(toRowChanges({ rows: { 0: { ...row, value: "", note: "later" } } })).toBeNull();
});

test("a form that is no answer sheet is left to the use case to refuse", () => {
  expect(toRowChanges({ rows: "x" })).toEqual([]);
  expect(toRowChanges({})).toBeNull();
});

test("ticked evidence is part of the answer: one tick, several, none, in whatever order", () => {
  const seen = { ...row, beforeValue: "met", beforeEvidence: "a b" };
  expect(toRowChanges({ rows: { 0: { ...seen, evidenceIds: ["b", "a"] } } })).toBeNull();
  expect(toRowChanges({ rows: { 0: { ...seen, evidenceIds: "a" } } })).toEqual([
    {
      requirementId: "CR 1.1",
      before: { value: "met", note: "", evidenceIds: ["a", "b"] },
      answer: { value: "met", note: "", evidenceIds: ["a"] },
    },
  ]);
  expect(toRowChanges({ rows: { 0: seen } })).toEqual([
    {
      requirementId: "CR 1.1",
      before: { value: "met", note: "", evidenceIds: ["a", "b"] },
      answer: { value: "met", note: "" },
    },
  ]);
});
