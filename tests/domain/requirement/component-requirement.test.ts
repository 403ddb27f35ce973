import { expect, test } from "vitest";
import {
  COMPONENT_TYPES,
  CONFIDENCES,
  ComponentRequirementSchema,
  ComponentTypeSchema,
  isApplicable,
  RequirementIdSchema,
  selectApplicable,
  selectRequired,
} from "~/domain/requirement/component-requirement";
import { aRow, levels } from "../assessment/rows";

const rows = [
  aRow("CR 1.1"),
  aRow("NDR 1.6", { appliesTo: ["network-device"] }),
  aRow("HDR 2.4", { appliesTo: ["host-device"], minSl: 2 }),
  aRow("CR 2.1", { minSl: 3 }),
];

test("rows of several component types are the union, in order", () => {
  expect(selectApplicable(rows, ["host-device", "network-device"])).toEqual(rows);
  expect(selectApplicable(rows, ["embedded-device"]).map((row) => row.id)).toEqual(["CR 1.1", "CR 2.1"]);
  expect(selectApplicable(rows, [])).toEqual([]);
  expect(isApplicable(aRow("CR 1.1"), ["host-device"])).toBe(true);
});

test("a target demands the rows up to its level in their own foundational requirement", () => {
  const required = selectRequired(rows, levels({ IAC: 1, UC: 2 }), ["host-device"]);
  expect(required.map((row) => row.id)).toEqual(["CR 1.1", "HDR 2.4"]);
  expect(selectRequired(rows, levels({}), ["host-device"])).toEqual([]);
});

test("four component types in the order of the standard, three confidences", () => {
  expect(COMPONENT_TYPES).toEqual([
    "software-application",
    "embedded-device",
    "host-device",
    "network-device",
  ]);
  expect(CONFIDENCES).toEqual(["cross-checked", "single-source", "recalled"]);
  expect(ComponentTypeSchema.safeParse("server").success).toBe(false);
});

test.each(["CR 1.1", "CR 1.10", "SAR 2.4", "EDR 3.14 RE(1)", "HDR 2.4", "NDR 1.13 RE(9)"])(
  "%s is the id of a row",
  (id) => {
    expect(RequirementIdSchema.parse(id)).toBe(id);
  },
);

test.each([
  "SR 1.1",
  "CR 1",
  "CR 11.1",
  "CR 1.123",
  "CR x.1",
  "CR 1.x",
  "CR 1.1 RE(x)",
  "CR 1.1 RE(10)",
  "CR 1.1 ",
  "x CR 1.1",
])("%s is none", (id) => {
  const { success, error } = RequirementIdSchema.safeParse(id);
  expect([success, error?.issues[0]?.message]).toEqual([false, "unknown-requirement"]);
});

test("a row is written in full or refused", () => {
  const row = {
    id: "CR 1.1",
    base: "CR 1.1",
    enhancement: null,
    foundationalRequirement: "IAC",
    appliesTo: ["host-device"],
    title: "People are identified",
    minSl: 1,
    systemRequirement: null,
    confidence: "recalled",
  };
  const isRow = (change: object) => ComponentRequirementSchema.safeParse({ ...row, ...change }).success;
  expect(isRow({})).toBe(true);
  expect(isRow({ enhancement: 1, minSl: 4, condition: "with a display", conflict: true, note: "n" })).toBe(
    true,
  );
  for (const change of [
    { id: "" },
    { base: "" },
    { enhancement: 0 },
    { appliesTo: [] },
    { title: "" },
    { minSl: 0 },
    { minSl: 5 },
    { confidence: "sure" },
    { text: "The words of the standard" },
  ])
    expect(isRow(change), JSON.stringify(change)).toBe(false);
  for (const minSl of [1, 2, 3, 4]) expect(isRow({ minSl })).toBe(true);
});
