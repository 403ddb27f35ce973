import { expect, test } from "vitest";
import { openRows, progressOf } from "~/domain/declaration/progress";
import { aContent, aRow } from "../assessment/rows";

const rows = [
  aRow("CR 1.1"),
  aRow("CR 1.2"),
  aRow("CR 2.1"),
  aRow("NDR 5.2", { appliesTo: ["network-device"] }),
];

test("progress counts the rows that apply, foundational requirement by foundational requirement", () => {
  const progress = progressOf(aContent({ "CR 1.1": "not-met", "NDR 5.2": "met" }), rows);
  expect(
    progress.map(({ foundationalRequirement, applicable, answered }) => [
      foundationalRequirement,
      applicable,
      answered,
    ]),
  ).toEqual([
    ["IAC", 2, 1],
    ["UC", 1, 0],
    ["SI", 0, 0],
    ["DC", 0, 0],
    ["RDF", 0, 0],
    ["TRE", 0, 0],
    ["RA", 0, 0],
  ]);
});

test("open rows are those without an answer, in the order of the catalogue", () => {
  expect(openRows(aContent({ "CR 1.2": "met" }), rows)).toEqual(["CR 1.1", "CR 2.1"]);
  expect(openRows(aContent({}, { componentTypes: [] }), rows)).toEqual([]);
});
