import { expect, test } from "vitest";
import { isApplicable, selectApplicable, selectRequired } from "~/domain/requirement/component-requirement";
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
