import { expect, test } from "vitest";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";

test("rows stand in the order of the standard, whatever order they arrived in", () => {
  const inOrder = [
    "CR 1.2",
    "CR 1.2 RE(1)",
    "CR 1.2 RE(2)",
    "SAR 1.2",
    "EDR 1.2",
    "HDR 1.2",
    "NDR 1.2",
    "CR 1.10",
    "NDR 1.13 RE(1)",
    "CR 2.1",
    "SAR 2.4 RE(1)",
    "CR 10.1",
  ];
  expect([...inOrder].reverse().sort(compareRequirementIds)).toEqual(inOrder);
  expect([...inOrder].sort(compareRequirementIds)).toEqual(inOrder);
});

test("ids of another form come last, by code unit; a number in the middle of words is no number of the standard", () => {
  const inOrder = ["NDR 9.9", "CR 1", "CR 1.1 RE(1) x", "CR 1.1 RE(x)", "cr 1.1", "x CR 1.1"];
  expect([...inOrder].reverse().sort(compareRequirementIds)).toEqual(inOrder);
  expect(compareRequirementIds("later", "later")).toBe(0);
  expect(compareRequirementIds("CR 1.1", "later")).toBe(-1);
  expect(compareRequirementIds("later", "CR 1.1")).toBe(1);
});

test("rows of families that the standard does not know come before the others of their number, by code unit", () => {
  const inOrder = ["XR 1.1", "YR 1.1", "CR 1.1"];
  expect([...inOrder].reverse().sort(compareRequirementIds)).toEqual(inOrder);
  expect(compareRequirementIds("CR 1.1", "CR 1.1")).toBe(0);
  expect(compareRequirementIds("XR 1.1", "YR 1.1")).toBe(-1);
  expect(compareRequirementIds("YR 1.1", "XR 1.1")).toBe(1);
});
