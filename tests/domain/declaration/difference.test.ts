import { expect, test } from "vitest";
import { differenceOfDeclarations, isSameDeclaration } from "~/domain/declaration/difference";
import { flatVector } from "~/domain/security-level/security-level";
import { aContent } from "../assessment/rows";

const nothing = {
  addedComponentTypes: [],
  removedComponentTypes: [],
  answers: [],
  claimedSlCapability: null,
};

test("the same content has no difference, whatever the order and the white space", () => {
  const a = aContent({ "CR 1.1": "met", "CR 2.1": { value: "not-met", note: "x" } });
  const b = aContent({ "CR 2.1": { value: "not-met", note: " x " }, "CR 1.1": { value: "met", note: "" } });
  expect(differenceOfDeclarations(a, b)).toEqual(nothing);
  expect(isSameDeclaration(a, b)).toBe(true);
});

test("answers are compared by number, with what they were and what they are", () => {
  const before = aContent({ "CR 1.10": "met", "CR 1.2": "met", "CR 3.1": "met" });
  const after = aContent({
    "CR 1.10": "not-met",
    "CR 1.2": { value: "met", note: "new" },
    "CR 2.1": "met",
    "CR 3.1": "met",
  });
  expect(differenceOfDeclarations(before, after).answers).toEqual([
    { requirementId: "CR 1.2", before: { value: "met" }, after: { value: "met", note: "new" } },
    { requirementId: "CR 1.10", before: { value: "met" }, after: { value: "not-met" } },
    { requirementId: "CR 2.1", before: null, after: { value: "met" } },
  ]);
  expect(isSameDeclaration(before, after)).toBe(false);
  expect(differenceOfDeclarations(after, before).answers.at(-1)).toEqual({
    requirementId: "CR 2.1",
    before: { value: "met" },
    after: null,
  });
});

test("component types that came and went", () => {
  const after = aContent({}, { componentTypes: ["host-device"] });
  expect(differenceOfDeclarations(aContent(), after)).toEqual({
    ...nothing,
    addedComponentTypes: ["host-device"],
    removedComponentTypes: ["embedded-device"],
  });
  expect(isSameDeclaration(aContent(), after)).toBe(false);
});

test("a claim that was made, changed or taken back", () => {
  const claimed = aContent({}, { claimedSlCapability: flatVector(2) });
  expect(differenceOfDeclarations(claimed, claimed)).toEqual(nothing);
  expect(differenceOfDeclarations(aContent(), claimed).claimedSlCapability).toEqual({
    before: null,
    after: flatVector(2),
  });
  const raised = aContent({}, { claimedSlCapability: flatVector(3) });
  expect(isSameDeclaration(claimed, raised)).toBe(false);
});
