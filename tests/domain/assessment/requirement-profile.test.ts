import { expect, test } from "vitest";
import { CATALOGUE_VERSION, COMPONENT_REQUIREMENTS } from "~/catalogue/catalogue";
import { compareRequirementIds } from "~/domain/assessment/requirement-order";
import { profileRows, requirementProfile } from "~/domain/assessment/requirement-profile";
import { flatVector } from "~/domain/security-level/security-level";
import { aProfile, aRow } from "./rows";

test("a profile keeps only what decides, in the order of the catalogue", () => {
  const profile = requirementProfile({
    slTarget: flatVector(2),
    requirements: COMPONENT_REQUIREMENTS,
    catalogueVersion: CATALOGUE_VERSION,
  });
  expect(profile.requirements.map((row) => row.id)).toEqual(COMPONENT_REQUIREMENTS.map((row) => row.id));
  const names = new Set(profile.requirements.flatMap((row) => Object.keys(row)));
  expect([...names].sort()).toEqual(["appliesTo", "foundationalRequirement", "id", "minSl"]);
});

test("profiles of one catalogue share their rows", () => {
  const one = aProfile({ slTarget: { IAC: 1 }, rows: COMPONENT_REQUIREMENTS });
  const other = aProfile({ slTarget: { IAC: 4 }, rows: COMPONENT_REQUIREMENTS });
  expect(one.requirements).toBe(other.requirements);
});

test("rows are grouped by foundational requirement up to its own target", () => {
  const rows = [aRow("CR 1.1"), aRow("CR 1.2", { minSl: 2 }), aRow("CR 2.1"), aRow("CR 7.1", { minSl: 3 })];
  const groups = profileRows(aProfile({ slTarget: { IAC: 1, UC: 4, RA: 2 }, rows }), ["host-device"]);
  expect(groups.map((group) => group.foundationalRequirement)).toEqual([
    "IAC",
    "UC",
    "SI",
    "DC",
    "RDF",
    "TRE",
    "RA",
  ]);
  expect(groups.map((group) => group.rows.map((row) => row.id))).toEqual([
    ["CR 1.1"],
    ["CR 2.1"],
    [],
    [],
    [],
    [],
    [],
  ]);
  expect(groups[1]?.target).toBe(4);
});

test("the order of requirements is the standard's numbering", () => {
  const ids = ["CR 2.1", "NDR 1.13", "CR 1.10 RE(1)", "CR 1.2", "x", "HDR 2.4", "CR 1.10", "SAR 2.4", "a"];
  expect([...ids].sort(compareRequirementIds)).toEqual([
    "CR 1.2",
    "CR 1.10",
    "CR 1.10 RE(1)",
    "NDR 1.13",
    "CR 2.1",
    "SAR 2.4",
    "HDR 2.4",
    "a",
    "x",
  ]);
  expect(compareRequirementIds("CR 1.1", "CR 1.1")).toBe(0);
  expect(compareRequirementIds("a", "a")).toBe(0);
  expect(compareRequirementIds("a", "b")).toBeLessThan(0);
  expect(compareRequirementIds("a", "CR 1.1")).toBeGreaterThan(0);
  expect(compareRequirementIds("CR 1.1", "a")).toBeLessThan(0);
});
