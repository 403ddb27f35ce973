import { expect, test } from "vitest";
import { rowsWithoutEvidence } from "~/domain/declaration/unbacked-rows";
import { aPiece } from "../../checks/pieces";
import { aContent, aRow, type GivenAnswers } from "../assessment/rows";

const DAY = "2026-11-22";
const rows = [aRow("CR 1.1"), aRow("CR 1.2"), aRow("NDR 1.13", { appliesTo: ["network-device"] })];
const evidence = [
  aPiece({ id: "good", validFrom: "2026-11-22", validUntil: "2026-11-22" }),
  aPiece({ id: "endless", validFrom: null, validUntil: null }),
  aPiece({ id: "over", validFrom: null, validUntil: "2026-11-21" }),
  aPiece({ id: "early", validFrom: "2026-11-23", validUntil: null }),
];
const found = (answers: GivenAnswers) => rowsWithoutEvidence(aContent(answers, { evidence }), rows, DAY);
const citing = (...evidenceIds: Array<string>) => ({ "CR 1.1": { value: "met" as const, evidenceIds } });

test.each([
  ["met", true],
  ["met-by-configuration", true],
  ["met-with-countermeasure", true],
  ["not-met", false],
  ["not-applicable", false],
] as const)("a row that is %s without evidence: %s", (value, isFound) =>
  expect(found({ "CR 1.1": value })).toEqual(isFound ? ["CR 1.1"] : []),
);

test("silence needs no evidence, nor does a row that does not apply", () => {
  expect(found({ "NDR 1.13": "met" })).toEqual([]);
});

test("one piece in date is enough, on its first and last day; others are none", () => {
  expect(found(citing("good"))).toEqual([]);
  expect(found(citing("endless"))).toEqual([]);
  expect(found(citing("over", "good"))).toEqual([]);
  for (const id of ["over", "early", "gone"]) expect(found(citing(id))).toEqual(["CR 1.1"]);
});
