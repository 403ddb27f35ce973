import { expect, test } from "vitest";
import { selectRows, toSheetView, withHeadings, withRows } from "~/components/declaration/sheet";
import { aContent, aRow } from "../domain/assessment/rows";

const rows = [
  aRow("CR 1.10", { minSl: 1 }),
  aRow("CR 1.2", { minSl: 3 }),
  aRow("CR 1.1", { minSl: 2 }),
  aRow("CR 2.1"),
];
const declared = aContent({ "CR 1.1": "met", "CR 1.2": "not-met" });
const standing = {
  contradictions: [{ id: "x", requirementIds: ["CR 1.1", "CR 2.1"], reason: { key: "k", params: {} } }],
  withoutEvidence: ["CR 1.1"],
};
const shown = (query: string, known: typeof standing | null = standing) =>
  selectRows(rows, toSheetView(new URLSearchParams(query)), declared, known).map(({ id }) => id);

test.each([
  ["", ["CR 1.1", "CR 1.2", "CR 1.10"]],
  ["order=level", ["CR 1.10", "CR 1.1", "CR 1.2"]],
  ["order=anything", ["CR 1.1", "CR 1.2", "CR 1.10"]],
  ["level=2", ["CR 1.1", "CR 1.10"]],
  ["show=unanswered", ["CR 1.10"]],
  ["show=gaps", ["CR 1.2"]],
  ["show=contradicted", ["CR 1.1"]],
  ["show=needs-evidence", ["CR 1.1"]],
  ["fr=UC&show=contradicted", ["CR 2.1"]],
  ["topic=access-control", ["CR 1.1", "CR 1.2", "CR 1.10", "CR 2.1"]],
  ["topic=access-control&fr=UC&order=level", ["CR 1.10", "CR 2.1", "CR 1.1", "CR 1.2"]],
  ["topic=access-control&show=unanswered", ["CR 1.10", "CR 2.1"]],
  ["topic=logging", []],
  ["topic=anything", ["CR 1.1", "CR 1.2", "CR 1.10"]],
])("?%s shows %j", (query, ids) => expect(shown(query)).toEqual(ids));

test("what nobody has worked out shows nothing", () => {
  expect(shown("show=contradicted", null)).toEqual([]);
  expect(shown("show=needs-evidence", null)).toEqual([]);
});

const mixed = [
  aRow("CR 3.4", { minSl: 1, foundationalRequirement: "SI" }),
  aRow("CR 3.1", { minSl: 1, foundationalRequirement: "SI" }),
  aRow("CR 3.1 RE(1)", { minSl: 2, foundationalRequirement: "SI" }),
  aRow("CR 4.3", { minSl: 1, foundationalRequirement: "DC" }),
];
const headed = (query: string) => {
  const view = toSheetView(new URLSearchParams(query));
  const rows = selectRows(mixed, view, declared, null);
  return withHeadings(rows, view).map(({ row, heading }) => [row.id, heading]);
};

test("rows of one FR stand under their topic where that is asked for", () => {
  expect(headed("fr=SI&order=topic")).toEqual([
    ["CR 3.1", { by: "topic", topic: "encryption" }],
    ["CR 3.1 RE(1)", null],
    ["CR 3.4", { by: "topic", topic: "updates" }],
  ]);
  expect(headed("fr=SI").every(([, heading]) => heading === null)).toBe(true);
});

test("rows of one topic stand under their FR, or under their level", () => {
  expect(headed("topic=encryption")).toEqual([
    ["CR 3.1", { by: "fr", fr: "SI" }],
    ["CR 3.1 RE(1)", null],
    ["CR 4.3", { by: "fr", fr: "DC" }],
  ]);
  expect(headed("topic=encryption&order=level")).toEqual([
    ["CR 3.1", { by: "level", level: 1 }],
    ["CR 4.3", null],
    ["CR 3.1 RE(1)", { by: "level", level: 2 }],
  ]);
});

test("a topic takes the place of an FR in the address, and the other way round; filters stay", () => {
  const search = new URLSearchParams("fr=SI&show=gaps");
  expect(withRows(search, "topic", "logging")).toBe("?show=gaps&topic=logging");
  expect(withRows(new URLSearchParams("topic=logging&show=gaps"), "fr", "UC")).toBe("?show=gaps&fr=UC");
});
